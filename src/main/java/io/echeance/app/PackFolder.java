package io.echeance.app;

import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WrongCall;
import io.echeance.reference.TermPacks;
import io.echeance.reference.UnreadableReferenceData;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A folder of term packs that somebody names in a call. */
final class PackFolder {

    private PackFolder() {}

    /** Whether a word names a folder: it has a separator in it, as no id has, or there is a folder of that name. */
    static boolean isFolder(String word) {
        return word.contains("/") || word.contains("\\") || Files.isDirectory(Path.of(word));
    }

    static TermPacks read(Path folder) {
        try {
            TermPacks packs = TermPacks.in(folder);
            if (packs.packs().isEmpty()) {
                throw new WrongCall("there is no pack in " + folder + ": a pack is a file NAME@DATE.yaml.");
            }
            return packs;
        } catch (UnreadableReferenceData wrong) {
            throw new WrongCall(wrong.problems().stream().map(Object::toString).toList(), wrong);
        } catch (UncheckedIOException unreadable) {
            throw InputFile.unreadable(folder.toString(), Objects.requireNonNull(unreadable.getCause()));
        }
    }
}
