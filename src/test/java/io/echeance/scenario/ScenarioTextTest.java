package io.echeance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.json.RecordJson;
import io.echeance.json.ScenarioComparison;
import io.echeance.json.ScenarioJson;
import io.echeance.json.ScenarioText;
import io.echeance.json.Unreadable;
import io.echeance.serde.Approved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios as tables: a person reads and writes them, and nothing is lost between them and JSON. */
@DisplayName("The table of a scenario")
class ScenarioTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<WorkedScenario> scenarios() {
        return WorkedScenario.all();
    }

    /** With {@code -Dapprove} what stands in the folder as JSON becomes a table. */
    @Test
    @DisplayName("is the form of all of them: none is left in JSON")
    void noneIsLeftInJson() {
        if (Approved.isAsked()) {
            inJson().forEach(ScenarioTextTest::convert);
        }
        assertThat(inJson()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    @DisplayName("is what is written of what is read")
    void isWrittenAsItIsRead(WorkedScenario worked) {
        String written = ScenarioText.write(worked.json(), worked.expected());
        if (Approved.isAsked()) {
            Approved.write(WorkedScenario.FOLDER.resolve(worked.name() + ".txt"), written);
        }
        assertThat(written).isEqualTo(Approved.read(WorkedScenario.FOLDER.resolve(worked.name() + ".txt")));
    }

    @Test
    @DisplayName("carries every fact and all that is said of it")
    void carriesAnything() throws Unreadable {
        for (WorkedScenario worked : scenarios()) {
            List<JsonNode> said = ScenarioTest.played(worked.scenario());
            ScenarioText.Received received = ScenarioText.read(ScenarioText.write(worked.json(), said));

            assertThat(received.scenario()).isEqualTo(worked.json());
            assertThat(received.said()).isEqualTo(said);
        }
    }

    @Test
    @DisplayName("is written by hand, with remarks, in any width")
    void isWrittenByHand() throws Unreadable {
        ScenarioText.Received received = ScenarioText.read("""
            title: Paid in time
            until: 2026-03-31
            # as a colleague put it
            2026-01-12 T-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
              lines TUITION "two days, in Nantes" 1000.00; TRAVEL train 80.00, service 2026-02-02 2026-02-03
            2026-02-10 T-1 payment received, paymentId P1, payerId ACME, amount 1296.00, method TRANSFER
               | 2026-02-04 T-1 invoice,
               |   payer ACME, gross 1296.00
            """);

        assertThat(received.scenario()).isEqualTo(json("""
            {"title": "Paid in time", "until": "2026-03-31", "facts": [
              {"type": "OrderPlaced", "on": "2026-01-12", "orderId": "T-1", "termsId": "technolowgic",
               "customer": {"id": "ACME", "quality": "PROFESSIONAL"},
               "lines": [{"kind": "TUITION", "description": "two days, in Nantes", "net": "1000.00"},
                         {"kind": "TRAVEL", "description": "train", "net": "80.00"}],
               "service": {"start": "2026-02-02", "end": "2026-02-03"}},
              {"type": "PaymentReceived", "on": "2026-02-10", "orderId": "T-1", "paymentId": "P1",
               "payerId": "ACME", "amount": "1296.00", "method": "TRANSFER"}]}
            """));
        assertThat(received.said()).containsExactly(json("""
            {"on": "2026-02-04", "orderId": "T-1", "topic": "invoices", "kind": "INVOICE", "payer": "ACME",
             "gross": "1296.00"}
            """));
    }

    @Test
    @DisplayName("that its page shows says what is said")
    void thePageIsRight() throws Unreadable {
        String page = Approved.read(Path.of("topology-docs", "scenarios.md"));
        String example = page.substring(page.indexOf("    title:"), page.indexOf("Play one of"))
                .replaceAll("(?m)^ {4}", "");
        ScenarioText.Received received = ScenarioText.read(example);

        assertThat(received.said()).isNotEmpty();
        assertThat(ScenarioComparison.firstDifference(
                        received.said(), ScenarioTest.played(ScenarioJson.parse(example))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("says where it cannot be read")
    @CsvSource(delimiter = ';', textBlock = """
        2026-01-12 T-1 order plased, x 1            ; "order plased" is none of:
        2026-01-12 T-1 order amended, line 1        ; order amended: there is no field line, the nearest is lines
        2026-01-12 T-1 payment received, amount     ; a value is missing at the end
        2026-01-12 T-1 payment received amount 1.00 ; "payment received amount 1.00" is none of
        2026-01-12 T-1 payment received, amount 1 2 ; payment received: a comma is missing before 2
        2026-01-12 T-1 order placed, plan ten       ; ten is not a whole number
        2026-01-12 T-1 order placed, termsId "a     ; a quote is not closed: "a
        2026-01-12 T-1 order placed, service (1     ; a bracket is not closed after start
        2026-01-12 T-1 payment recieved, amount 1.00; "payment recieved" is none of:
        2026-01-12 T-1 payment received, amount 1,00; payment received: a comma parts fields: an amount
        2026-01-12 T-1 order placed, plan 2, plan 3 ; order placed: plan stands there a second time
        | goes on                                   ; "" is none of: deposit
        |   goes on                                 ; it goes on with nothing
        """, quoteCharacter = '`')
    void saysWhere(String entry, String sentence) {
        assertThatThrownBy(() -> ScenarioText.read("until: 2026-01-31\n" + entry))
                .isInstanceOf(Unreadable.class)
                .extracting(e -> ((Unreadable) e).sentence())
                .asString()
                .startsWith("line 2: " + sentence);
    }

    @Test
    @DisplayName("knows a mistyped fact by the nearest name")
    void saysTheNearestName() {
        assertUnreadable("until: 2026-01-31\n2026-01-12 T-1 payment recieved, amount 1.00")
                .endsWith(", the nearest is payment received");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is a table by any line of its head, and each of them stands there once")
    @CsvSource(delimiter = '|', textBlock = """
        title: T;worked: by hand                 | until is missing
        title: T;until: 2026-01-31;title: U      | title stands there a second time
        until: 2026-01-31;until: 2026-02-28      | until stands there a second time
        titel: T;until: 2026-02-28               | line 1: there is no titel in the head, the nearest is title
        """)
    void headLinesStandOnce(String head, String sentence) {
        assertUnreadable(head.replace(';', '\n')).contains(sentence);
    }

    @Test
    @DisplayName("reads a text of 60,000 signs, and one that is never closed")
    void readsLongTexts() throws Unreadable {
        String quoted = "\"" + "a \\\" b".repeat(10_000) + "\"";
        String table = "until: 2026-01-31\n2026-01-12 T-1 payment received, reference ";

        assertThat(ScenarioText.of(table + quoted)
                        .scenario()
                        .at("/facts/0/reference")
                        .textValue())
                .hasSize(50_000);
        assertUnreadable(table + quoted.substring(0, quoted.length() - 1))
                .startsWith("line 2: a quote is not closed: \"a")
                .hasSizeLessThan(120);
    }

    @Test
    @DisplayName("writes a title of several lines as one")
    void writesTitlesInOneLine() throws Unreadable {
        JsonNode scenario = RecordJson.parse("""
            {"title": "first\\n second:\\tthird", "until": "2026-01-31", "facts": []}\
            """);

        assertThat(ScenarioText.write(scenario, List.of())).startsWith("title: first second: third\n");
    }

    private static AbstractStringAssert<?> assertUnreadable(String text) {
        return assertThatThrownBy(() -> ScenarioJson.parse(text))
                .isInstanceOf(Unreadable.class)
                .extracting(e -> ((Unreadable) e).sentence())
                .asString();
    }

    private static List<Path> inJson() {
        try (Stream<Path> files = Files.list(WorkedScenario.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void convert(Path file) {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".json", ".expected.jsonl"));
        List<JsonNode> said = Approved.read(expected)
                .lines()
                .filter(line -> !line.isBlank())
                .map(ScenarioTextTest::json)
                .toList();
        Path table = file.resolveSibling(file.getFileName().toString().replace(".json", ".txt"));
        Approved.write(table, ScenarioText.write(json(Approved.read(file)), said));
        try {
            Files.delete(file);
            Files.delete(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
