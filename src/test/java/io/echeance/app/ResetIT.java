package io.echeance.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Instance;
import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.json.RecordJson;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One after the other, on one installation. */
@DisplayName("reset, on a real broker,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResetIT {

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "%s", "termsId": "technolowgic", \
        "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka à Orléans", "net": "1000.00"}], \
        "service": {"start": "2026-01-06", "end": "2026-01-07"}}
        """;

    @TempDir
    private static Path folder;

    private static Configured here;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        here = Configured.shared(folder, "reset", "commit.interval.ms=10", "query.port=-1");
        try (RunningInstance processor = here.run()) {
            assertThat(here.call("terms", "publish").lines()).hasSize(5).allMatch(line -> line.endsWith(" published"));
            // A transaction that is committed is seen by others a moment later.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(here.call("terms", "publish", "hexagone-initial")
                                    .lines())
                            .containsExactly("hexagone-initial@2025-06-18 was there already"));
            here.call("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
            here.call("publish", "parties", "src/main/resources/demo/parties.jsonl");
            here.call(
                    "publish",
                    "parties",
                    here.lines(RecordJson.write(SampleParties.of("ACME", PayerKind.PROFESSIONAL)) + "\n"));
            sell("T-1");
            processor.requireHealth();
        }
    }

    /** Until the day after the service has ended: then it is invoiced. */
    private static void sell(String order) throws IOException {
        if (here.all("business-days").isEmpty()) {
            here.call("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04");
            here.awaitQuiet();
        }
        assertThat(here.call("publish", "orders", here.lines(ORDER.replace("%s", order)))
                        .status())
                .isZero();
        here.awaitQuiet();
        here.call("clock", "--day-by-day", "--to", "2026-01-08");
        here.call("clock", "--day-by-day", "--to", "2026-01-09");
        here.awaitQuiet();
    }

    @Test
    @Order(1)
    @DisplayName("says what it would touch, and touches nothing")
    void isDryByDefault() {
        Set<String> before = topics();

        Call call = here.call("reset", "accounts");

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.err()).isEqualTo("Nothing was touched. With --execute it is done.\n");
        assertThat(call.lines().stream().map(line -> line.replaceAll(" {2,}", " | ")))
                .startsWith("what | which | what happens", "position | reset.facts | to the beginning")
                .contains(
                        "topic | reset-accounts-changelog | deleted; made anew at the next start",
                        "topic | reset-bound-terms-changelog | deleted; made anew at the next start",
                        "folder | " + folder.resolve("state/reset") + " | deleted; restored at the next start",
                        "topic | reset-series-changelog | kept: says which numbers were given",
                        "topic | reset-numbers-changelog | kept: says which numbers were given")
                .noneMatch(line -> line.contains("payments-changelog") || line.contains("register-changelog"));
        assertThat(topics()).isEqualTo(before);
        assertThat(folder.resolve("state/reset")).exists();
    }

    @Test
    @Order(2)
    @DisplayName("refuses while an instance runs")
    void refusesWhileAnInstanceRuns() throws IOException, InterruptedException {
        try (RunningInstance processor = here.run()) {
            for (String mode : List.of("state", "accounts", "proof")) {
                Call call = here.call("reset", mode, "--execute");
                assertThat(call.status()).as(mode).isEqualTo(1);
                assertThat(call.err()).contains("instances of reset run (", "stop them all first");
            }
            processor.requireHealth();
        }
        assertThat(topics()).contains("reset-accounts-changelog");
    }

    @Test
    @Order(3)
    @DisplayName("has the accounts drawn again from the log: the same statements, no document and no number twice")
    void drawsTheAccountsAgain() throws IOException, InterruptedException {
        List<String> invoices = here.all("invoices");
        List<String> statements = latest("statements");
        assertThat(invoices).hasSize(1);
        assertThat(statements).hasSize(1);

        assertThat(here.call("reset", "accounts", "--execute").err()).startsWith("Done.");
        assertThat(topics()).doesNotContain("reset-accounts-changelog").contains("reset-series-changelog");
        assertThat(folder.resolve("state/reset")).doesNotExist();

        try (RunningInstance processor = here.run()) {
            here.awaitQuiet();
            assertThat(here.all("invoices")).isEqualTo(invoices);
            assertThat(here.all("statements")).hasSizeGreaterThan(statements.size());
            assertThat(latest("statements")).isEqualTo(statements);
            assertThat(here.call("ledger", "balance").status()).isZero();
            sell("T-2");
            assertThat(here.all("invoices")).hasSize(2).anyMatch(line -> line.contains("technolowgic-2026-000002"));
            assertThat(here.call("series", "check").status()).isZero();
            processor.requireHealth();
        }
    }

    @Test
    @Order(4)
    @DisplayName("ends the alarm of the books, once they are begun anew behind the fault")
    void endsTheAlarm() throws IOException, InterruptedException {
        try (RunningInstance processor = here.run();
                Cluster reached = here.reach();
                Producer<byte[], byte[]> hand = reached.poster()) {
            var unused = hand.send(
                    new ProducerRecord<>(reached.topics().of(Topic.LEDGER_ENTRIES), "no entry".getBytes(US_ASCII)));
            hand.flush();
            here.awaitQuiet();
            assertThat(latest("trial-balances")).anyMatch(line -> line.contains("\"faults\":1"));
            processor.requireHealth();
        }
        assertThat(here.call("reset", "accounts", "--from-now").status()).isEqualTo(2);
        Call call = here.call("reset", "proof", "--from-now", "--execute");
        assertThat(call.err()).startsWith("Done.");
        assertThat(call.out())
                .contains("ledger-entries", "to the end", "reset-posted-entries-changelog")
                .containsPattern("month-closings +to the beginning")
                .contains("reset-trial-balances-changelog", "reset-postings-by-seller-repartition")
                .doesNotContain("reset-accounts-changelog");
        try (RunningInstance processor = here.run()) {
            sell("T-3");
            assertThat(here.all("trial-balances")).last().asString().contains("\"balanced\":true", "\"faults\":0");
            processor.requireHealth();
        }
    }

    @Test
    @Order(5)
    @DisplayName("loses nothing with a machine's state")
    void losesNothingWithState() throws IOException, InterruptedException {
        Set<String> before = topics();
        assertThat(here.call("reset", "state", "--execute").err()).startsWith("Done.");
        assertThat(folder.resolve("state/reset")).doesNotExist();
        assertThat(topics()).isEqualTo(before);
        try (RunningInstance processor = here.run()) {
            sell("T-4");
            assertThat(here.all("invoices")).anyMatch(line -> line.contains("technolowgic-2026-000004"));
            processor.requireHealth();
        }
    }

    @Test
    @Order(6)
    @DisplayName("forgets the numbers only when told in so many words, though no release reads the state; parties stay")
    void forgetsTheNumbersWhenAsked() throws IOException, InterruptedException {
        Call call = here.call("reset", "everything", "--execute");
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("say --and-numbers as well");
        assertThat(here.call("reset", "state", "--execute").err()).startsWith("Done.");
        try (Cluster reached = here.reach()) {
            assertThat(EarlierBuild.write(reached, topics())).isGreaterThan(20);
            try (Instance instance = Instance.start(reached.settings(), 2)) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThatThrownBy(instance::requireHealth)
                                .hasMessageContaining("written by a build before the first release")
                                .hasMessageContaining("'reset everything', start, and publish again"));
            }
        }
        assertThat(folder.resolve("state/reset")).isNotEmptyDirectory();

        // An instance that has failed counts as running until its session is over.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(here.call("reset", "everything", "--and-numbers", "--execute")
                                .err())
                        .startsWith("Done."));

        assertThat(topics()).doesNotContain("reset.facts", "reset.invoices", "reset-series-changelog");
        try (RunningInstance processor = here.run()) {
            assertThat(here.all("orders")).isEmpty();
            sell("T-5");
            assertThat(here.all("invoices")).singleElement().asString().contains("technolowgic-2026-000001", "T-5");
            assertThat(here.all("rejected")).isEmpty();
            assertThat(here.call("ledger", "balance").status()).isZero();
            processor.requireHealth();
        }
        try (RunningInstance processor = here.run()) {
            sell("T-6");
            assertThat(here.all("invoices")).hasSize(2).anyMatch(line -> line.contains("technolowgic-2026-000002"));
            processor.requireHealth();
        }
    }

    /** Of this installation. */
    private static Set<String> topics() {
        try (Cluster reached = here.reach()) {
            return reached.answer(reached.admin().listTopics().names()).stream()
                    .filter(name -> name.startsWith("reset"))
                    .collect(Collectors.toSet());
        }
    }

    /** The last record of each key, without the place where it lies. */
    private static List<String> latest(String topic) {
        Map<String, String> latest = new java.util.TreeMap<>();
        for (String line : here.all(topic)) {
            String key = line.replaceFirst(".*?\"(orderId|seller)\":\"([^\"]*)\".*", "$2");
            latest.put(key, line);
        }
        return List.copyOf(latest.values());
    }
}
