package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.topology.runtime.EcheanceStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A closed day overtakes nothing on a real broker: invoices are paid on the last day before the recovery fee, and the
 * day is closed at once, while the application is stopped, while it runs, and while it is killed again and again.
 * Nobody waits for idleness before a day is closed.
 */
class DayBarrierIT {

    /** Closing this day brings the fee to whoever has not paid by its end. */
    private static final LocalDate EVE = LocalDate.of(2026, 4, 8);

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int KILLS = Integer.getInteger("kills", 2);

    /** Orders that are paid on a day. */
    private static final int PAID = Integer.getInteger("paid", 100);

    @TempDir
    private static Path directory;

    @AutoClose
    private static Installation installation;

    @AutoClose
    private static Follower<LoggedFact> log;

    /** In how many partitions. */
    private static final Map<LocalDate, Integer> closedIn = new HashMap<>();

    @BeforeAll
    static void play() throws InterruptedException {
        installation = new Installation();
        log = installation.follow(Topic.FACTS, LoggedFact.class);
        installation.close(EVE.minusDays(40));
        bill("STOPPED", 2 * PAID, EVE);
        bill("RUNNING", PAID, EVE.plusWeeks(1));
        bill("KILLED", PAID, EVE.plusWeeks(2));
        bill("LATE", 1, EVE);
        try (EcheanceStreams streams = started()) {
            closeThrough(EVE.minusDays(39), EVE.minusDays(1));
            awaitClosed(streams, EVE.minusDays(1));
        }
        pay("STOPPED", 2 * PAID, EVE);
        installation.close(EVE);
        try (EcheanceStreams streams = started()) {
            closeThrough(EVE.plusDays(1), EVE.plusDays(6));
            awaitClosed(streams, EVE.plusDays(6));
            pay("RUNNING", PAID, EVE.plusWeeks(1));
            installation.close(EVE.plusWeeks(1));
            closeThrough(EVE.plusDays(8), EVE.plusDays(13));
            awaitClosed(streams, EVE.plusDays(13));
        }
        pay("KILLED", PAID, EVE.plusWeeks(2));
        installation.close(EVE.plusWeeks(2));
        closeThrough(EVE.plusDays(15), EVE.plusDays(20));
        killAgainAndAgain();
        try (EcheanceStreams streams = started()) {
            awaitClosed(streams, EVE.plusDays(20));
            installation.awaitIdle(LONG);
        }
    }

    private static EcheanceStreams started() {
        EcheanceStreams streams = new EcheanceStreams(StreamProcess.settings(installation, directory.resolve("state")));
        streams.start();
        return streams;
    }

    /** Each time when the day has come a bit further: something was written that is not committed yet. */
    private static void killAgainAndAgain() throws InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Process process =
                    StreamProcess.start(installation, directory.resolve("state"), directory.resolve("stream.log"));
            StreamProcess.killInTheMiddle(
                    process, () -> installation.openRecords(Topic.FACTS) > 0 || isClosed(EVE.plusDays(20)));
        }
    }

    /** Invoices that were due five days before the morning after {@code eve}. */
    private static void bill(String name, int orders, LocalDate eve) {
        LocalDate delivered = eve.plusDays(1).minusDays(36);
        for (int n = 0; n < orders; n++) {
            Service service = new Service(delivered, delivered, List.of());
            installation.tell(Facts.orderOf(Facts.CUSTOMER, name + "-" + n, EVE.minusDays(39), service));
        }
        installation.flush();
    }

    private static void pay(String name, int orders, LocalDate on) {
        for (int n = 0; n < orders; n++) {
            String order = name + "-" + n;
            installation.tell(Facts.payment("pay-" + order, order + "/ACME/INVOICE/1", on));
        }
        installation.flush();
    }

    private static void closeThrough(LocalDate first, LocalDate last) {
        installation.close(first.datesUntil(last.plusDays(1)).toList());
    }

    private static void awaitClosed(EcheanceStreams streams, LocalDate day) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> streams.failure().isDone() || isClosed(day));
        assertThat(streams.failure()).isNotDone();
    }

    private static boolean isClosed(LocalDate day) {
        log.hear(entry -> {
            if (entry.payload() instanceof DayClosed(LocalDate closed)) {
                closedIn.merge(closed, 1, Integer::sum);
            }
        });
        return closedIn.getOrDefault(day, 0) == Installation.PARTITIONS;
    }

    /** By who was charged: the one that did not pay, and nobody else. */
    @Test
    void nobodyIsChargedWhoPaidBeforeTheDayWasClosed() {
        List<Invoice> invoices = installation.read(Topic.INVOICES, Invoice.class);
        Map<String, Long> fees = new TreeMap<>();
        invoices.stream()
                .map(Invoice::document)
                .filter(document -> document.kind() == Kind.RECOVERY_FEE)
                .forEach(document -> fees.merge(document.orderId(), 1L, Long::sum));

        assertThat(invoices)
                .filteredOn(invoice -> invoice.document().kind() == Kind.INVOICE)
                .hasSize(4 * PAID + 1);
        assertThat(fees).isEqualTo(Map.of("LATE-0", 1L));
    }

    @Test
    void everyPartitionClosesEveryDayOnceAndInOrder() {
        List<LocalDate> closed = installation.read(Topic.FACTS, LoggedFact.class).stream()
                .map(LoggedFact::payload)
                .filter(DayClosed.class::isInstance)
                .map(payload -> ((DayClosed) payload).date())
                .toList();
        List<LocalDate> days = EVE.minusDays(40).datesUntil(EVE.plusDays(21)).toList();

        assertThat(closed).hasSize(days.size() * Installation.PARTITIONS);
        for (int partition = 0; partition < Installation.PARTITIONS; partition++) {
            assertThat(closed.subList(partition * days.size(), (partition + 1) * days.size()))
                    .isEqualTo(days);
        }
    }
}
