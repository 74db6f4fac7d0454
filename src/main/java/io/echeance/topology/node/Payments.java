package io.echeance.topology.node;

import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Hears of payments, returns and refunds, each where all that concerns one payment or refund is heard. What they name
 * is asked of {@link NameLookup}, by name; {@link PaymentAnswers} hears what that says. A day goes the same way.
 */
public final class Payments implements Processor<String, LoggedFact, String, Object> {

    private final int partitions;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier barrier;
    private PaymentSteps register;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Payments(int partitions) {
        this.partitions = partitions;
    }

    /** The stores that it shares with {@link PaymentAnswers}. */
    public static List<StoreBuilder<?>> stores() {
        return PaymentSteps.stores();
    }

    public static ProcessorSupplier<String, LoggedFact, String, Object> node(int partitions) {
        return Node.of(() -> new Payments(partitions), StateStores.clock(StateStores.PAYMENTS_CLOCK));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.PAYMENTS_CLOCK));
        this.barrier = new DayBarrier(
                context.getStateStore(StateStores.PAYMENTS_BARRIER),
                "payments",
                DayMarker.channels(partitions, Stage.INTAKE));
        this.register = new PaymentSteps(context);
    }

    @Override
    public void process(Record<String, LoggedFact> record) {
        LoggedFact entry = record.value();
        switch (entry.payload()) {
            case DayMarker marker -> {
                barrier.arrive(marker.channel(), marker.date(), record.timestamp());
                barrier.passAll(this::passOn);
            }
            case LoggedFact.Day day -> throw new IllegalStateException("a day comes here as markers: " + day);
            case Told told -> {
                LocalDate knownOn = entry.knownOn();
                LocalDate today = knownOn == null ? calendar.today(record.timestamp()) : knownOn;
                register.take(entry, today, record.timestamp());
            }
        }
    }

    private void passOn(Announced day) {
        calendar.pass(day.date());
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), Stage.PAYMENTS, partition);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
        context.commit();
    }
}
