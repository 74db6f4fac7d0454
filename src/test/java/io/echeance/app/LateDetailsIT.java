package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A notification that comes after its statement, on a real broker")
class LateDetailsIT {

    private static final String SAMPLES = "src/test/resources/bank/";
    private static final String NOTIFICATION = SAMPLES + "camt.054.001.08.xml";
    private static final String SUM = "igjh7iak37gqld2s-1";
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    private Configured here;

    private final Random random = new Random(54);

    @Test
    @DisplayName("puts three payments in the place of their sum when the day is closed: once, however often it is"
            + " taken in and killed meanwhile; each is decided about by itself, and the sum is no more; what comes back"
            + " waits no more")
    void putsItsPaymentsInThePlaceOfTheirSum() throws IOException, InterruptedException {
        here = Configured.shared(folder, "late-details", "query.port=0");
        try (Program run = here.started()) {
            here.done("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04");
            here.done("bank", "import", SAMPLES + "cfonb120.txt");
            importWhileKilled();

            assertThat(here.done("bank", "import", NOTIFICATION).out())
                    .contains("the 3 payments of 450.00", "take the place of " + SUM);
            here.done("clock", "--day-by-day", "--to", "2026-01-05");
            try (Questions questions = new Questions(run.address())) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> sum(questions).path("details").size() == 3);
                assertThat(sum(questions).path("waits").asBoolean()).isFalse();
                decide(questions);
                comesBack(questions);
            }
            List<String> decided = here.all("cash-decisions").stream()
                    .filter(line -> line.contains("\"notification\""))
                    .toList();
            assertThat(decided).singleElement().asString().contains(SUM + "#1", SUM + "#3", "\"2027-001\"");
        }
    }

    private void importWhileKilled() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            try (Program killed = here.start("bank", "import", NOTIFICATION)) {
                killed.endsWithin((long) (Duration.ofSeconds(4).toNanos() * random.nextDouble()));
                killed.killed();
            }
        }
    }

    private static JsonNode sum(Questions questions) {
        return questions.get("/payments/" + SUM).json().path("payment");
    }

    private static void decide(Questions questions) {
        // They wait once it is known that no order is named.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waiting(questions))
                        .contains(SUM + "#1 100.00", SUM + "#2 150.00", SUM + "#3 200.00")
                        .noneMatch(one -> one.startsWith(SUM + " ")));

        Answered aside = questions.post("/payments/" + SUM + "%231/decision", """
            {"setAside": {"amount": "100.00", "reason": "COUNTED_ELSEWHERE"}}\
            """, "Idempotency-Key", "1");
        assertThat(aside.status()).as(aside.response().body()).isEqualTo(200);
        Answered gone = questions.post("/payments/" + SUM + "/decision", """
            {"setAside": {"amount": "450.00", "reason": "COUNTED_ELSEWHERE"}}\
            """, "Idempotency-Key", "2");
        assertThat(gone.status()).as(gone.response().body()).isEqualTo(422);
        assertThat(gone.json().path("detail").asText()).contains("its details have taken its place");
    }

    private void comesBack(Questions questions) throws IOException {
        List<String> before = waiting(questions);
        here.done("publish", "payments", here.lines("""
            {"type": "PaymentReturned", "factId": "back", "on": "2026-01-06", "paymentId": "%s#2", "reason": "AM04"}
            """.formatted(SUM)));

        await().atMost(Duration.ofSeconds(60)).until(() -> waiting(questions).size() < before.size());
        assertThat(waiting(questions)).hasSize(before.size() - 1).noneMatch(one -> one.startsWith(SUM + "#2"));
        assertThat(questions
                        .get("/payments/" + SUM + "%232")
                        .json()
                        .path("payment")
                        .toString())
                .contains("\"waits\":false,\"cameBack\":true");
        assertThat(questions.get("/payments/" + SUM + "%232/proposals").status())
                .isEqualTo(404);
        assertThat(questions
                        .get("/metrics")
                        .response()
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("echeance_suspense{"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .isEqualTo(before.size() - 1);
    }

    private static List<String> waiting(Questions questions) {
        List<String> waiting = new ArrayList<>();
        questions
                .get("/lists/suspense")
                .json()
                .path("rows")
                .forEach(row -> waiting.add(row.at("/fact/paymentId").asText() + " "
                        + row.at("/fact/amount").asText()));
        return waiting;
    }
}
