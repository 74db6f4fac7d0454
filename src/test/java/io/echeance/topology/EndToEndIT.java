package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.embedded.EmbeddedRegistry;
import io.echeance.embedded.SharedCluster;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker, with a real registry. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int SMALL_SLICE = 3;
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    @TempDir
    private static Path directory;

    @AutoClose
    private static Installation installation = new Installation();

    @BeforeAll
    static void install() {
        installation.close(SUMMER.minusDays(1));
    }

    private static EcheanceStreams started(Duration patience) {
        EcheanceStreams streams = stream(patience);
        streams.start();
        return streams;
    }

    private static EcheanceStreams stream(Duration patience) {
        return new EcheanceStreams(installation.stream(directory.resolve("state"), SMALL_SLICE, patience, Map.of()));
    }

    @Test
    @Order(1)
    void theTopicsAreAsTheStreamNeedsThem() {
        assertThat(installation.topics().problems()).isEmpty();
        assertThat(installation.topics().create(Installation.PARTITIONS, (short) 1))
                .isEmpty();
    }

    @Test
    @Order(2)
    void itWaitsForARegistryThatIsNotThereYet() {
        EmbeddedRegistry registry = SharedCluster.get().registry();
        registry.stop();
        try (EcheanceStreams streams = stream(StreamSettings.DEFAULT_PATIENCE)) {
            Thread start = Thread.ofVirtual().start(streams::start);
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> !streams.isReady() && !streams.failure().isDone());
            registry.relaunch();
            await().atMost(LONG).until(streams::isReady);
            assertThat(start.isAlive()).isFalse();
        }
    }

    @Test
    @Order(3)
    void aRegistryThatIsAwayForHalfAMinuteUnderLoadLosesNothing() {
        EmbeddedRegistry registry = SharedCluster.get().registry();
        installation.bytes(Topic.PAYMENTS, payment(0));
        int rejectedBefore = installation.read(Topic.REJECTED, Rejected.class).size();
        try (EcheanceStreams streams = started(Duration.ofSeconds(8))) {
            await().atMost(LONG).until(streams::isReady);
            // Until a day was closed the date of this machine is today, and would bill these orders.
            installation.awaitIdle(LONG);
            tellOrders(0, 100);
            installation.awaitIdle(LONG);
            assertThat(announced("R-")).isEqualTo(100);

            registry.stop();
            // The stream has not met a payment yet: it has to ask what their schema is, and its patience is short.
            tellPayments(0, 200);
            tellOrders(100, 200);
            // A thread that lost its patience is replaced: its end is no failure.
            await().dontCatchUncaughtExceptions()
                    .during(Duration.ofSeconds(30))
                    .atMost(LONG)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !streams.failure().isDone()
                            && installation
                                            .records(Topic.REJECTED, "read_uncommitted")
                                            .size()
                                    == rejectedBefore);
            assertThat(announced("R-")).as("nothing passes meanwhile").isLessThan(400);

            registry.relaunch();
            installation.awaitIdle(LONG);
            assertThat(announced("R-")).isEqualTo(400);
            assertThat(installation.read(Topic.REJECTED, Rejected.class)).hasSize(rejectedBefore);
        }
    }

    private static String customer(int n) {
        return "CUSTOMER-" + n % 20;
    }

    private static PaymentReceived payment(int n) {
        return Facts.paymentOf(customer(n), "R-pay-" + n, "R-" + n, SUMMER);
    }

    private static void tellOrders(int from, int to) {
        for (int n = from; n < to; n++) {
            installation.tell(Facts.orderOf(customer(n), "R-" + n, SUMMER));
        }
        installation.flush();
    }

    private static void tellPayments(int from, int to) {
        for (int n = from; n < to; n++) {
            installation.tell(payment(n));
        }
        installation.flush();
    }

    /** How many facts of these orders were received and are in the log; holds while money waits are ours. */
    private static long announced(String prefix) {
        return installation.read(Topic.FACTS, LoggedFact.class).stream()
                .filter(entry -> entry.origin() != null
                        && entry.payload() instanceof Received(var fact)
                        && fact.orderId() != null
                        && fact.orderId().startsWith(prefix))
                .count();
    }
}
