package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * The whole work on an order, again and again: it is placed, delivered and paid, one in five late, while days are
 * closed. On a real broker, the stream in a process of its own, with the settings of the product; beside it, in the
 * same run, what the engine can do at all, one update of one kilobyte a record, and the same work on PostgreSQL.
 *
 * <p>{@code ./mvnw -q -Pbench test-compile -Dbench.main=io.echeance.bench.Throughput -Dbench=20000}: so many orders.
 */
public final class Throughput {

    private static final int DEFAULT_ORDERS = 5_000;
    private static final int WARM_UP = 1_000;
    private static final int ONE_IN = 5;
    private static final int FACTS_AN_ORDER = 3;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    private final Installation installation;
    private final int orders;

    private Throughput(Installation installation, int orders) {
        this.installation = installation;
        this.orders = orders;
    }

    /** @param arguments how many orders */
    public static void main(String... arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        BenchProcess.endOnFailure();
        boolean asked = arguments.length > 0 && !arguments[0].equals(".*");
        int orders = asked ? Integer.parseInt(arguments[0]) : DEFAULT_ORDERS;
        EngineLimit.Measured limit = EngineLimit.measure(orders * FACTS_AN_ORDER);
        List<PostgresWork> postgres = PostgresWork.measure(orders);
        try (Installation installation = new Installation()) {
            new Throughput(installation, orders).measure(limit, postgres);
        }
        System.exit(0);
    }

    private void measure(EngineLimit.Measured limit, List<PostgresWork> postgres)
            throws IOException, InterruptedException, ExecutionException {
        Training.customers(installation);
        installation.close(FIRST.minusDays(1));
        try (BenchProcess stream = BenchProcess.start(StreamOfBench.class, List.of(installation.application()));
                WrittenBytes written = new WrittenBytes(installation.application())) {
            play("W", WARM_UP, FIRST);
            installation.awaitIdle(AT_MOST);
            written.begin();
            Work cold = work(stream, "X", FIRST.plusDays(100));
            double seconds = cold.seconds();
            double micros = cold.micros();
            int facts = orders * FACTS_AN_ORDER;
            print("%-24s %12s %12s%n", "", "facts/s", "µs CPU/fact");
            print("%-24s %,12.0f %,12.0f%n", "engine's limit (1 KB)", limit.recordsASecond(), limit.microsARecord());
            print("%-24s %,12.0f %,12.0f%n", facts + " facts", facts / seconds, micros / facts);
            print("%-24s %12s %,12.0f%n", "  but for its compilers", "", cold.itself() / facts);
            double speed = facts / seconds / limit.recordsASecond();
            double work = micros / facts / limit.microsARecord();
            print("%-24s %12.3f %12.2f%n", "against the limit", speed, work);
            for (PostgresWork other : postgres) {
                print("%-24s %,12.0f %,12.0f%n", other.name(), other.factsASecond(), other.microsAFact());
                speed = facts / seconds / other.factsASecond();
                print("%-24s %12.3f %12.2f%n", "  against it", speed, micros / facts / other.microsAFact());
            }
            written.print(facts);
            Work warm = work(stream, "Y", FIRST.plusDays(200));
            print("%n%-24s %,12.0f %,12.0f%n", "as many more", facts / warm.seconds(), warm.micros() / facts);
            print("%-24s %12s %,12.0f%n", "  but for its compilers", "", warm.itself() / facts);
        }
        check();
    }

    /** @param itself processor time of its threads but for the compilers, in microseconds like that of all of them */
    private record Work(double seconds, double micros, double itself) {}

    private Work work(BenchProcess stream, String prefix, LocalDate first) throws IOException {
        Duration worked = stream.processorTime();
        Duration workedItself = stream.processorTimeButCompilers();
        long start = System.nanoTime();
        play(prefix, orders, first);
        installation.awaitIdle(AT_MOST);
        return new Work(
                (System.nanoTime() - start) / 1e9,
                stream.processorTime().minus(worked).toNanos() / 1e3,
                stream.processorTimeButCompilers().minus(workedItself).toNanos() / 1e3);
    }

    private void play(String prefix, int many, LocalDate first) {
        for (int n = 0; n < many; n++) {
            Training.order(installation, prefix + n, n, first);
        }
        next(first.plusDays(20));
        for (int n = 0; n < many; n++) {
            Training.deliver(installation, prefix + n, first.plusDays(Training.AHEAD));
        }
        next(first.plusDays(27));
        pay(prefix, many, first.plusDays(28), false);
        next(first.plusDays(60));
        next(first.plusDays(70));
        pay(prefix, many, first.plusDays(71), true);
        next(first.plusDays(99));
    }

    private void next(LocalDate closed) {
        installation.awaitIdle(AT_MOST);
        installation.close(closed);
        installation.awaitIdle(AT_MOST);
    }

    private void pay(String prefix, int many, LocalDate on, boolean late) {
        for (int n = 0; n < many; n++) {
            if ((n % ONE_IN == 0) == late) {
                Training.pay(installation, prefix + n, n, on);
            }
        }
    }

    /** Numbers without gap or repetition, each document once, and the sums. */
    private void check() {
        Map<String, BitSet> numbers = new TreeMap<>();
        Set<DocumentId> documents = new HashSet<>();
        long[] cents = new long[1];
        installation.read(Topic.INVOICES, Invoice.class, invoice -> {
            int number =
                    Integer.parseInt(invoice.number().substring(invoice.number().lastIndexOf('-') + 1));
            BitSet given = numbers.computeIfAbsent(invoice.series(), series -> new BitSet());
            require(!given.get(number), "the number " + invoice.number() + " was given twice");
            given.set(number);
            Document document = invoice.document();
            require(documents.add(document.id()), "issued twice: " + document.id());
            if (document.kind().isPrincipal()) {
                cents[0] += document.payable() == null ? 0 : document.payable().cents();
            }
        });
        numbers.forEach((series, given) ->
                require(given.nextClearBit(1) == given.length() && !given.get(0), series + " has a gap"));
        Set<String> entries = new HashSet<>();
        installation.read(
                Topic.LEDGER_ENTRIES,
                LedgerEntry.class,
                entry -> require(entries.add(String.valueOf(entry.entryId())), "posted twice: " + entry.entryId()));
        long asked = (2L * orders + WARM_UP) * Money.of(Training.GROSS).cents();
        require(cents[0] == asked, "asked for " + cents[0] + " cents of principal, not " + asked);
        print(
                "%,d documents without gap or repetition, %,d entries, %,d cents asked for%n",
                documents.size(), entries.size(), cents[0]);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
