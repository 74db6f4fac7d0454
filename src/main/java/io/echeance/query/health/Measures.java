package io.echeance.query.health;

import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.money.Money;
import io.echeance.query.Ageing;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.topology.runtime.BoundedMemory;
import io.echeance.topology.store.AccountsNotWhole;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an instance measures of itself, as Prometheus reads it: of its own partitions; the sum is the whole. */
public final class Measures implements AutoCloseable {

    /** Of Kafka Streams' thousands, those that a person looks at. */
    private static final Set<String> OF_THE_STREAM = Set.of(
            "process-rate",
            "process-latency-avg",
            "commit-latency-avg",
            "poll-records-avg",
            "failed-stream-threads",
            "client-state",
            "records-lag-max",
            "restore-remaining-records-total");

    private static final List<String> COUNTED = List.of("documents", "alerts", "rejected", "wake-ups", "day-close");
    private static final Logger LOG = LoggerFactory.getLogger(Measures.class);
    private static final String BOOK = "book";
    private static final String PROOF = "proof";
    private static final String SECONDS = "seconds";
    private static final long CENTS = 100;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaStreams streams;
    private final Shelves shelves;
    private final Supplier<List<RunningBalance>> books;
    private final MultiGauge unmeasured;
    private final Map<String, Row<?>> unseen = new TreeMap<>();
    private final MultiGauge late;
    private final MultiGauge days;
    private final MultiGauge suspense;
    private final MultiGauge entries;
    private final MultiGauge faults;
    private final MultiGauge differences;
    private final MultiGauge ofBanks;
    private final MultiGauge ofSuspense;
    private final Map<String, MultiGauge> ofTheStream = new TreeMap<>();

    /** @param refused how many terms and rates that were published are not taken */
    public Measures(Heartbeat heartbeat, Shelves shelves, Supplier<List<RunningBalance>> books, IntSupplier refused) {
        this.streams = heartbeat.streams();
        this.shelves = shelves;
        this.books = books;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("echeance.state.memory", BoundedMemory::usedBytes)
                .baseUnit("bytes")
                .description("Memory of all state stores, write buffers included")
                .register(registry);
        Gauge.builder("echeance.reference.refused", refused, IntSupplier::getAsInt)
                .description("Terms and rates that were published and are not taken; the log names them")
                .register(registry);
        FunctionCounter.builder("echeance.accounts.unfit", registry, any -> AccountsNotWhole.found())
                .description("Accounts that could not be restored as the changelog says: read again from its beginning,"
                        + " or the instance stopped; the log says which")
                .register(registry);
        Gauge.builder("echeance.stream.round.age", heartbeat, Heartbeat::longestSeconds)
                .baseUnit(SECONDS)
                .description("How long ago that thread of the stream went round which has not for longest")
                .register(registry);
        Gauge.builder("echeance.stream.standing.threads", heartbeat, Heartbeat::standing)
                .description("Threads of the stream that have not gone round for stream.patience.ms: they stand still")
                .register(registry);
        late = MultiGauge.builder("echeance.late.amount")
                .baseUnit("euros")
                .description("Unpaid and late, by seller and kind of payer")
                .register(registry);
        days = MultiGauge.builder("echeance.last.closed.day")
                .description("Day since 1970-01-01 up to which a partition is closed and processed")
                .register(registry);
        suspense = MultiGauge.builder("echeance.suspense")
                .description("Payments that wait for their order, and returns of such as are not known")
                .register(registry);
        entries = MultiGauge.builder("echeance.books.entries")
                .description("Entries added up by the running proof, by seller")
                .register(registry);
        faults = MultiGauge.builder("echeance.books.faults")
                .description(
                        "Entries that cannot be read, do not balance or were posted again with different content, by"
                                + " seller")
                .register(registry);
        differences = MultiGauge.builder("echeance.books.difference")
                .baseUnit("euros")
                .description("Debits less credits of a seller's books; anything but 0 is an alarm")
                .register(registry);
        ofBanks = MultiGauge.builder("echeance.bank.difference")
                .baseUnit("euros")
                .description("What a bank says that it holds, less what the books say; anything but 0 for longer than a"
                        + " moment is an alarm: a statement or an entry is missing, or was counted twice")
                .register(registry);
        ofSuspense = MultiGauge.builder("echeance.suspense.difference")
                .baseUnit("euros")
                .description("What 471 has, less what waits, is set aside or went out for unknown cause; anything but 0"
                        + " for longer than a moment is an alarm")
                .register(registry);
        unmeasured = MultiGauge.builder("echeance.unmeasured")
                .description("1 where the last look at the book, or at the proof of the books, failed: then it is not"
                        + " reported")
                .register(registry);
        for (String counted : COUNTED) {
            FunctionCounter.builder(
                            "echeance." + counted.replace('-', '.'), streams, all -> sum(all, counted + "-total"))
                    .register(registry);
        }
        Gauge.builder("echeance.day.close.duration", streams, all -> most(all, "day-close-latency-max") / 1_000)
                .baseUnit(SECONDS)
                .description("The longest close of a day of late")
                .register(registry);
        OF_THE_STREAM.forEach(name -> ofTheStream.put(
                name,
                MultiGauge.builder("echeance.stream." + name.replace('-', '.')).register(registry)));
    }

    /** As Prometheus reads it. */
    public synchronized String text() {
        lookAtTheBook();
        lookAtTheProof();
        unmeasured.register(unseen.values(), true);
        ofTheStream.forEach((name, gauge) -> gauge.register(rows(name), true));
        return registry.scrape();
    }

    private static Tags of(PartitionView shelf) {
        return Tags.of("partition", Integer.toString(shelf.partition()));
    }

    private void lookAtTheBook() {
        List<Row<?>> amounts = new ArrayList<>();
        List<Row<?>> closed = new ArrayList<>();
        List<Row<?>> waiting = new ArrayList<>();
        try {
            List<Ageing> ageings = new ArrayList<>();
            for (PartitionView shelf : shelves.allHere()) {
                if (shelf.parts().contains(Part.MONEY)) {
                    waiting.add(Row.of(of(shelf), shelf.inSuspense()));
                }
            }
            for (PartitionView shelf : shelves.here()) {
                Tags partition = of(shelf);
                ageings.add(shelf.ageing(null, null));
                LocalDate complete = shelf.lastComplete();
                if (complete != null) {
                    closed.add(Row.of(partition, complete.toEpochDay()));
                }
            }
            for (Ageing.Line line : Ageing.merged(ageings, LocalDate.EPOCH).lines()) {
                Tags tags =
                        Tags.of("seller", line.seller(), "payers", line.payers().name());
                amounts.add(Row.of(tags, euros(line.amounts().late())));
            }
            look(BOOK, null);
        } catch (TemporarilyUnavailable e) {
            // What is not known is not shown.
            amounts.clear();
            look(BOOK, "moving");
        } catch (RuntimeException e) {
            amounts.clear();
            look(BOOK, "failed");
            LOG.warn("Late amounts, closed days and suspense cannot be measured.", e);
        }
        late.register(amounts, true);
        days.register(closed, true);
        suspense.register(waiting, true);
    }

    /** @param why it could not be measured; null: it was */
    private void look(String what, @Nullable String why) {
        Tags tags = Tags.of("what", what);
        unseen.put(what, Row.of(why == null ? tags.and("why", "") : tags.and("why", why), why == null ? 0 : 1));
    }

    private void lookAtTheProof() {
        List<Row<?>> added = new ArrayList<>();
        List<Row<?>> wrong = new ArrayList<>();
        List<Row<?>> difference = new ArrayList<>();
        List<Row<?>> banks = new ArrayList<>();
        List<Row<?>> suspended = new ArrayList<>();
        try {
            for (RunningBalance balance : books.get()) {
                Tags seller = Tags.of("seller", balance.seller());
                added.add(Row.of(seller, balance.entries()));
                wrong.add(Row.of(seller, balance.faults()));
                difference.add(Row.of(seller, euros(balance.debit().minus(balance.credit()))));
                suspended.add(Row.of(seller, euros(balance.suspenseDifference())));
                for (BankProof bank : balance.banks()) {
                    banks.add(Row.of(seller.and("account", bank.account()), euros(bank.difference())));
                }
            }
            look(PROOF, null);
        } catch (RuntimeException e) {
            look(PROOF, "failed");
            LOG.warn("The proof of the books cannot be measured.", e);
        }
        entries.register(added, true);
        faults.register(wrong, true);
        differences.register(difference, true);
        ofBanks.register(banks, true);
        ofSuspense.register(suspended, true);
    }

    /** For a curve on a screen; the books are kept elsewhere, in cents. */
    private static double euros(Money amount) {
        return (double) amount.cents() / CENTS;
    }

    private List<Row<?>> rows(String name) {
        Map<Tags, Double> values = new java.util.HashMap<>();
        for (Metric metric : streams.metrics().values()) {
            if (metric.metricName().name().equals(name) && metric.metricValue() instanceof Number number) {
                double value = number.doubleValue();
                String thread = metric.metricName().tags().getOrDefault("thread-id", "");
                if (Double.isFinite(value)) {
                    values.merge(Tags.of("thread", thread), value, Math::max);
                }
            }
        }
        List<Row<?>> rows = new ArrayList<>();
        values.forEach((tags, value) -> rows.add(Row.of(tags, value)));
        return rows;
    }

    private static double sum(KafkaStreams streams, String name) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .mapToDouble(Measures::value)
                .sum();
    }

    private static double most(KafkaStreams streams, String name) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .mapToDouble(Measures::value)
                .max()
                .orElse(0);
    }

    private static double value(Metric metric) {
        double value = metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
        return Double.isFinite(value) ? value : 0;
    }

    @Override
    public void close() {
        registry.close();
    }
}
