package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.serde.RegistryInMemory;
import io.echeance.topology.Topic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a busy stream writes: two thousand orders, each delivered and paid, one in five late, on four partitions, and a
 * transaction has a thousand records, as where ten thousand a second are read. Counted, not timed: the same everywhere.
 */
@DisplayName("A busy stream")
class BusyStreamTest {

    private static final Logger LOG = LoggerFactory.getLogger(BusyStreamTest.class);

    private static final int PARTITIONS = 4;
    private static final int ORDERS = 2_000;
    private static final int FACTS = 3 * ORDERS;
    private static final int CUSTOMERS = 100;
    private static final int AT_A_TIME = 100;
    private static final int A_TRANSACTION = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final Instance instance = new Instance(registry, PARTITIONS, 500);
    private final Cluster cluster = new Cluster(PARTITIONS, List.of(instance), instance, Saboteur.NOBODY);

    private record Sum(long records, long bytes) {

        private Sum plus(Sum other) {
            return new Sum(records + other.records, bytes + other.bytes);
        }

        private Sum minus(Sum other) {
            return new Sum(records - other.records, bytes - other.bytes);
        }
    }

    @Test
    @DisplayName("writes no more than its share for a fact")
    void writesNoMoreThanItsShare() {
        for (int n = 0; n < CUSTOMERS; n++) {
            cluster.send(Event.Sent.of(SampleParties.of("CUSTOMER-" + n, PayerKind.PROFESSIONAL), FIRST));
        }
        SampleParties.sellers().forEach(seller -> cluster.send(Event.Sent.of(seller, FIRST)));
        close(FIRST.minusDays(1));
        play("W", 100, FIRST);
        SortedMap<String, Sum> before = written();
        play("X", ORDERS, FIRST.plusDays(100));
        SortedMap<String, Sum> written = written();
        before.forEach((topic, sum) -> written.computeIfPresent(topic, (same, all) -> all.minus(sum)));
        for (Topic input : Topic.of(Topic.Role.INPUT)) {
            written.remove(input.id());
        }
        written.remove(Topic.PARTIES.id());
        // A few rows a day, whatever the number of facts.
        written.keySet().removeIf(topic -> topic.contains("-barrier-") || topic.contains("-clock-"));
        Sum all = written.values().stream().reduce(new Sum(0, 0), Sum::plus);
        LOG.info("What a fact writes on a busy stream:\n{}{}", table(written), line("all", all));
        // 7 are the goal.
        assertThat((double) all.records() / FACTS).as("records a fact").isLessThan(6.97);
        assertThat((double) all.bytes() / FACTS).as("bytes a fact").isLessThan(1_765);
    }

    private void play(String prefix, int orders, LocalDate first) {
        for (int n = 0; n < orders; n++) {
            send(order(prefix + n, "CUSTOMER-" + n % CUSTOMERS, first));
        }
        close(first.plusDays(20));
        for (int n = 0; n < orders; n++) {
            send(new ServiceDelivered("done-" + prefix + n, prefix + n, first.plusDays(21), BigDecimal.ONE));
        }
        close(first.plusDays(27));
        pay(prefix, orders, first.plusDays(28), false);
        close(first.plusDays(60));
        close(first.plusDays(70));
        pay(prefix, orders, first.plusDays(71), true);
        close(first.plusDays(99));
    }

    private static OrderPlaced order(String id, String customer, LocalDate on) {
        return new OrderPlaced(
                "placed-" + id,
                id,
                on,
                "technolowgic",
                new Customer(customer, Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "Training", Money.of("2400.00"))),
                new Service(on.plusDays(21), on.plusDays(22), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private void pay(String prefix, int orders, LocalDate on, boolean late) {
        for (int n = 0; n < orders; n++) {
            if ((n % 5 == 0) == late) {
                String id = prefix + n;
                String customer = "CUSTOMER-" + n % CUSTOMERS;
                Money paid = Money.of("2880.00");
                send(new PaymentReceived("paid-" + id, null, on, "P-" + id, customer, paid, Method.TRANSFER, id));
            }
        }
    }

    private void send(Fact fact) {
        cluster.send(Event.Sent.of(fact, Event.Sent.partitionOf(fact, PARTITIONS), fact.on()));
    }

    private void close(LocalDate day) {
        work();
        cluster.send(Event.DayOver.of(day));
        work();
    }

    private void work() {
        StreamThread thread = cluster.threads().getFirst();
        int read = 0;
        for (List<SimulatedTask> able = cluster.ableTasks(); !able.isEmpty(); able = cluster.ableTasks()) {
            for (SimulatedTask task : able) {
                read += read(task, thread);
                if (read >= A_TRANSACTION) {
                    thread.commit();
                    read = 0;
                }
            }
            if (cluster.ableTasks().isEmpty()) {
                thread.commit();
                read = 0;
            }
        }
    }

    private static int read(SimulatedTask task, StreamThread thread) {
        int read = 0;
        for (List<PartitionLog.Entry> next = task.readable(false);
                !next.isEmpty() && read < AT_A_TIME;
                next = task.readable(false)) {
            thread.hasRead();
            task.read(next.getFirst());
            read++;
        }
        return read;
    }

    private SortedMap<String, Sum> written() {
        SortedMap<String, Sum> sums = new TreeMap<>();
        cluster.broker().written().forEach((topic, rows) -> {
            for (KeyValue<byte @Nullable [], byte @Nullable []> row : rows) {
                sums.merge(topic, new Sum(1, length(row.key) + length(row.value)), Sum::plus);
            }
        });
        return sums;
    }

    private static long length(byte @Nullable [] some) {
        return some == null ? 0 : some.length;
    }

    private static String table(Map<String, Sum> written) {
        StringBuilder table = new StringBuilder();
        written.forEach((topic, sum) -> table.append(line(topic, sum)));
        return table.toString();
    }

    private static String line(String what, Sum sum) {
        return String.format(
                Locale.ROOT,
                "%-50s %6.2f records a fact of %5d bytes: %5d bytes a fact%n",
                what,
                (double) sum.records() / FACTS,
                sum.bytes() / Math.max(1, sum.records()),
                sum.bytes() / FACTS);
    }
}
