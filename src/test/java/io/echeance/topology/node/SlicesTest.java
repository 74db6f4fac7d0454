package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.serde.record.DraftNews.DraftMade;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large day is worked off in slices; nobody outside sees them. */
class SlicesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final LocalDate SERVICE_ENDS = FIRST.plusDays(22);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    private Path state;

    private LogOfOnePartition played(int slice, Consumer<LogOfOnePartition> facts) {
        LogOfOnePartition log = new LogOfOnePartition(state.resolve("slice-" + slice), slice);
        try (log) {
            facts.accept(log);
            log.play();
        }
        return log;
    }

    private static OrderPlaced order(String orderId, LocalDate on) {
        return new OrderPlaced(
                "placed-" + orderId,
                orderId,
                on,
                "technolowgic",
                new Customer("ACME", Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("100.00"))),
                new Service(on.plusDays(20), on.plusDays(22), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static PaymentReceived payment(String paymentId, String orderId, LocalDate on) {
        return new PaymentReceived(
                "told-" + paymentId, orderId, on, paymentId, "ACME", Money.of("50.00"), Method.TRANSFER, orderId);
    }

    /** Seven orders are invoiced on one morning; facts about two of them stand between that day and the next. */
    private static void sevenOrders(LogOfOnePartition log) {
        log.closed(FIRST.minusDays(1));
        for (int n = 1; n <= 7; n++) {
            log.received(order("T-" + n, FIRST));
        }
        log.closed(SERVICE_ENDS);
        log.received(payment("P-7", "T-7", SERVICE_ENDS));
        log.received(payment("P-1", "T-1", SERVICE_ENDS));
        log.closed(SERVICE_ENDS.plusDays(1));
        log.received(new ServiceDelivered("d-6", "T-6", SERVICE_ENDS, BigDecimal.ONE));
        log.closed(SERVICE_ENDS.plusDays(40));
    }

    @Test
    void everyOrderIsInvoicedOnTheDayOnWhichItWasDueWhateverCameInBetween() {
        LogOfOnePartition sliced = played(2, SlicesTest::sevenOrders);

        assertThat(sliced.continued()).isGreaterThanOrEqualTo(3);
        assertThat(sliced.said())
                .filteredOn(DraftMade.class::isInstance)
                .extracting(said -> ((DraftMade) said).document().on())
                .containsOnly(SERVICE_ENDS.plusDays(1))
                .hasSize(7);
    }

    @Test
    void slicesAreSeenByNobody() {
        LogOfOnePartition whole = played(1_000, SlicesTest::sevenOrders);

        assertThat(whole.continued()).isZero();
        for (int slice = 1; slice <= 8; slice++) {
            assertThat(played(slice, SlicesTest::sevenOrders).said())
                    .as("slices of %d", slice)
                    .containsExactlyInAnyOrderElementsOf(whole.said());
        }
    }

    @Test
    void slicesAreSeenByNobodyInAnyHistory() {
        Consumer<LogOfOnePartition> history = log -> aHistory(log, new Random(SEED));
        LogOfOnePartition whole = played(1_000, history);

        assertThat(whole.said()).hasSizeGreaterThan(20);
        for (int slice : List.of(1, 2, 3, 5)) {
            LogOfOnePartition sliced = played(slice, history);
            assertThat(sliced.continued()).isPositive();
            assertThat(sliced.said())
                    .as("seed %d, slices of %d", SEED, slice)
                    .containsExactlyInAnyOrderElementsOf(whole.said());
        }
    }

    /** Half a year in which the days are closed without waiting for the work on them; some days are left out. */
    private static void aHistory(LogOfOnePartition log, Random random) {
        LocalDate today = FIRST;
        log.closed(today.minusDays(1));
        int orders = 0;
        for (int n = 0; n < 150; n++) {
            switch (random.nextInt(4)) {
                case 0 -> log.received(order("T-" + ++orders, today.minusDays(random.nextInt(10))));
                case 1 -> log.received(payment("P-" + n, "T-" + (1 + random.nextInt(orders + 1)), today));
                default -> {
                    int days = 1 + random.nextInt(4);
                    log.closed(today.plusDays(days - 1L));
                    today = today.plusDays(days);
                }
            }
        }
    }

    /** The first lay before the record that closes the day, the second behind it. */
    @Test
    void whatWasEarlyIsNotOvertakenWhileADayIsWorkedOff() {
        Consumer<LogOfOnePartition> amendments = log -> {
            LocalDate next = SERVICE_ENDS.plusDays(1);
            log.closed(FIRST.minusDays(1));
            for (int n = 1; n <= 7; n++) {
                log.received(order("T-" + n, FIRST));
            }
            log.received(amended(1, next), next);
            log.closed(SERVICE_ENDS);
            log.received(amended(2, next), next);
        };
        List<Object> whole = played(1_000, amendments).said();

        for (int slice = 1; slice <= 8; slice++) {
            assertThat(played(slice, amendments).said())
                    .as("slices of %d", slice)
                    .containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    private static OrderAmended amended(int n, LocalDate on) {
        Money price = Money.of(100 + n + ".00");
        return new OrderAmended(
                "amended-" + n, "T-1", on, List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", price)));
    }

    @Test
    void aContinuationThatNobodyWaitsForChangesNothing() {
        LogOfOnePartition replayed = played(2, log -> {
            sevenOrders(log);
            log.continuedBy(FIRST);
            log.continuedBy(SERVICE_ENDS.plusDays(90));
        });

        assertThat(replayed.said())
                .containsExactlyInAnyOrderElementsOf(
                        played(3, SlicesTest::sevenOrders).said());
        assertThat(replayed.rejected()).isEmpty();
    }
}
