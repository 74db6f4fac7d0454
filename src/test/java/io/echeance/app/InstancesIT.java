package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.cluster.BusinessDays;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Submission;
import io.echeance.app.settings.SettingsFile;
import io.echeance.embedded.BrokerProcess;
import io.echeance.embedded.BrokerSettings;
import io.echeance.embedded.SharedCluster;
import io.echeance.house.Everything;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import io.echeance.topology.Topic;
import io.echeance.topology.runtime.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers, and instances that share the work, each a process of its own. */
@DisplayName("Several instances")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int UNKNOWN = 8;
    private static final String LISTS = "/lists/late?limit=7 /lists/of-customer?customer=ACME&limit=200 /ageing"
            + " /lists/suspense /payments/U-1 /payments/U-1/proposals /worklist /customers /customers/technolowgic/ACME"
            + " /sellers/technolowgic/months /sellers/technolowgic/months/2026-01 /audit";
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int ORDERS = Everything.isWanted() ? 40 : 24;

    /** One for each instance, of three. */
    private static final int PARTITIONS = Everything.isWanted() ? 4 : 3;

    private static final int ROUNDS = Everything.isWanted() ? 12 : 3;

    @TempDir
    private static Path folder;

    private static final List<BrokerProcess> BROKERS = new ArrayList<>();
    private static final List<Program> PROGRAMS = new ArrayList<>();
    private static final Map<String, JsonNode> EXPECTED = new TreeMap<>();
    private static String bootstrapServers;
    private static Instance one;
    private static Instance two;

    private record Instance(Program program, Questions questions) {}

    @BeforeAll
    static void start() throws IOException {
        for (BrokerSettings settings : BrokerSettings.cluster(3, folder)) {
            BROKERS.add(BrokerProcess.launch(settings));
        }
        BROKERS.forEach(BrokerProcess::awaitReady);
        bootstrapServers = String.join(
                ",", BROKERS.stream().map(BrokerProcess::bootstrapServers).toList());
        one = instance("one");
        two = instance("two");
        try (Cluster cluster = Cluster.reach(SettingsFile.read("test", settings("test"), Map.of()))) {
            tell(cluster);
        }
    }

    private static Instance instance(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".properties"), settings(name));
        Program program = Program.start(folder, "run", "--config", file.toString());
        PROGRAMS.add(program);
        program.untilItSays("Questions are answered");
        Questions questions = new Questions(program.address());
        program.untilItSays("Ready");
        return new Instance(program, questions);
    }

    private static String settings(String name) {
        return """
            bootstrap.servers=%s
            apicurio.registry.url=%s
            state.dir=%s
            topics.partitions=%d
            days.simulated=true
            num.standby.replicas=1
            query.port=0
            query.requests.per.second=0
            """.formatted(bootstrapServers, SharedCluster.get().registryApi(), folder.resolve(name), PARTITIONS);
    }

    private static void tell(Cluster cluster) {
        try (Publisher publisher = Publisher.of(cluster);
                BusinessDays days = BusinessDays.take(cluster)) {
            publisher.publish(io.echeance.app.demo.Sample.bundled().reference());
            days.close(MONDAY.minusDays(1));
            quiet(cluster);
            String orders = String.join(
                    "\n",
                    IntStream.range(0, ORDERS).mapToObj(InstancesIT::order).toList());
            publisher.publish(Submission.of(Topic.ORDERS, orders).entries());
            for (int n = 0; n < UNKNOWN; n++) {
                publisher.publish(Submission.of(Topic.PAYMENTS, unknown(n)).entries());
            }
            quiet(cluster);
            days.close(MONDAY.plusDays(60));
            quiet(cluster);
        }
    }

    private static String order(int n) {
        return """
            {"type": "OrderPlaced", "on": "%s", "orderId": "I-%d", "termsId": "technolowgic", \
            "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
            "lines": [{"kind": "TUITION", "description": "Kafka", "net": "%d.00"}], \
            "service": {"start": "2026-01-12", "end": "2026-01-13"}}\
            """.formatted(MONDAY, n, 1_000 + n);
    }

    private static String unknown(int n) {
        return "{'type': 'PaymentReceived', 'on': '%s', 'paymentId': 'U-%d', 'amount': '10.00', 'method': 'CARD'}"
                .replace('\'', '"')
                .formatted(MONDAY, n);
    }

    private static void quiet(Cluster cluster) {
        Backlog backlog = new Backlog(cluster.admin(), "echeance");
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> backlog.records() == 0);
    }

    @AfterAll
    static void stop() {
        PROGRAMS.forEach(Program::close);
        BROKERS.forEach(BrokerProcess::kill);
    }

    private static JsonNode bare(Answered answered) {
        return ((ObjectNode) answered.json()).without("copy");
    }

    @Test
    @Order(1)
    @DisplayName("give the same answer about any order")
    void sameAnswers() {
        // While work still moves to the second one, a copy may answer.
        await().atMost(LONG)
                .until(() -> IntStream.range(0, ORDERS)
                        .mapToObj(n -> "/orders/I-" + n)
                        .allMatch(path -> isFresh(one.questions().get(path))
                                && isFresh(two.questions().get(path))));
        for (int n = 0; n < ORDERS; n++) {
            String path = "/orders/I-" + n;
            Answered answered = one.questions().get(path);
            assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
            assertThat(answered.json().path("copy").isMissingNode()).isTrue();
            assertThat(answered.json().path("statement").path("status").asText())
                    .isEqualTo("BILLED");
            assertThat(two.questions().get(path).json()).isEqualTo(answered.json());
            EXPECTED.put(path, answered.json());
        }
        for (Instance instance : List.of(one, two)) {
            assertThat(instance.questions().get("/orders/I-none").status()).isEqualTo(404);
        }
    }

    @Test
    @Order(2)
    @DisplayName("answer from wherever they are asked; the log tells how fast")
    void fromAnywhere() {
        List<Long> micros = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : EXPECTED.keySet()) {
                for (Instance instance : List.of(one, two)) {
                    long begun = System.nanoTime();
                    assertThat(instance.questions().get(path).status()).isEqualTo(200);
                    micros.add((System.nanoTime() - begun) / 1_000);
                }
            }
        }
        List<Long> warm = new ArrayList<>(micros.subList(micros.size() / 3, micros.size()));
        warm.sort(null);
        System.getLogger(InstancesIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} questions, half of them by one hop: p50 {1} us, p99 {2} us",
                        warm.size(),
                        warm.get(warm.size() / 2),
                        warm.get(warm.size() * 99 / 100));
    }

    @Test
    @Order(1)
    @DisplayName("give the same lists and the same ageing, of all partitions, and are ready")
    void sameLists() {
        for (String path : LISTS.split(" ")) {
            JsonNode answer = one.questions().get(path).json();
            assertThat(answer.path("partitions").path("answered")).as(path).hasSize(PARTITIONS);
            assertThat(two.questions().get(path).json()).isEqualTo(answer);
        }
        JsonNode ofAcme = one.questions()
                .get("/lists/of-customer?customer=ACME&limit=200")
                .json();
        assertThat(ofAcme.path("rows")).hasSize(ORDERS);
        assertThat(one.questions().get("/lists/suspense").json().path("rows")).hasSize(UNKNOWN);
        assertThat(two.questions().get("/ageing").json().path("lines")).isNotEmpty();
        for (Instance instance : List.of(one, two)) {
            JsonNode ready = instance.questions().get("/health/ready").json();
            assertThat(ready.path("lastClosedDay").asText()).isEqualTo("" + MONDAY.plusDays(60));
            assertThat(instance.questions().get("/metrics").response().body())
                    .contains("echeance_documents_total", "echeance_late_amount_euros", "jvm_memory_used_bytes");
        }
    }

    @Test
    @Order(2)
    @DisplayName("take a command for any order, and show it at once")
    void commands() {
        for (int n = 0; n < 8; n++) {
            String path = "/orders/I-" + n;
            Answered taken = one.questions()
                    .post(path + "/commands/hold", "{\"reason\": \"DISPUTE\"}", "Idempotency-Key", "dispute-" + n);
            assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
            Answered again = two.questions()
                    .post(path + "/commands/hold", "{\"reason\": \"DISPUTE\"}", "Idempotency-Key", "dispute-" + n);
            assertThat(again.json().path("factId")).isEqualTo(taken.json().path("factId"));
            Answered shown = two.questions().get(path);
            assertThat(shown.json().path("statement").path("holds")).hasSize(1);
            EXPECTED.put(path, shown.json());
        }
    }

    @Test
    @Order(3)
    @DisplayName("answer rightly or not at all when one of them is killed, and again within ten seconds")
    void oneIsKilled() throws Exception {
        try (Load load = new Load(EXPECTED, List.of(two.questions()))) {
            await().atMost(LONG).until(() -> load.answered() > 50);
            assertThat(one.program().signalled("KILL")).isNotZero();
            long killed = System.nanoTime();
            for (String path : EXPECTED.keySet()) {
                await().atMost(Duration.ofSeconds(10))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> two.questions().get(path).status() == 200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(10));
            // The group finds out, and the survivor takes over: then nothing is answered from copies any more.
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> EXPECTED.keySet().stream()
                            .allMatch(path -> isFresh(two.questions().get(path))));
            load.assertRight();
            assertThat(load.ofCopies()).isPositive();
        }
    }

    private static boolean isFresh(Answered answered) {
        return answered.status() == 200 && answered.json().path("copy").isMissingNode();
    }

    @Test
    @Order(4)
    @DisplayName("go on answering while another one joins")
    void anotherJoins() throws Exception {
        try (Load load = new Load(EXPECTED, List.of(two.questions()))) {
            Instance three = instance("three");
            load.ask(three.questions());
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> EXPECTED.keySet().stream()
                            .allMatch(path -> isFresh(three.questions().get(path))
                                    && isFresh(two.questions().get(path))));
            long answered = load.answered();
            await().atMost(LONG).until(() -> load.answered() > answered + 100);
            load.assertRight();
            assertThat(load.longestSilence()).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** The same, but for the mark of a copy. */
    static boolean isRight(Answered answered, JsonNode expected) {
        return bare(answered).equals(expected);
    }
}
