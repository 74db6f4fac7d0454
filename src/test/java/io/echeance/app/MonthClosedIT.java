package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.QueryService;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.json.RecordJson;
import io.echeance.query.command.TopicPostbox;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A month, on a real broker,")
class MonthClosedIT {

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "T-1", "termsId": "technolowgic", \
        "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "1000.00"}], \
        "service": {"start": "2026-01-06", "end": "2026-01-07"}}
        """;

    @TempDir
    private static Path folder;

    private static Configured here;

    @Test
    @DisplayName("is closed by the command, once: who closes it behind its back is refused, and stands on rejected")
    void isClosedOnce() throws IOException, TemporarilyUnavailable {
        here = Configured.shared(folder, "closing", "commit.interval.ms=10", "query.port=0");
        try (QueryService answers = QueryService.listen(ConfigOption.read(here.file()));
                Cluster cluster = Cluster.reach(answers.settings());
                RunningInstance processor = RunningInstance.on(cluster)) {
            answers.answerFrom(processor.instance());
            prepare();
            String close = "ledger close technolowgic 2026-01 --at "
                    + answers.address().orElseThrow();
            awaited(() -> assertThat(Call.line(close).out()).contains("Good", "--entries 1 --debit 1200.00"));

            Call closed = Call.line(close + " --entries 1 --debit 1200.00");
            assertThat(closed.status()).as(closed.err()).isZero();
            postBehindItsBack(cluster);

            awaited(() -> assertThat(here.all("rejected")).hasSize(1));
            assertThat(here.all("rejected").getFirst())
                    .contains("MONTH_CLOSED", "ledger-actions", "\"factId\":\"behind\"");
            assertThat(here.all("ledger-actions")).hasSize(2);
            assertThat(here.all("month-closings")).hasSize(1).allMatch(line -> line.contains("\"by\":\"anybody\""));
            awaited(() -> assertThat(Call.line(close).lines().getLast()).endsWith("By anybody."));
            processor.requireHealth();
        }
    }

    /** As another instance does that has looked a moment before. */
    private static void postBehindItsBack(Cluster cluster) throws TemporarilyUnavailable {
        MonthClosed second = new MonthClosed(
                "behind", "technolowgic", YearMonth.of(2026, 1), LocalDate.of(2026, 2, 1), "bob", 1, List.of());
        try (TopicPostbox posts =
                new TopicPostbox(cluster.serdes(), cluster.topics(), cluster.poster(), cluster.reader())) {
            posts.post(second);
        }
    }

    private static void awaited(ThrowingRunnable until) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(until);
    }

    private static void prepare() throws IOException {
        here.done("terms", "publish");
        here.done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
        here.done("publish", "parties", "src/main/resources/demo/parties.jsonl");
        here.done(
                "publish",
                "parties",
                here.lines(RecordJson.write(SampleParties.of("ACME", PayerKind.PROFESSIONAL)) + "\n"));
        here.done("clock", "--day-by-day", "--from", "2026-01-30", "--to", "2026-01-30");
        awaited(() -> assertThat(here.all("facts")).hasSizeGreaterThan(1));
        here.done("publish", "orders", here.lines(ORDER));
        here.done("clock", "--day-by-day", "--to", "2026-01-31");
    }
}
