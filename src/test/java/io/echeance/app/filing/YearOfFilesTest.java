package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a year that ends")
class YearOfFilesTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("go with those before it, but for sellers whose orders are open, and nothing else goes")
    void goWithThoseBeforeIt() throws IOException {
        for (String file : List.of(
                "hexagone/2025/a.pdf",
                "hexagone/2026/deep/b.pdf",
                "hexagone/2027/c.pdf",
                "hexagone/notes/d.txt",
                "a.school%2FEast/2026/e.pdf",
                "kept/2026/f.pdf",
                "progress.json")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "x");
        }
        YearOfFiles year = new YearOfFiles(2026, Set.of("kept"));

        assertThat(year.end(folder, false)).isEqualTo(3);
        assertThat(files()).hasSize(7);
        assertThat(year.end(folder, true)).isEqualTo(3);
        assertThat(files())
                .containsExactly("hexagone/2027/c.pdf", "hexagone/notes/d.txt", "kept/2026/f.pdf", "progress.json");
        assertThat(folder.resolve("hexagone/2026")).doesNotExist();
        assertThat(year.end(folder, true)).isEqualTo(0);
    }

    @Test
    @DisplayName("stay where a seller is kept whose name a file cannot bear")
    void stayOfASellerWithAnOddName() throws IOException {
        Path file = folder.resolve("a%2Fb/2026/e.pdf");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");

        new YearOfFiles(2026, Set.of("a/b")).end(folder, true);

        assertThat(file).exists();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
