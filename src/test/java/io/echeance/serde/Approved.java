package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that somebody has looked at and approved. With {@code -Dapprove} the text of today is taken as approved instead
 * of being compared: look at the difference before committing it.
 */
public final class Approved {

    public static final Path FOLDER = Path.of("src", "test", "resources", "approved");

    private Approved() {}

    public static boolean isAsked() {
        return System.getProperty("approve") != null;
    }

    /** @param howToChange what a person has to think of before approving a change */
    public static void text(Path file, String text, String howToChange) {
        if (isAsked()) {
            write(file, text);
        }
        assertThat(Files.exists(file) ? read(file) : "")
                .as("%s differs from what was approved. %s Then run the test again with -Dapprove", file, howToChange)
                .isEqualTo(text);
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
