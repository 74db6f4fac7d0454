package io.echeance.topology.node;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.ReferenceNews.ReferenceKnown;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Finds the order of a payment by its reference. What names nothing that we know waits in suspense, for ever if need
 * be, and goes on when the accounts say that its order or document has appeared; the first meaning of a reference
 * stands. After three days a person is told.
 *
 * <p>A day comes here twice: behind the payments of the day, and behind what the accounts made of them. Only then is
 * it certain that a payment still waits.
 */
public final class Matching implements Processor<String, Object, String, Object> {

    private final int partitions;
    private final int slice;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier payments;
    private DayBarrier accounts;
    private KeyValueStore<String, String> references;
    private Suspense suspense;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Matching(int partitions, int slice) {
        this.partitions = partitions;
        this.slice = slice;
    }

    /** @param slice at most so many alerts follow from one record */
    public static ProcessorSupplier<String, Object, String, Object> node(int partitions, int slice) {
        return Node.of(
                () -> new Matching(partitions, slice),
                StateStores.clock(StateStores.MATCHING_CLOCK),
                StateStores.barrier(StateStores.MATCHING_BARRIER),
                StateStores.texts(StateStores.REFERENCES),
                StateStores.suspenseEntries(StateStores.SUSPENSE),
                StateStores.wakeUps(StateStores.SUSPENSE_WAKE_UPS));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.MATCHING_CLOCK));
        this.payments = barrier("payments", Stage.PAYMENTS);
        this.accounts = barrier("accounts", Stage.ACCOUNTS);
        this.references = context.getStateStore(StateStores.REFERENCES);
        this.suspense = Suspense.in(context);
    }

    private DayBarrier barrier(String row, Stage stage) {
        return new DayBarrier(
                context.getStateStore(StateStores.MATCHING_BARRIER), row, DayMarker.channels(partitions, stage));
    }

    @Override
    public void process(Record<String, Object> record) {
        long timestamp = record.timestamp();
        switch (record.value()) {
            case LoggedFact entry -> hear(record.key(), entry, timestamp);
            case ReferenceKnown(String orderId) -> release(record.key(), orderId, timestamp);
            case DayMarker marker -> {
                accounts.arrive(marker.channel(), marker.date(), timestamp);
                accounts.passAll(this::close);
            }
            case Object other -> throw new IllegalStateException("no payment and no reference: " + other);
        }
        Clock clock = calendar.clock();
        if (clock != null && !clock.mornings().isEmpty()) {
            alert(clock, timestamp);
        }
    }

    private void hear(String reference, LoggedFact entry, long timestamp) {
        switch (entry.payload()) {
            case Told(Fact fact) -> match(reference, (PaymentFact) fact, entry, timestamp);
            case DayMarker marker -> {
                payments.arrive(marker.channel(), marker.date(), timestamp);
                payments.passAll(day -> passOn(day, Stage.MATCHING));
            }
            case LoggedFact.Day day -> throw new IllegalStateException("a day comes here as markers: " + day);
        }
    }

    private void close(Announced day) {
        if (calendar.isNews(day.date())) {
            calendar.close(day.date());
        }
        passOn(day, Stage.SUSPENSE);
    }

    private void passOn(Announced day, Stage stage) {
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), stage, partition);
        forward(LogPartitioner.key(partition), new LoggedFact(null, marker), day.at());
        context.commit();
    }

    private void match(String reference, PaymentFact fact, LoggedFact entry, long timestamp) {
        Origin origin = Objects.requireNonNull(entry.origin());
        LocalDate knownOn = entry.knownOn();
        String orderId = references.get(reference);
        if (orderId == null) {
            LocalDate since = knownOn == null ? calendar.today(timestamp) : knownOn;
            suspense.add(reference, new SuspenseEntry(origin, fact, since, false, knownOn));
        } else {
            forward(orderId, new LoggedFact(origin, new Told(Destination.of(orderId, fact)), knownOn), timestamp);
        }
    }

    private void release(String reference, String orderId, long timestamp) {
        if (references.putIfAbsent(reference, orderId) == null) {
            for (SuspenseEntry released : suspense.release(reference)) {
                Told matched = new Told(Destination.of(orderId, released.fact()));
                forward(orderId, new LoggedFact(released.origin(), matched, released.knownOn()), timestamp);
            }
        }
    }

    /** Tells of what has waited too long; the rest of a large day follows with the records that come next. */
    private void alert(Clock clock, long timestamp) {
        LocalDate today = clock.today();
        List<WakeUp> due = suspense.due(clock.lowWater(), today, slice);
        for (PaymentReceived payment : suspense.told(due)) {
            String key = payment.orderId() == null ? payment.paymentId() : payment.orderId();
            forward(key, new Suspended(payment, today).alert(today), timestamp);
        }
        if (due.size() < slice) {
            calendar.done(clock);
        } else {
            calendar.pause(clock, due.getLast().key());
        }
    }

    private void forward(String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
