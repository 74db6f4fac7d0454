package io.echeance.topology.node;

import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The days of the register, one at a time: {@link Payments} lets a day pass, {@link PaymentAnswers} closes it, and
 * only then the next one passes. What lay behind the record of a day waits until that day is closed: which payment came
 * first under an id, what a return takes back, and whether money still waits at the end of a day must not depend on
 * which partition was read faster. Both nodes change the same rows, so nothing is remembered here.
 */
final class PaymentDays {

    private final ProcessorContext<String, Object> context;
    private final int partitions;
    private final EarlyFacts early;
    private final ArrivalOrder arrivals;

    PaymentDays(ProcessorContext<String, Object> context, int partitions) {
        this.context = context;
        this.partitions = partitions;
        this.early = new EarlyFacts(context.getStateStore(StateStores.EARLY_PAYMENTS));
        this.arrivals = new ArrivalOrder(context);
    }

    static List<StoreBuilder<?>> stores() {
        return List.of(
                StateStores.clock(StateStores.SUSPENSE_CLOCK),
                StateStores.barrier(StateStores.PAYMENTS_BARRIER),
                StateStores.loggedFacts(StateStores.EARLY_PAYMENTS));
    }

    Calendar calendar() {
        return new Calendar(context.getStateStore(StateStores.SUSPENSE_CLOCK));
    }

    DayBarrier barrier(String row, Stage stage) {
        return new DayBarrier(
                context.getStateStore(StateStores.PAYMENTS_BARRIER), row, DayMarker.channels(partitions, stage));
    }

    /** Keeps a fact that lay behind the record of a day that is not closed here. False: it lay behind none. */
    boolean keepsEarly(LoggedFact entry) {
        boolean isEarly = EarlyFacts.isEarly(entry, calendar());
        if (isEarly) {
            early.add(entry, arrivals.next());
        }
        return isEarly;
    }

    /** All that lay on the inputs before a day's record may be here. */
    void arrive(DayMarker marker, long timestamp) {
        barrier("payments", Stage.INTAKE).arrive(marker, timestamp);
        passNext();
    }

    /** A day is closed: what was early is so no more, and the next day passes behind it. */
    void goOn(Announced closed, PaymentSteps register) {
        List<EarlyFacts.Row> rows = early.until(closed.date().plusDays(1), Integer.MAX_VALUE);
        for (EarlyFacts.Row row : rows) {
            early.remove(row);
            long at = Objects.requireNonNull(row.entry().origin()).at();
            register.take(row.entry(), Objects.requireNonNull(row.entry().knownOn()), at);
        }
        if (!rows.isEmpty()) {
            // Changes nothing, but what they ask goes ahead of it, and so of the next day, whichever node passes that.
            send(closed);
        }
        passNext();
    }

    private void passNext() {
        DayBarrier barrier = barrier("payments", Stage.INTAKE);
        LocalDate passed = barrier.passed();
        Announced next = barrier.next();
        if (next != null && (passed == null || !calendar().isNews(passed))) {
            barrier.pass(next);
            send(next);
            context.commit();
        }
    }

    private void send(Announced day) {
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), Stage.PAYMENTS, partition);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
    }
}
