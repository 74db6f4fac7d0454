package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.admission.Bounds;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of poison on a real broker: each record is found in {@code rejected} with its reason, and work goes on.
 */
class PoisonIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int MEGABYTE = 1_000_000;
    private static final int PAYMENTS = 510;

    @TempDir
    private static Path directory;

    private static Installation installation;
    private static EcheanceStreams streams;
    private static KafkaProducer<byte[], byte[]> producer;

    /** Where a record lies, and why it has to be rejected; null: it may be taken, or not. */
    private record Sent(
            String topic,
            int partition,
            long offset,
            @Nullable Reason reason) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Random random = new Random(20261128);

    @BeforeAll
    static void start() {
        installation = new Installation();
        installation.close(TODAY.minusDays(1));
        streams = new EcheanceStreams(installation.stream(
                directory.resolve("state"), StreamSettings.DEFAULT_SLICE, Duration.ofSeconds(8), Map.of()));
        streams.start();
        Map<String, Object> settings = new HashMap<>(Installation.clients());
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close(Duration.ZERO);
        streams.close();
        installation.close();
    }

    @Test
    void eachRecordIsFoundWithItsReasonAndTheStreamGoesOn() {
        await().atMost(LONG).until(streams::isReady);
        installation.tell(Facts.order("T-1", TODAY));
        installation.flush();

        large();
        garbage();
        wild();
        manyPayments();
        installation.tell(Facts.order("after-all", TODAY));
        installation.close(TODAY);
        installation.awaitIdle(LONG);

        assertThat(streams.failure()).as("the stream goes on").isNotDone();
        assertThat(installation.read(Topic.STATEMENTS, Statement.class))
                .extracting(Statement::orderId)
                .contains("T-1", "after-all")
                .doesNotContain("large-1", "large-2", "wild");
        Map<Sent, Reason> rejected = new HashMap<>();
        List<Rejected> all = installation.read(Topic.REJECTED, Rejected.class);
        assertThat(all)
                .as("the order takes %d payments of %d", Bounds.PAYMENTS, PAYMENTS)
                .filteredOn(one -> one.topic().equals(installation.name(Topic.PAYMENTS)) && "T-1".equals(one.orderId()))
                .filteredOn(one -> one.reason() == Reason.TOO_LARGE)
                .hasSize(PAYMENTS - Bounds.PAYMENTS);
        for (Rejected one : all) {
            rejected.put(new Sent(one.topic(), one.partition(), one.offset(), null), one.reason());
        }
        assertThat(sent)
                .filteredOn(one -> one.reason() != null)
                .hasSizeGreaterThan(150)
                .allSatisfy(one -> assertThat(rejected.get(new Sent(one.topic(), one.partition(), one.offset(), null)))
                        .as("%s", one)
                        .isEqualTo(one.reason()));
        assertThat(streams.reference().refused()).hasSize(2 + 3);
    }

    private void large() {
        byte[] garbage = new byte[MEGABYTE];
        random.nextBytes(garbage);
        for (Topic input : Topic.of(Topic.Role.INPUT)) {
            send(input, "K", garbage, Reason.TOO_LARGE);
        }
        send(Topic.PARTIES, "K", garbage, Reason.TOO_LARGE);
        send(Topic.TERMS, "K", garbage, null);
        send(Topic.STATUTORY_RATES, "K", garbage, null);
        send(Topic.ORDERS, "K".repeat(MEGABYTE), new byte[0], Reason.TOO_LARGE);
        send(Topic.PARTIES, "K".repeat(MEGABYTE / 2), null, Reason.TOO_LARGE);
        send(Topic.ORDERS, "large-1", order("large-1", "x".repeat(606_000)), Reason.TOO_LARGE);
        send(Topic.ORDERS, "large-2", order("large-2", "x".repeat(60_000)), Reason.TOO_LARGE);
        for (int n = 0; n < 18; n++) {
            PenaltyWaived waiver = new PenaltyWaived("w" + n, "T-1", TODAY, "all", "x".repeat(60_000), "me");
            send(
                    Topic.COLLECTION_ACTIONS,
                    "T-1",
                    installation.bytes(Topic.COLLECTION_ACTIONS, waiver),
                    Reason.TOO_LARGE);
        }
    }

    private static byte[] order(String orderId, String description) {
        OrderPlaced order = Facts.order(orderId, TODAY);
        List<OrderLine> lines = List.of(new OrderLine(OrderLine.LineKind.TUITION, description, Money.of("1000.00")));
        return installation.bytes(Topic.ORDERS, Changed.with(order, "lines", lines));
    }

    private void garbage() {
        byte[] whole = installation.bytes(Topic.ORDERS, Facts.order("T-2", TODAY));
        for (int length = 0; length < whole.length; length++) {
            send(Topic.ORDERS, "T-2", Arrays.copyOf(whole, length), Reason.MALFORMED);
        }
        for (int n = 0; n < 100; n++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            send(Topic.ORDERS, null, bytes, bytes.length > 0 && bytes[0] != 0 ? Reason.MALFORMED : null);
            byte[] flipped = whole.clone();
            flipped[5 + random.nextInt(whole.length - 5)] ^= (byte) (1 << random.nextInt(8));
            send(Topic.ORDERS, "T-2", flipped, null);
        }
        byte[] unknown = whole.clone();
        ByteBuffer.wrap(unknown).putInt(1, 4_711_000);
        send(Topic.ORDERS, "T-2", unknown, Reason.MALFORMED);
        send(Topic.PAYMENTS, null, null, Reason.MALFORMED);
    }

    private void wild() {
        for (LocalDate on : List.of(LocalDate.of(-5_877_641, 6, 24), LocalDate.of(5_881_579, 1, 1))) {
            send(Topic.ORDERS, "wild", installation.bytes(Topic.ORDERS, Facts.order("wild", on)), Reason.MALFORMED);
        }
        byte[] tab = installation.bytes(Topic.ORDERS, Facts.order("wi\tld", TODAY));
        send(Topic.ORDERS, "wi\tld", tab, Reason.MALFORMED);
        byte[] long1 = installation.bytes(Topic.ORDERS, Facts.order("w".repeat(242), TODAY));
        send(Topic.ORDERS, "w", long1, Reason.MALFORMED);
        Terms known = TermPacks.bundled().pack("technolowgic").orElseThrow().terms();
        int day = 1;
        for (int dueDays : List.of(-5, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            Terms wrong = Changed.with(known, "inForceOn", TODAY.withDayOfMonth(day++));
            wrong = Changed.with(wrong, "payment", Changed.with(wrong.payment(), "dueDays", dueDays));
            installation.publish(Topic.TERMS, wrong.id(), wrong);
        }
        for (String amount : List.of("-1.00", "0.00")) {
            send(Topic.PAYMENTS, "T-1", payment("P" + amount, amount), Reason.AMOUNT_NOT_POSITIVE);
        }
        send(Topic.PAYMENTS, "T-1", payment("large", "100000000.00"), Reason.AMOUNT_TOO_LARGE);
    }

    /** More than an order takes. */
    private void manyPayments() {
        for (int n = 0; n < PAYMENTS; n++) {
            send(Topic.PAYMENTS, "T-1", payment("P" + n, "0.01"), null);
        }
    }

    private static byte[] payment(String id, String amount) {
        return installation.bytes(Topic.PAYMENTS, Facts.payment("f-" + id, id, "T-1", null, TODAY, amount));
    }

    private void send(Topic topic, @Nullable String key, byte @Nullable [] value, @Nullable Reason reason) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            RecordMetadata at = producer.send(new ProducerRecord<>(installation.name(topic), keyBytes, value))
                    .get();
            sent.add(new Sent(at.topic(), at.partition(), at.offset(), reason));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
