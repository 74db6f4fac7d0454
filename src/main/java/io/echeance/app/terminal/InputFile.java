package io.echeance.app.terminal;

import io.echeance.reference.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a call names. */
public final class InputFile {

    private static final String STDIN = "-";

    private InputFile() {}

    /** All of it, in UTF-8, with or without a byte order mark. */
    public static String text(String name) {
        try {
            return name.equals(STDIN) ? TextFile.text(System.in.readAllBytes()) : TextFile.read(Path.of(name));
        } catch (CharacterCodingException notText) {
            throw new WrongCall(name + " is not UTF-8 text: save it as UTF-8.", notText);
        } catch (InvalidPathException | IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** All of it, whatever it is. */
    public static byte[] bytes(String name) {
        try {
            return name.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (InvalidPathException | IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    public static WrongCall unreadable(String name, Exception failure) {
        String sentence = switch (failure) {
            case NoSuchFileException missing -> "there is no file " + name + ": check its name.";
            case AccessDeniedException denied -> name + " may not be read: check who may read it.";
            default ->
                Files.isDirectory(Path.of(name))
                        ? name + " is a folder: name a file in it."
                        : name + " cannot be read (" + failure.getMessage() + "): name another file.";
        };
        return new WrongCall(sentence, failure);
    }
}
