package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.scenario.WorkedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A simulation")
class SimulateTest {

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("scenario.json"), """
            {"title": "An order from Orléans", "until": "2026-02-06", "facts": [
              {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "T-1", "termsId": "technolowgic",
               "customer": {"id": "ACME", "quality": "PROFESSIONAL"},
               "lines": [{"kind": "TUITION", "description": "tuition", "net": "1000.00"}],
               "service": {"start": "2026-01-12", "end": "2026-01-13"}},
              {"type": "OrderRenamed", "on": "2026-01-06", "orderId": "T-1"}]}
            """);
    }

    @Test
    @DisplayName("prints one JSON line per output record")
    void printsJsonLines() {
        Call call = Call.of("simulate", scenario.toString(), "--json");

        assertThat(call.status()).isZero();
        assertThat(call.lines()).hasSize(3);
        assertThat(call.lines().getFirst())
                .startsWith("{\"on\":\"2026-01-06\",\"topic\":\"rejected\",\"orderId\":\"T-1\",\"factId\":\"f2\"")
                .contains("\"reason\":\"MALFORMED\"");
        assertThat(call.lines().get(1))
                .startsWith("{\"on\":\"2026-01-14\",\"topic\":\"invoices\",\"orderId\":\"T-1\"")
                .contains("\"gross\":\"1200.00\"");
    }

    @Test
    @DisplayName("shows the books month by month, with those that are closed and what they were closed with")
    void showsTheBooks() throws IOException {
        String closed = Files.readString(WorkedScenario.FOLDER.resolve("103-a-month-of-the-books-is-closed.txt"));
        Path table = Files.writeString(folder.resolve("closed.txt"), closed);

        Call call = Call.of("simulate", table.toString(), "--books");

        assertThat(call.status()).isZero();
        assertThat(call.out()).endsWith("""
            seller        month    entries    debit   credit
            technolowgic  2026-02        1  1200.00  1200.00  closed on 2026-03-01
            technolowgic  2026-03        2  1400.00  1400.00  closed on 2026-05-02
            technolowgic  2026-04        0     0.00     0.00  closed on 2026-05-02 with other figures
            technolowgic  2026-05        3  1440.00  1440.00
            """);
        assertThat(Call.of("simulate", table.toString(), "--books", "--json").lines())
                .filteredOn(line -> line.contains("\"ledger-entries\""))
                .hasSize(6);
        assertThat(Call.of("simulate", table.toString(), "--check").status()).isZero();
        Files.writeString(table, closed.replace("by ann, entries 2,", "by eve, entries 2,"));
        assertThat(Call.of("simulate", table.toString(), "--check").err()).contains("missing", "\"by\":\"eve\"");
    }

    @Test
    @DisplayName("reads a file that an editor of Windows has saved")
    void readsByteOrderMarks() throws IOException {
        List<String> lines = Call.of("simulate", scenario.toString(), "--json").lines();
        Files.writeString(scenario, "\uFEFF" + Files.readString(scenario).replace("\n", "\r\n"));

        assertThat(Call.of("simulate", scenario.toString(), "--json").lines()).isEqualTo(lines);
    }

    @ParameterizedTest
    @DisplayName("refuses what no scenario has beside title, until and facts: a typing error must not vanish")
    @CsvSource({"Until, until", "tittle, title", "fact, facts", "rates, facts"})
    void refusesUnknownFields(String field, String nearest) throws IOException {
        Files.writeString(
                scenario, Files.readString(scenario).replaceFirst("\\{", "{\"" + field + "\": \"2026-02-06\","));

        Call call = Call.of("simulate", scenario.toString());

        assertThat(call.status()).isNotZero();
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .contains(field + ": there is no such field in a scenario, the nearest is " + nearest)
                .contains(scenario.toString());
    }

    @ParameterizedTest
    @DisplayName("prints the first difference alone when it compares")
    @ValueSource(strings = {"--json", "--table"})
    void comparesAlone(String other) {
        Call call = Call.of("simulate", scenario.toString(), "--check", other);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("leave out --json and --table");
    }

    @Test
    @DisplayName("prints a table for people")
    void printsATable() {
        Call call = Call.of("simulate", scenario.toString());

        assertThat(call.lines())
                .contains(
                        "An order from Orléans",
                        "2026-01-14  T-1    invoice     T-1/ACME/INVOICE/1, 1200.00, due 2026-02-13",
                        "2026-02-06  T-1    remind d-7  ACME, 1200.00 on T-1/ACME/INVOICE/1#1");
    }

    @Test
    @DisplayName("says how it was on a day, and as known on another")
    void answersAsOfAndAsKnownOn() {
        Call before = Call.of("simulate", scenario.toString(), "--json", "--as-of", "2026-01-13");
        Call unknown = Call.of("simulate", scenario.toString(), "--json", "--known-on", "2026-01-04");

        assertThat(before.lines()).hasSize(1).first().asString().contains("MALFORMED");
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).endsWith("nothing is said: no fact had reached us by 2026-01-04.\n");
    }

    @ParameterizedTest(name = "until {0}: {1}")
    @DisplayName("says why it says nothing, beside what it prints for machines")
    @CsvSource(delimiter = '|', textBlock = """
        2025-12-31 | it ends with 2025-12-31, and the first fact reaches us on 2026-01-05 only
        2026-01-05 | nothing follows from its facts by 2026-01-05
        """)
    void saysWhyItSaysNothing(String until, String why) throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("2026-02-06", until));

        for (String form : List.of("--json", "--explain", "--customers")) {
            Call call = Call.of("simulate", scenario.toString(), form);
            assertThat(call.status()).isZero();
            assertThat(call.err()).isEqualTo(scenario + ": nothing is said: " + why + ".\n");
        }
        assertThat(Call.of("simulate", scenario.toString(), "--json").out()).isEmpty();
    }

    @Test
    @DisplayName("says what would be if a payment came, or under other terms")
    void answersWhatIf() throws IOException {
        Path payment = Files.writeString(folder.resolve("payment.json"), """
            {"until": "2026-02-06", "facts": [
              {"type": "PaymentReceived", "on": "2026-01-20", "orderId": "T-1", "paymentId": "P1",
               "payerId": "ACME", "amount": "1200.00", "method": "TRANSFER", "reference": "T-1"}]}
            """);
        Call paid = Call.of("simulate", scenario.toString(), "--json", "--assume", payment.toString());
        Call other = Call.of("simulate", scenario.toString(), "--json", "--terms", "alegria-online");
        Call unknown = Call.of("simulate", scenario.toString(), "--terms", "nowhere");

        assertThat(paid.lines()).noneMatch(line -> line.contains("REMIND"));
        assertThat(other.lines()).anyMatch(line -> line.contains("\"gross\":\"1000.00\""));
        assertThat(unknown.status()).isEqualTo(2);
    }

    @Test
    @DisplayName("explains interest that runs, day by day, and the floor of its rate")
    void explainsInterest() {
        Call explained = Call.of(
                "simulate",
                scenario.toString(),
                "--explain",
                "--assume",
                later("2026-03-31").toString());

        assertThat(explained.out())
                .contains("2026-02-14 to 2026-04-01: 1200.00 x 10.75 % x 47 / 365 = 16.61 (stipulated)")
                .contains("2026-S1: 10.75 % is not below the floor of 3 x the legal rate, 7.86 %");
    }

    private Path later(String until) {
        try {
            return Files.writeString(folder.resolve("later.json"), "{\"until\": \"" + until + "\", \"facts\": []}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("explains each amount by its clause, and why nobody is dunned")
    void explains() {
        Call explained = Call.of("simulate", scenario.toString(), "--explain");

        assertThat(explained.out())
                .contains("share/ACME 1000.00 net, VAT S: technolowgic, art. 5.1")
                .contains("price 1000.00 net: ACME 1000.00 (CUSTOMER)")
                .contains("no alert today about T-1/ACME/INVOICE/1#1: STEP_NOT_DUE (d+3 REMIND) until 2026-02-16");
    }

    @Test
    @DisplayName("prints a table of what happens and what is said, which can be checked and played again")
    void printsAndChecksATable() throws IOException {
        Path table = folder.resolve("scenario.txt");
        Files.writeString(
                table, Call.of("simulate", scenario.toString(), "--table").out());

        assertThat(Files.readString(table))
                .contains("order placed, termsId technolowgic", " | 2026-01-14 T-1 invoice,");
        assertThat(Call.of("simulate", table.toString(), "--json").out())
                .isEqualTo(Call.of("simulate", scenario.toString(), "--json").out());
        assertThat(Call.of("simulate", table.toString(), "--check").lines())
                .containsExactly(table + ": all 3 lines agree.");
    }

    @Test
    @DisplayName("ends with 1 where something else is said than the table expects, with 2 where it expects nothing")
    void seesADifference() throws IOException {
        String table = Call.of("simulate", scenario.toString(), "--table").out();
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), table.replace("gross 1200.00", "gross 1200.01"));

        assertThat(Call.of("simulate", wrong.toString(), "--check").status()).isEqualTo(1);
        assertThat(Call.of("simulate", wrong.toString(), "--check").err()).contains("2026-01-14 missing");
        assertThat(Call.of("simulate", scenario.toString(), "--check").status()).isEqualTo(2);
    }
}
