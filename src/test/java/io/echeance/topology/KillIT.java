package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream is killed again and again in the middle of its work, and nobody can tell from what it said. */
class KillIT {

    /** What is being written in the transactions that each kill aborts: the parts of the stream, one by one. */
    private static final List<Topic> KILLED_WHILE_WRITING =
            List.of(Topic.FACTS, Topic.STATEMENTS, Topic.INVOICES, Topic.STATEMENTS, Topic.INVOICES);

    private static final int KILLS = Math.min(Integer.getInteger("kills", 3), KILLED_WHILE_WRITING.size());
    private static final int ORDERS_A_ROUND = Integer.getInteger("killedOrders", 56);

    /**
     * How many a transaction holds that is aborted: more than there are of the day with which the stream begins, and
     * fewer than are written between two commits, however slow a machine is.
     */
    private static final int OPEN = Installation.PARTITIONS + 8;

    /** Of one alone, every payment that waits for its document would hold the reminders of all orders there are. */
    private static final int CUSTOMERS = 20;

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private static Path directory;

    @AutoClose
    private static Installation installation;

    private static LocalDate today = FIRST;

    /** Where every record stood that was told, poison included: topic-partition-offset. */
    private static final Set<String> announced = new HashSet<>();

    private static final Set<String> suspended = new HashSet<>();

    @BeforeAll
    static void killItAgainAndAgain() throws InterruptedException {
        installation = new Installation();
        installation.close(today.minusDays(1));
        // Until a part of the stream has heard of its first day, the date of this machine is today there.
        StreamProcess.workOff(installation, directory.resolve("state"), LONG);
        for (int round = 0; round < KILLS; round++) {
            Process process = StreamProcess.dying(
                    installation,
                    directory.resolve("state"),
                    directory.resolve("stream.log"),
                    KILLED_WHILE_WRITING.get(round),
                    OPEN);
            tell(round);
            StreamProcess.awaitDeath(process);
        }
        finish();
    }

    /** Orders, payments of the round before, some of them twice or for nobody, poison; the days go on meanwhile. */
    private static void tell(int round) {
        for (int n = 0; n < ORDERS_A_ROUND; n++) {
            installation.tell(order(round, n));
            if (round > 0) {
                pay(round - 1, n);
            }
            if (n % 20 == 19) {
                installation.raw(Topic.ORDERS, "poison", new byte[] {0, 0, 0, 42, (byte) n});
                installation.flush();
                installation.close(today);
                today = today.plusDays(1);
            }
        }
        installation.flush();
    }

    private static void pay(int round, int n) {
        String order = "K-" + round + "-" + n;
        String customer = customer(n);
        String payment = "pay-" + order;
        switch (n % 8) {
            case 0 -> installation.tell(Facts.paymentOf(customer, payment, "nobody knows Q" + round + "Q" + n, today));
            case 1 -> {
                installation.tell(Facts.paymentOf(customer, payment, order, today));
                installation.tell(Facts.paymentOf(customer, payment, order, today));
            }
            case 2 -> installation.tell(Facts.payment("told-" + order, "pay-" + order, order, order, today, "-1.00"));
            case 3 -> {
                // Never paid.
            }
            default ->
                installation.tell(Facts.paymentOf(customer, payment, order + "/" + customer + "/INVOICE/1", today));
        }
    }

    private static String customer(int n) {
        return "CUSTOMER-" + n % CUSTOMERS;
    }

    private static OrderPlaced order(int round, int n) {
        Service atOnce = new Service(today, today.plusDays(1), List.of());
        return Facts.orderOf(customer(n), "K-" + round + "-" + n, today, atOnce);
    }

    /** Works off what is left, in this process, and the quarter of a year after it. */
    private static void finish() {
        try (EcheanceStreams streams =
                new EcheanceStreams(StreamProcess.settings(installation, directory.resolve("state")))) {
            streams.start();
            await().atMost(LONG).until(streams::isReady);
            // What was told is told before the days go on: a payment waits from the day on which it reaches us.
            installation.awaitIdle(LONG);
            for (int days = 1; days < 90; days += 8) {
                installation.close(today.plusDays(days));
            }
            installation.awaitIdle(LONG);
            ReadOnlyKeyValueStore<Bytes, SuspenseEntry> suspense = streams.kafkaStreams()
                    .store(StoreQueryParameters.fromNameAndType(
                            StateStores.SUSPENSE, QueryableStoreTypes.keyValueStore()));
            try (KeyValueIterator<Bytes, SuspenseEntry> all = suspense.all()) {
                all.forEachRemaining(row -> suspended.add(place(row.value.origin())));
            }
        }
        for (Topic topic : List.of(Topic.ORDERS, Topic.PAYMENTS)) {
            for (ConsumerRecord<byte[], byte[]> record : installation.records(topic, "read_committed")) {
                if (record.value() != null) { // else it marks where a day ends
                    announced.add(place(record.topic(), record.partition(), record.offset()));
                }
            }
        }
    }

    private static String place(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private static String place(Origin origin) {
        return place(origin.topic(), origin.partition(), origin.offset());
    }

    @Test
    void itBit() {
        Map<Topic, Integer> aborted = new TreeMap<>();
        for (Topic topic : List.of(Topic.FACTS, Topic.INVOICES, Topic.STATEMENTS, Topic.REJECTED)) {
            aborted.put(
                    topic,
                    installation.records(topic, "read_uncommitted").size()
                            - installation.records(topic, "read_committed").size());
        }
        System.getLogger(KillIT.class.getName()).log(System.Logger.Level.INFO, "aborted records: " + aborted);

        assertThat(KILLED_WHILE_WRITING.subList(0, KILLS))
                .allSatisfy(topic -> assertThat(aborted.get(topic)).isGreaterThanOrEqualTo(OPEN));
    }

    @Test
    void everyRecordIsInTheLogInSuspenseOrRejectedAndOnlyOnce() {
        List<String> found = new ArrayList<>(suspended);
        installation.read(Topic.FACTS, LoggedFact.class).stream()
                .filter(entry -> entry.origin() != null)
                .forEach(entry -> found.add(place(entry.origin())));
        installation
                .read(Topic.REJECTED, Rejected.class)
                .forEach(rejected -> found.add(place(rejected.topic(), rejected.partition(), rejected.offset())));

        assertThat(found).doesNotHaveDuplicates();
        Set<String> missing = new HashSet<>(announced);
        missing.removeAll(found);
        // Told again with the same content: nothing happens, as the domain has it.
        assertThat(missing).hasSize((KILLS - 1) * ORDERS_A_ROUND / 8);
        assertThat(announced).containsAll(found);
        assertThat(suspended).hasSize((KILLS - 1) * ORDERS_A_ROUND / 8);
    }

    @Test
    void itSaidWhatTheCoreSaysOfTheLog() {
        Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
        Map<Integer, LogOracle> oracles = new HashMap<>();
        List<LoggedFact> log = installation.read(Topic.FACTS, LoggedFact.class);
        List<ConsumerRecord<byte[], byte[]>> records = installation.records(Topic.FACTS, "read_committed");
        for (int n = 0; n < log.size(); n++) {
            oracles.computeIfAbsent(records.get(n).partition(), partition -> new LogOracle(decider, FIRST.minusDays(1)))
                    .hear(log.get(n));
        }
        List<Output> expected = new ArrayList<>();
        Map<String, Statement> standing = new TreeMap<>();
        oracles.values().forEach(oracle -> {
            expected.addAll(oracle.outputs());
            standing.putAll(oracle.statements());
        });

        List<Document> documents = documents();
        assertThat(documents.size()).isGreaterThan(KILLS * ORDERS_A_ROUND);
        assertThat(documents).extracting(Document::id).doesNotHaveDuplicates();
        assertThat(documents).containsExactlyInAnyOrderElementsOf(only(expected, Document.class));
        assertThat(installation.read(Topic.DUNNING_ALERTS, Alert.class))
                .filteredOn(alert -> AlertKind.of(alert) != AlertKind.UNMATCHED_PAYMENT)
                .containsExactlyInAnyOrderElementsOf(only(expected, Alert.class));
        assertThat(only(expected, Rejection.class)).isEmpty();
        Map<String, Statement> said = new TreeMap<>();
        installation
                .read(Topic.STATEMENTS, Statement.class)
                .forEach(statement -> said.put(statement.orderId(), statement));
        assertThat(said).isEqualTo(standing);
    }

    private static List<Document> documents() {
        return installation.read(Topic.INVOICES, Invoice.class).stream()
                .map(Invoice::document)
                .toList();
    }

    private static <T> List<T> only(List<Output> outputs, Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void numbersRunFromOneWithoutGapOrDuplicate() {
        Map<String, List<String>> numbers = new TreeMap<>();
        for (Invoice invoice : installation.read(Topic.INVOICES, Invoice.class)) {
            numbers.computeIfAbsent(invoice.series(), series -> new ArrayList<>())
                    .add(invoice.number());
        }

        assertThat(numbers).isNotEmpty();
        numbers.forEach((series, its) -> {
            List<String> wanted = new ArrayList<>();
            for (int n = 1; n <= its.size(); n++) {
                wanted.add("%s-%06d".formatted(series.replace('/', '-'), n));
            }
            assertThat(its).as(series).containsExactlyInAnyOrderElementsOf(wanted);
        });
    }

    @Test
    void aPersonIsAlertedOnceOfEachPaymentForNobody() {
        List<String> announced = installation.read(Topic.DUNNING_ALERTS, Alert.class).stream()
                .filter(UnmatchedPayment.class::isInstance)
                .map(alert -> ((UnmatchedPayment) alert).reference())
                .toList();

        assertThat(announced).doesNotHaveDuplicates();
        assertThat(announced)
                .filteredOn(reason -> reason.startsWith("nobody knows"))
                .hasSize(suspended.size());
    }

    @Test
    void whatCannotBeReadIsRejectedOnce() {
        assertThat(installation.read(Topic.REJECTED, Rejected.class))
                .filteredOn(rejected -> rejected.reason() == Rejection.Reason.MALFORMED)
                .hasSize(KILLS * (ORDERS_A_ROUND / 20))
                .allSatisfy(rejected ->
                        assertThat(rejected.key()).isEqualTo(Bytes.wrap("poison".getBytes(StandardCharsets.UTF_8))));
    }
}
