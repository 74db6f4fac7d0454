package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.QueryService;
import io.echeance.query.http.Questions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Payments of which a bank told after their sum, on a real broker with a master key,")
class DetailsUnderSealIT {

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "O-1", "termsId": "technolowgic", \
        "customer": {"id": "KIM", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "2000.00"}], \
        "service": {"start": "2026-03-06", "end": "2026-03-07"}}
        """;

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName("show each its own text where they wait and on their order, to who may see words and to nobody else;"
            + " with the payer of one who is erased goes the text of that one, and no other's")
    void showEachItsOwnText() throws IOException {
        Call.of("config", "key", folder.resolve("master.key").toString());
        List<String> ann = Call.of("config", "token", "ann", "collect").lines();
        List<String> rob = Call.of("config", "token", "rob", "read").lines();
        here = Configured.shared(
                folder,
                "details-under-seal",
                "commit.interval.ms=10",
                "query.port=0",
                "privacy.master.key.file=" + folder.resolve("master.key"),
                "query.tokens=" + said(ann, 1) + "," + said(rob, 1));
        String desk = said(ann, 0);
        String reader = said(rob, 0);
        try (QueryService answers = QueryService.listen(ConfigOption.read(here.file()));
                Cluster cluster = Cluster.reach(answers.settings());
                RunningInstance processor = RunningInstance.on(cluster);
                Questions questions = new Questions(answers.address().orElseThrow())) {
            answers.answerFrom(processor.instance());
            prepare();

            shown(questions, desk, Map.of("P#2", "merci zwiebelfisch", "P#3", "virement hurenkind"));
            assertThat(waiting(questions, reader)).isEqualTo(Map.of("P#2", "", "P#3", ""));
            assertThat(reference(questions, desk)).isEqualTo("merci schusterjunge");
            assertThat(reference(questions, reader)).isEmpty();
            assertThat(exported("KIM")).contains("merci schusterjunge").doesNotContain("\"erased\"", "REMISE of all");

            setAside("P#2");
            Call erased = here.done("person", "erase", "LOU", "--by", "dpo", "--payment", "P#2", "--language", "en");
            assertThat(erased.out()).contains("texts of payments that name no payer: P#2");
            here.awaitQuiet();

            shown(questions, desk, Map.of("P#3", "virement hurenkind"));
            assertThat(reference(questions, desk)).isEqualTo("merci schusterjunge");
            processor.requireHealth();
        }
    }

    private String exported(String person) throws IOException {
        Path zip = folder.resolve(person + ".zip");
        here.done("person", "export", person, "--to", zip.toString());
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            return Files.readString(files.getPath("data.json"));
        }
    }

    private static String said(List<String> token, int line) {
        return token.get(line).replaceFirst("^[a-z.]+: *", "");
    }

    private void prepare() throws IOException {
        here.done("terms", "publish");
        here.done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
        here.done("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04");
        here.done("publish", "parties", here.lines("""
            {"id": "LOU", "name": "Lou Martin", "address": ["1 rue du Lac"], "postalCode": "75001", "city": "Paris", \
            "country": "FR"}
            """));
        here.done("publish", "orders", here.lines(ORDER));
        payments("""
            {"type": "PaymentReceived", "on": "2026-01-05", "paymentId": "P", "amount": "600.00", \
            "method": "TRANSFER", "reference": "REMISE of all", "factId": "p"}
            """);
        here.done("clock", "--day-by-day", "--to", "2026-01-05");
        payments("""
            {"type": "PaymentDetailed", "on": "2026-01-05", "paymentId": "P", "factId": "n", "notification": "N-1", \
            "details": [{"amount": "100.00", "reference": "merci schusterjunge"}, \
            {"amount": "200.00", "reference": "merci zwiebelfisch"}, \
            {"amount": "300.00", "reference": "virement hurenkind"}]}
            """);
        here.done("clock", "--day-by-day", "--to", "2026-01-06");
        payments("""
            {"type": "PaymentApplied", "on": "2026-01-06", "paymentId": "P#1", "factId": "o", \
            "parts": [{"orderId": "O-1"}]}
            """);
        here.awaitQuiet();
    }

    private void payments(String fact) throws IOException {
        here.done("publish", "payments", here.lines(fact));
        here.awaitQuiet();
    }

    private void setAside(String payment) throws IOException {
        payments("""
            {"type": "PaymentApplied", "on": "2026-01-06", "paymentId": "%s", "factId": "a", "by": "ann", \
            "parts": [], "setAside": {"amount": "200.00", "reason": "SENT_BACK"}}
            """.formatted(payment));
    }

    private static void shown(Questions questions, String token, Map<String, String> texts) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(waiting(questions, token)).isEqualTo(texts));
    }

    private static Map<String, String> waiting(Questions questions, String token) {
        Map<String, String> texts = new TreeMap<>();
        get(questions, "/lists/suspense", token)
                .path("rows")
                .forEach(row -> texts.put(
                        row.at("/fact/paymentId").asText(),
                        row.at("/fact/reference").asText()));
        return texts;
    }

    private static String reference(Questions questions, String token) {
        for (JsonNode fact : get(questions, "/orders/O-1/facts", token).path("facts")) {
            if (fact.path("paymentId").asText().equals("P#1")) {
                return fact.path("reference").asText();
            }
        }
        throw new AssertionError("O-1 has no P#1");
    }

    private static JsonNode get(Questions questions, String path, String token) {
        return questions.get(path, "Authorization", "Bearer " + token).json();
    }
}
