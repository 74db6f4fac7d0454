package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A watched folder")
class WatchedFolderTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    @DisplayName("hands out a file once it has stood there unchanged, by name, and none that is not finished")
    void handsOutWhatIsFinished() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Path second = write("b.xml", "half");
        write(".hidden", "x");
        write("c.xml.part", "x");
        Files.createDirectory(folder.resolve("sub"));
        assertThat(watched.arrived()).isEmpty();

        write("b.xml", "half and half");
        Path first = write("a.xml", "whole");
        assertThat(watched.arrived()).isEmpty();

        assertThat(watched.arrived()).containsExactly(first, second);
    }

    @Test
    @DisplayName("keeps what was taken, and what was refused beside its reason; an equal name loses nothing")
    void keepsFiles() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        watched.done(write("a.xml", "1"));
        watched.done(write("a.xml", "2"));
        watched.refused(write("b.xml", "3"), List.of("b.xml: refused, EMPTY, line 1: nothing in it"));

        assertThat(folder.resolve("done/a.xml")).hasContent("1");
        assertThat(folder.resolve("done/a.xml.2")).hasContent("2");
        assertThat(folder.resolve("refused/b.xml")).hasContent("3");
        assertThat(folder.resolve("refused/b.xml.problem.txt")).content().startsWith("b.xml: refused, EMPTY");
        assertThat(watched.arrived()).isEmpty();
        assertThat(List.of("done", "refused", "refused/b.xml.problem.txt"))
                .as("they name whoever paid")
                .map(name -> PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                .containsExactly("rwx------", "rwx------", "rw-------");
    }

    @Test
    @DisplayName("goes on where a file is taken away by somebody else")
    void goesOnWithoutAFile() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Path gone = write("a.xml", "1");
        watched.arrived();
        assertThat(watched.arrived()).containsExactly(gone);
        Files.delete(gone);

        watched.done(gone);
        watched.refused(gone, List.of("why"));
        assertThat(watched.arrived()).isEmpty();
    }

    @Test
    @DisplayName("that is not there is said to be missing")
    void isMissing() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> new WatchedFolder(missing)).hasMessageContaining("there is no folder " + missing);
    }
}
