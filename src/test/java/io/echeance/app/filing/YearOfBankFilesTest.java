package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bank's file, of a year that ends")
class YearOfBankFilesTest {

    @TempDir
    private Path folder;

    /** In Paris the first one came in the year, the second one in the next. */
    @Test
    @DisplayName(
            "goes from where it was kept, by when it was taken; what came later, what waits and what is no file stay")
    void goesByWhenItWasTaken() throws IOException {
        put("done/a.xml", "2026-12-31T22:59:59Z");
        put("done/b.xml", "2026-12-31T23:00:00Z");
        put("done/sub/c.xml", "2020-01-01T00:00:00Z");
        put("refused/d.xml", "2019-01-01T00:00:00Z");
        put("refused/d.xml.problem.txt", "2019-01-01T00:00:00Z");
        put("waits.xml", "2019-01-01T00:00:00Z");
        Path done = folder.resolve("done");
        Map<Path, Ended> ended =
                Map.of(done, new Ended(1, 0, List.of(done.resolve("sub"))), folder.resolve("refused"), of(2));

        assertThat(new YearOfBankFiles(2026).end(folder, false)).isEqualTo(ended);
        assertThat(done.resolve("a.xml")).exists();
        assertThat(new YearOfBankFiles(2026).end(folder, true)).isEqualTo(ended);
        assertThat(done.resolve("a.xml")).doesNotExist();
        assertThat(folder.resolve("refused")).isEmptyDirectory();
        assertThat(List.of("done/b.xml", "done/sub/c.xml", "waits.xml"))
                .allMatch(kept -> Files.exists(folder.resolve(kept)));
    }

    @Test
    @DisplayName("is of the year in which it was taken, whatever time it bore when it came")
    void isOfTheYearInWhichItWasTaken() throws IOException {
        Path old = put("old.xml", "1970-01-01T00:00:00Z");
        new WatchedFolder(folder).done(old);

        assertThat(new YearOfBankFiles(2025).end(folder, true)).containsValue(of(0));
        assertThat(folder.resolve("done/old.xml")).exists();
    }

    @Test
    @DisplayName("is looked for only where bank watch has kept some")
    void isLookedForWhereSomeWereKept() {
        assertThatThrownBy(() -> new YearOfBankFiles(2026).end(folder, true))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("neither done nor refused");
    }

    private static Ended of(int count) {
        return new Ended(count, 0, List.of());
    }

    private Path put(String name, String changedAt) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.setLastModifiedTime(Files.writeString(file, name), FileTime.from(Instant.parse(changedAt)));
    }
}
