package io.echeance.topology.node;

import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Hears of payments, returns and refunds, each where all that concerns one payment or refund is heard. What they name
 * is asked of {@link NameLookup}, by name; {@link PaymentAnswers} hears what that says. A day goes the same way.
 *
 * <p>What lay behind the record of a day on its partition waits until that day has passed here: which payment came
 * first under an id, and what a return takes back, must not depend on which partition was read faster.
 */
public final class Payments implements Processor<String, LoggedFact, String, Object> {

    private final int partitions;
    private final Sealing sealing;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier barrier;
    private PaymentSteps register;
    private EarlyFacts early;
    private ArrivalOrder arrivals;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Payments(int partitions, Sealing sealing) {
        this.partitions = partitions;
        this.sealing = sealing;
    }

    /** The stores that it shares with {@link PaymentAnswers}. */
    public static List<StoreBuilder<?>> stores() {
        return PaymentSteps.stores();
    }

    public static ProcessorSupplier<String, LoggedFact, String, Object> node(int partitions, Sealing sealing) {
        return Node.of(
                () -> new Payments(partitions, sealing),
                StateStores.clock(StateStores.PAYMENTS_CLOCK),
                StateStores.loggedFacts(StateStores.EARLY_PAYMENTS));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.PAYMENTS_CLOCK));
        this.barrier = new DayBarrier(
                context.getStateStore(StateStores.PAYMENTS_BARRIER),
                "payments",
                DayMarker.channels(partitions, Stage.INTAKE));
        this.register = new PaymentSteps(context, sealing);
        this.early = new EarlyFacts(context.getStateStore(StateStores.EARLY_PAYMENTS));
        this.arrivals = new ArrivalOrder(context);
    }

    @Override
    public void process(Record<String, LoggedFact> record) {
        LoggedFact entry = record.value();
        switch (entry.payload()) {
            case DayMarker marker -> {
                barrier.arrive(marker, record.timestamp());
                barrier.passAll(this::passOn);
            }
            case LoggedFact.Day day -> throw new IllegalStateException("a day comes here as markers: " + day);
            case Received received -> {
                if (EarlyFacts.isEarly(entry, calendar)) {
                    early.add(entry, arrivals.next());
                } else {
                    take(entry, record.timestamp());
                }
            }
        }
    }

    private void take(LoggedFact entry, long timestamp) {
        LocalDate knownOn = entry.knownOn();
        register.take(entry, knownOn == null ? calendar.today(timestamp) : knownOn, timestamp);
    }

    private void passOn(Announced day) {
        calendar.pass(day.date());
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), Stage.PAYMENTS, partition);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
        early.until(day.date().plusDays(1), Integer.MAX_VALUE).forEach(row -> {
            early.remove(row);
            take(row.entry(), Objects.requireNonNull(row.entry().origin()).at());
        });
        context.commit();
    }
}
