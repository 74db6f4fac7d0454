package io.echeance.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.json.RecordJson;
import io.echeance.query.http.Questions;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One after the other, on one installation, as somebody would who tries them. */
@DisplayName("On a real broker and a real registry")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "factId": "o1", "orderId": "T-1", "termsId": "technolowgic", \
        "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka à Orléans", "net": "1000.00"}], \
        "service": {"start": "2026-01-12", "end": "2026-01-13"}}
        """;
    private static final String TERMS = "src/main/resources/terms/technolowgic@2024-12-02.yaml";

    @TempDir
    private static Path folder;

    private static Configured here;

    @AutoClose
    private static Program processor;

    @BeforeAll
    static void start() throws IOException {
        here = Configured.shared(folder, "commands", "commit.interval.ms=10", "query.port=0");
    }

    @Test
    @Order(1)
    @DisplayName("nothing is published before there are topics")
    void needsTopics() throws IOException {
        Call call = here.call("publish", "orders", here.lines(ORDER));

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .contains("'run' creates the topics when it starts")
                .hasLineCount(1);
    }

    @Test
    @Order(2)
    @DisplayName("run creates the topics and says when it is ready")
    void runs() throws IOException {
        processor = here.started();

        assertThat(processor.said()).contains("Created the topics");
    }

    @Test
    @Order(3)
    @DisplayName("publish takes facts, terms, rates and parties, all lines or none")
    void publishes() throws IOException {
        assertThat(here.call("publish", "terms", TERMS).status()).isZero();
        assertThat(here.call("publish", "statutory-rates", "src/main/resources/statutory-rates.csv")
                        .err())
                .contains("records published to statutory-rates");
        assertThat(here.call("publish", "parties", "src/main/resources/demo/parties.jsonl")
                        .status())
                .isZero();
        String acme = RecordJson.write(SampleParties.of("ACME", PayerKind.PROFESSIONAL)) + "\n";
        assertThat(here.call("publish", "parties", here.lines(acme)).status()).isZero();

        assertThat(here.call("clock", "--day-by-day").err()).contains("no day was ever closed: say with --from DATE");

        Call wrong = here.call("publish", "orders", here.lines(ORDER + "{\"type\": \"OrderPlaced\"}"));
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err().lines())
                .containsExactly(
                        "echeance: line 2: orderId is missing.",
                        "echeance: nothing was published: mend these lines and publish again.");

        // Before the first day that is closed, today is the day of the record.
        assertThat(here.call("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04")
                        .lines())
                .containsExactly("2026-01-04 is closed");
        here.awaitQuiet();

        assertThat(here.call("publish", "orders", here.lines(ORDER)).err()).contains("1 record published to orders");
        assertThat(here.all("orders"))
                .singleElement()
                .asString()
                .contains("\"orderId\":\"T-1\"", "\"description\":\"Kafka à Orléans\"", "\"net\":\"1000.00\"");
    }

    @Test
    @Order(4)
    @DisplayName("clock closes days that are over, one by one or the latest, none twice")
    void closesDays() throws IOException {
        assertThat(here.call("clock", "--day-by-day", "--from", "2026-01-01", "--to", "2026-01-12")
                        .lines())
                .hasSize(8)
                .endsWith("2026-01-12 is closed");
        assertThat(here.call("clock", "--day-by-day", "--to", "2026-01-13").lines())
                .containsExactly("2026-01-13 is closed");

        assertThat(here.call("read", "invoices", "--from-beginning", "--max", "1")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("{\"number\":\"technolowgic-2026-000001\"")
                .contains("\"on\":\"2026-01-14\"", "\"id\":\"T-1/ACME/INVOICE/1\"", "\"gross\":\"1200.00\"");

        Call series = here.call("series", "check");
        assertThat(series.status()).isZero();
        assertThat(series.out()).contains("technolowgic/2026");
        here.awaitQuiet();
        Call report = here.call("ereporting", "--seller", "technolowgic", "--from", "2026-01-01", "--to", "2026-01-13");
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(report.out()).contains("technolowgic, 2026-01-01 to 2026-01-13", "Sales to consumers");
        assertThat(here.call(
                                "ereporting",
                                "--seller",
                                "technolowgic",
                                "--from",
                                "2026-01-01",
                                "--to",
                                "2026-01-13",
                                "--json")
                        .lines())
                .singleElement()
                .asString()
                .contains("\"seller\":\"technolowgic\"", "\"unassigned\":\"0.00\"");
        Call early = here.call("ereporting", "--seller", "technolowgic", "--from", "2026-01-01", "--to", "2026-12-31");
        assertThat(early.status()).isEqualTo(2);
        assertThat(early.err()).contains("the period is not over: 2026-01-");
        Call balance = here.call("ledger", "balance");
        assertThat(balance.status()).as(balance.err()).isZero();
        assertThat(balance.out()).contains("technolowgic", "411000", "they agree", "at fault 0: it agrees");

        assertThat(here.all("business-days")).hasSize(2 * 10);
    }

    @Test
    @Order(5)
    @DisplayName("a person is answered over HTTP, and that its data were handed out stands on access-log")
    void answersAPerson() {
        try (Questions questions = new Questions(processor.address())) {
            assertThat(questions
                            .get("/persons/ACME/erasure")
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("BUSINESS_OPEN");
            assertThat(questions.post("/persons/ACME/erasure", "{}").status()).isEqualTo(422);
            assertThat(questions.get("/persons/NOBODY/export").status()).isEqualTo(404);
            assertThat(questions.get("/orders/T-1").status()).isEqualTo(200);
            assertThat(questions.get("/persons/ACME/export").response().body()).startsWith("PK");
        }
        assertThat(here.all("access-log"))
                .singleElement()
                .asString()
                .contains("\"by\":\"anybody\"", "\"operation\":\"GET /persons/{id}/export\"", "\"persons\":[\"ACME\"]");
    }

    @Test
    @Order(6)
    @DisplayName("read goes on until it is told to stop, and shows where a record lies")
    void readsOn() throws IOException, InterruptedException {
        try (Program reader = here.start("read", "parties", "--meta")) {
            // Nothing says that it has begun to listen: so it is told until it has heard.
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                here.call("publish", "parties", here.lines("{\"id\": \"ACME\", \"erased\": true}"));
                return reader.said().contains("\"@key\":\"ACME\",\"deleted\":true");
            });

            assertThat(reader.interrupted()).isZero();
        }
    }

    @Test
    @Order(7)
    @DisplayName("SIGTERM ends the processor cleanly, with status 0")
    void stopsOnTerm() throws IOException, InterruptedException {
        assertThat(processor.signalled("TERM")).isZero();
        assertThat(processor.said()).contains("Stopping", "Stopped.").doesNotContain("ERROR");
    }

    @Test
    @Order(8)
    @DisplayName("an entry of the books that cannot be read raises the alarm, in the next run too, and stops nothing")
    void raisesTheAlarm() throws IOException {
        try (Cluster reached = here.reach();
                Producer<byte[], byte[]> hand = reached.poster()) {
            var unused = hand.send(
                    new ProducerRecord<>(reached.topics().of(Topic.LEDGER_ENTRIES), "no entry".getBytes(US_ASCII)));
        }
        for (int run = 0; run < 2; run++) {
            try (Program again = here.started();
                    Questions questions = new Questions(again.address())) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> questions
                                .get("/metrics")
                                .response()
                                .body()
                                .contains("echeance_books_faults{seller=\"?\"} 1.0"));
                assertThat(questions.get("/metrics").response().body())
                        .contains(
                                "echeance_books_faults{seller=\"technolowgic\"} 0.0",
                                "echeance_books_difference_euros{seller=\"technolowgic\"} 0.0");
                assertThat(questions.get("/health/ready").json().path("books").asText())
                        .isEqualTo("NOT_BALANCED");
                assertThat(questions.get("/health/ready").status()).isEqualTo(200);
            }
        }
        Call balance = here.call("ledger", "balance");
        assertThat(balance.status()).isEqualTo(1);
        assertThat(balance.out())
                .contains("ledger-entries-", "it does not begin with a byte 0", "at fault 0: it agrees");
    }

    @Test
    @Order(9)
    @DisplayName("a wrong address is found at once, in a sentence")
    void findsAWrongAddress() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.properties"), """
            bootstrap.servers=127.0.0.1:1
            apicurio.registry.url=http://127.0.0.1:1/apis/registry/v3
            """);

        Call call = Call.of("read", "invoices", "--config", wrong.toString());

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .isEqualTo("echeance: no broker answers at 127.0.0.1:1: start one, or set bootstrap.servers.\n");
    }
}
