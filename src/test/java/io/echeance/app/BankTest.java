package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.pages.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bank check")
class BankTest {

    private static final String SAMPLES = "src/test/resources/bank/";

    @Test
    @DisplayName("says what a file holds, accounts masked")
    void saysWhatAFileHolds() {
        Call call = Call.line("bank check " + SAMPLES + "cfonb120.txt");

        assertThat(call.status()).isZero();
        assertThat(call.out().lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith(
                        SAMPLES + "cfonb120.txt: CFONB 120, 1 statement",
                        "",
                        "account FR76…0189, statement 2027-01-04",
                        "opens with 1000.00 on 2027-01-04",
                        "booked value amount kind who text id")
                .contains("2027-01-07 2027-01-06 -150.00 A3 came back: 06 OKAFOR CHIDI REJET PRLV H-34 | H-34-01 "
                        + "45j4x2csnhkuu6jm-1")
                .endsWith("closes with 3732.16 on 2027-01-08: it adds up, 6 entries");
    }

    @Test
    @DisplayName("names the place of what is wrong in one, and shows the others all the same")
    void namesThePlace() {
        Call call = Call.line("bank check pom.xml " + SAMPLES + "mt940.sta");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).contains("closes with 3732.16 on 2027-01-08: it adds up, 6 entries");
        assertThat(call.err())
                .contains("pom.xml: refused, UNKNOWN_FORMAT, line ")
                .contains("it is a message project, neither camt.053 nor camt.054");
    }

    @Test
    @DisplayName("says what the page about it shows")
    void saysWhatThePageShows() throws IOException {
        Page page = Page.read(Path.of("topology-docs", "bank-files.md"));
        List<String> commands = page.blocks().stream()
                .flatMap(block -> block.commands().stream())
                .toList();

        Call call = Call.line(commands.getFirst().replaceFirst("^\\./echeance ", ""));

        assertThat(page.blocks())
                .filteredOn(block -> block.language().equals("text"))
                .extracting(Page.Block::text)
                .containsExactly(call.out().stripTrailing());
    }
}
