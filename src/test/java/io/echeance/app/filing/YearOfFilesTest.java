package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.app.filing.MailingFiling.Fate;
import io.echeance.app.filing.MailingFiling.Sending;
import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<String> stay = List.of(
                "hexagone/2027/hexagone-2027-000001.pdf",
                "hexagone/notes/2026-01-02-d.pdf",
                "kept/2026/2026-01-02-EVA.pdf",
                ".progress");
        put(
                "hexagone/2025/hexagone-2025-000001.cii.xml",
                "hexagone/2026/hexagone-2026-000012.problem.txt",
                "hexagone/2026/.hexagone-2026-000013.pdf.part",
                "hexagone/2026/2026-01-02-EVA.left.txt",
                "a.school%2FEast/2026/2026-03-04-O%2F1-EVA-REMIND_1.pdf",
                "a.school%2FEast/2026/a.school%2FEast-2026-1000000.ubl.xml",
                "a.school%2FEast/2026/" + "x".repeat(160) + "~0123456789abcdef0123456789abcdef.pdf");
        put(stay.toArray(String[]::new));
        YearOfFiles year = new YearOfFiles(2026, Set.of(), Set.of("kept"));

        assertThat(year.end(folder, false)).isEqualTo(new Ended(7, 0, List.of()));
        assertThat(files()).hasSize(11);
        assertThat(year.end(folder, true)).isEqualTo(new Ended(7, 0, List.of()));
        assertThat(files()).containsAll(stay).hasSize(6).contains(".ended", ".lock");
        assertThat(folder.resolve("hexagone/2026")).doesNotExist();
        assertThat(year.end(folder, true).count()).isZero();
    }

    @Test
    @DisplayName("are those that bear our names: what somebody put beside them is left where it lies, and named")
    void areThoseThatBearOurNames() throws IOException {
        List<String> foreign = List.of(
                "hexagone/2026/.hidden",
                "hexagone/2026/2025-12-31-EVA.pdf",
                "hexagone/2026/foreign.txt",
                "hexagone/2026/hexagone-2025-000001.pdf",
                "hexagone/2026/notes.docx",
                "hexagone/2026/other-2026-000001.pdf");
        put(foreign.toArray(String[]::new));
        put("hexagone/2026/2026-01-02-EVA.pdf", "hexagone/2026/sub/2026-01-02-EVA.pdf", "elsewhere/2025-01-02-EVA.pdf");
        Files.createSymbolicLink(folder.resolve("hexagone/2025"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(
                folder.resolve("hexagone/2026/2026-01-03-EVA.pdf"), folder.resolve("elsewhere/2025-01-02-EVA.pdf"));

        Ended ended = new YearOfFiles(2026, Set.of(), Set.of()).end(folder, true);

        assertThat(ended.count()).isEqualTo(1);
        assertThat(ended.others())
                .map(other -> folder.relativize(other).toString())
                .containsAll(foreign)
                .contains("hexagone/2025", "hexagone/2026/sub", "hexagone/2026/2026-01-03-EVA.pdf")
                .hasSize(foreign.size() + 3);
        assertThat(ended.others()).allMatch(Files::exists);
        assertThat(folder.resolve("elsewhere/2025-01-02-EVA.pdf")).exists();
    }

    @Test
    @DisplayName("stay where a seller is kept whose name a file cannot bear")
    void stayOfASellerWithAnOddName() throws IOException {
        put("a%2Fb/2026/2026-01-02-EVA.pdf");

        new YearOfFiles(2026, Set.of("a/b"), Set.of("a/b")).end(folder, true);

        assertThat(folder.resolve("a%2Fb/2026/2026-01-02-EVA.pdf")).exists();
        assertThat(written("a/b", 2026)).isEqualTo(Outcome.ALREADY_THERE);
    }

    @Test
    @DisplayName("are not written again, nor for the first time; those of later years and of who is kept are")
    void areNotWrittenAgain() throws IOException {
        put("hexagone/2026/2026-01-02-EVA.pdf", "gone/2019/2019-01-02-EVA.pdf");
        new YearOfFiles(2026, Set.of("hexagone", "a/b", "kept"), Set.of("kept")).end(folder, true);
        new YearOfFiles(2025, Set.of("hexagone"), Set.of()).end(folder, true);

        assertThat(written("hexagone", 2026)).isEqualTo(Outcome.ENDED);
        assertThat(written("a/b", 2020)).isEqualTo(Outcome.ENDED);
        assertThat(written("gone", 2019)).isEqualTo(Outcome.ENDED);
        assertThat(written("kept", 2026)).isEqualTo(Outcome.WRITTEN);
        assertThat(written("hexagone", 2027)).isEqualTo(Outcome.WRITTEN);
        assertThat(folder.resolve(".ended")).content().doesNotContain("EVA");
        assertThat(folder.resolve("hexagone/2026")).doesNotExist();
    }

    @Test
    @DisplayName("are mailings too: none leaves again, though nothing says any more that it had left")
    void areMailingsToo() {
        new YearOfFiles(2026, Set.of("hexagone"), Set.of()).end(folder, true);
        LocalDate on = LocalDate.of(2026, 1, 2);
        try (DocumentFolder mailings = DocumentFolder.open(folder)) {
            List<CustomerFact> facts = new ArrayList<>();
            MailingFiling filing = new MailingFiling(
                    mailings, new Sending(on.plusYears(11), "ann", Set.of("m"), null, null), facts::add);
            filing.hear(
                    new Mailing("m", "hexagone", "EVA", on, SectionKind.REMINDER, List.of(), Money.ZERO, List.of()));
            filing.work();

            assertThat(filing.count(Fate.ENDED)).isEqualTo(1);
            assertThat(facts).isEmpty();
        }
    }

    @Test
    @DisplayName("go with all that dry runs have left there, and a dry run shows nothing of such a year any more")
    void goWithWhatDryRunsHaveLeft() throws IOException {
        List<String> left = List.of(
                "preview/hexagone/2030/2030-01-02-EVA.pdf",
                "preview/hexagone/2030/2030-01-02-EVA.left.txt",
                "preview/hexagone/2030/2030-01-03-EVA.problem.txt",
                "preview/0123456789abcdef.eml");
        put(left.toArray(String[]::new));
        put("preview/notes.docx", "hexagone/2026/2026-01-02-EVA.pdf");
        YearOfFiles year = new YearOfFiles(2026, Set.of("hexagone"), Set.of());

        assertThat(year.end(folder, false)).isEqualTo(new Ended(1, 4, List.of()));
        assertThat(files()).containsAll(left);
        try (DocumentFolder busy = Preview.open(folder)) {
            assertThat(files()).as("a dry run begins with nothing").doesNotContainAnyElementsOf(left);
            put("preview/new.eml");
            assertThatThrownBy(() -> year.end(folder, true)).hasMessageContaining("another process");
            assertThat(busy.isEnded("hexagone", 2026)).isFalse();
        }
        assertThat(year.end(folder, true)).isEqualTo(new Ended(1, 1, List.of()));
        assertThat(files()).contains("preview/notes.docx").doesNotContain("preview/new.eml");
        try (DocumentFolder later = Preview.open(folder)) {
            assertThat(later.isEnded("hexagone", 2026)).isTrue();
            assertThat(later.isEnded("hexagone", 2027)).isFalse();
        }
    }

    @Test
    @DisplayName("are not touched while something is filed there, nor where there is no folder")
    void areNotTouchedWhileSomethingIsFiledThere() throws IOException {
        put("hexagone/2026/2026-01-02-EVA.pdf");
        YearOfFiles year = new YearOfFiles(2026, Set.of(), Set.of());
        try (DocumentFolder busy = DocumentFolder.open(folder)) {
            assertThatThrownBy(() -> year.end(busy.root(), true)).hasMessageContaining("another process");
        }
        assertThatThrownBy(() -> year.end(folder.resolve("absent"), true)).hasMessageContaining("is not a folder");
        assertThat(folder.resolve("hexagone/2026/2026-01-02-EVA.pdf")).exists();
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    private Outcome written(String seller, int year) {
        try (DocumentFolder letters = DocumentFolder.open(folder)) {
            FileName name = FileName.ofMailing(LocalDate.of(year, 1, 2), "EVA");
            return letters.keep(seller, year, name, () -> new byte[] {1});
        }
    }

    private void put(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "x");
        }
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
