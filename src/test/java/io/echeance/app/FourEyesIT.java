package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.QueryService;
import io.echeance.query.http.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of money that two persons place, on a real broker with a master key,")
class FourEyesIT {

    private static final String PACK = "technolowgic@2024-12-02.yaml";
    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "T-1", "termsId": "technolowgic", \
        "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "2000.00"}], \
        "service": {"start": "2026-01-06", "end": "2026-01-07"}}
        """;

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName("the audit shows each act: what waits, what was overtaken, what was confirmed and by what; and the"
            + " decision itself keeps both, sealed")
    void eachActIsShown() throws IOException {
        Call.of("config", "key", folder.resolve("master.key").toString());
        here = Configured.shared(
                folder,
                "four-eyes",
                "commit.interval.ms=10",
                "query.port=0",
                "privacy.master.key.file=" + folder.resolve("master.key"));
        try (QueryService answers = QueryService.listen(ConfigOption.read(here.file()));
                Cluster cluster = Cluster.reach(answers.settings());
                RunningInstance processor = RunningInstance.on(cluster);
                Questions questions = new Questions(answers.address().orElseThrow())) {
            answers.answerFrom(processor.instance());
            prepare();

            decide("first", "zwiebelfisch", "");
            acts(questions, rows -> rows.equals(Set.of("first PaymentApplied zwiebelfisch")));
            decide("other", "schusterjunge", "\"payerId\": \"ACME\", ");
            acts(
                    questions,
                    rows -> rows.equals(Set.of(
                            "other PaymentApplied schusterjunge",
                            "first PaymentApplied zwiebelfisch CONTRADICTS_EARLIER_FACT")));
            decide("second", "hurenkind", "\"payerId\": \"ACME\", ");
            acts(
                    questions,
                    rows -> rows.equals(Set.of(
                            "second PaymentDecided hurenkind",
                            "other PaymentApplied schusterjunge by second",
                            "first PaymentApplied zwiebelfisch CONTRADICTS_EARLIER_FACT")));

            assertThat(here.all("cash-decisions"))
                    .singleElement()
                    .asString()
                    .contains("\"first\":{\"on\":\"2026-01-31\",\"decisionId\":\"other\"}", "\"firstOrigin\":")
                    .doesNotContain("schusterjunge", "hurenkind");
            processor.requireHealth();
        }
    }

    private void prepare() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(
                packs.resolve(PACK),
                Files.readString(Path.of("src/main/resources/terms", PACK))
                        .replaceFirst("\npayment:\n", "$0  secondPersonAbove: 1000.00\n")
                        .replaceFirst("\nclauses:\n", "$0  payment.secondPersonAbove: ours\n"));
        here.done("terms", "publish", packs.toString());
        here.done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
        here.done("clock", "--day-by-day", "--from", "2026-01-30", "--to", "2026-01-30");
        here.done("publish", "orders", here.lines(ORDER));
        here.done("publish", "payments", here.lines("""
            {"type": "PaymentReceived", "on": "2026-01-30", "paymentId": "P", "amount": "2400.00", \
            "method": "TRANSFER", "reference": "MERCI", "factId": "p"}
            """));
        here.awaitQuiet();
    }

    private void decide(String factId, String by, String payer) throws IOException {
        here.done("publish", "payments", here.lines("""
            {"type": "PaymentApplied", "on": "2026-01-30", "paymentId": "P", "factId": "%s", "by": "%s", \
            "parts": [{%s"orderId": "T-1"}]}
            """.formatted(factId, by, payer)));
    }

    /** Whoever is sought, each act with its key, who did it, and what became of it. */
    private static void acts(Questions questions, Predicate<Set<String>> are) {
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> questions
                                .get("/audit")
                                .json()
                                .path("rows")
                                .valueStream()
                                .map(FourEyesIT::act)
                                .collect(Collectors.toSet()),
                        are);
    }

    private static String act(JsonNode row) {
        String became = row.at("/fact/confirmedBy").isTextual()
                ? " by " + row.at("/fact/confirmedBy").asText()
                : " " + row.at("/fact/refusal").asText();
        return (row.path("factId").asText() + " " + row.path("what").asText() + " "
                        + row.path("by").asText() + became)
                .strip();
    }
}
