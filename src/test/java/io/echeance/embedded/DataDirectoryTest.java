package io.echeance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A data directory")
class DataDirectoryTest {
    @TempDir
    private Path root;

    @Test
    @DisplayName("is made when it is new, and known again")
    void isKnownAgain() {
        Path path = root.resolve("new").resolve("deep");

        DataDirectory.open(path).close();

        try (DataDirectory again = DataDirectory.open(path)) {
            assertThat(again.path()).isEqualTo(path).isDirectoryContaining("glob:**" + DataDirectory.MARKER);
        }
    }

    @Test
    @DisplayName("serves one run at a time")
    void servesOneRun() {
        try (DataDirectory first = DataDirectory.open(root)) {
            assertRefused(
                    first.path(),
                    "in use by another run (process " + ProcessHandle.current().pid() + ")");
        }
        DataDirectory.open(root).close();
    }

    @Test
    @DisplayName("is not taken when it holds somebody else's files")
    void isNotSomebodyElses() throws IOException {
        Files.writeString(root.resolve("thesis.txt"), "the work of years");

        assertRefused(root, "holds other files");
        assertThat(root.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    @DisplayName("with a broken marker is damaged")
    void isDamaged() throws IOException {
        Files.write(root.resolve(DataDirectory.MARKER), new byte[] {(byte) 0xC3, 0x28});
        assertRefused(root, "is damaged");

        Files.writeString(root.resolve(DataDirectory.MARKER), "");
        assertRefused(root, "is damaged");
    }

    @Test
    @DisplayName("of a later version is left alone")
    void isOfALaterVersion() throws IOException {
        DataDirectory.open(root).close();
        Path marker = root.resolve(DataDirectory.MARKER);
        Files.writeString(marker, Files.readString(marker).replace("1", "2"));

        assertRefused(root, "has format 2, and this version reads format 1");
    }

    @Test
    @DisplayName("is a directory, and can be written")
    void canBeWritten() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertRefused(file, "is not a directory");
        assertRefused(file.resolve("below"), "cannot be written");
    }

    @Test
    @DisplayName("needs space on its disk")
    void needsSpace() {
        assertThatThrownBy(() -> DataDirectory.open(root, Long.MAX_VALUE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MiB left and " + Long.MAX_VALUE + " MiB are needed");
    }

    private static void assertRefused(Path path, String reason) {
        assertThatThrownBy(() -> DataDirectory.open(path))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(reason)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("\n").endsWith("."));
    }
}
