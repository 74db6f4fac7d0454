package io.echeance.topology.node;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.record.Origin;
import io.echeance.topology.store.Calendar;
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
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Finds the order of a payment by its reference. What names nothing that we know waits in suspense, for ever if need
 * be; after three days a person is told.
 */
public final class Matching implements Processor<String, LoggedFact, String, Object> {

    private final int slice;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private KeyValueStore<String, String> references;
    private Suspense suspense;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Matching(int slice) {
        this.slice = slice;
    }

    /** The stores that it shares with {@link References}. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(
                StateStores.clock(StateStores.MATCHING_CLOCK),
                StateStores.texts(StateStores.REFERENCES),
                StateStores.suspenseEntries(StateStores.SUSPENSE),
                StateStores.wakeUps(StateStores.SUSPENSE_WAKE_UPS));
    }

    /** @param slice at most so many alerts follow from one record */
    public static ProcessorSupplier<String, LoggedFact, String, Object> node(int slice) {
        return () -> new Matching(slice);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.MATCHING_CLOCK));
        this.references = context.getStateStore(StateStores.REFERENCES);
        this.suspense = Suspense.in(context);
    }

    @Override
    public void process(Record<String, LoggedFact> record) {
        long timestamp = record.timestamp();
        switch (record.value().payload()) {
            case Told(Fact fact) -> {
                Origin origin = Objects.requireNonNull(record.value().origin());
                match(record.key(), (PaymentFact) fact, origin, timestamp);
            }
            case LoggedFact.Day day -> {
                if (calendar.isNews(day.date())) {
                    calendar.close(day.date());
                }
            }
        }
        Clock clock = calendar.clock();
        if (clock != null && !clock.mornings().isEmpty()) {
            alert(clock, timestamp);
        }
    }

    private void match(String reference, PaymentFact fact, Origin origin, long timestamp) {
        String orderId = references.get(reference);
        if (orderId == null) {
            suspense.add(reference, fact, origin, calendar.today(timestamp));
        } else {
            LoggedFact matched = new LoggedFact(origin, new Told(Destination.of(orderId, fact)));
            context.forward(new Record<>(orderId, matched, timestamp));
        }
    }

    /** Tells of what has waited too long; the rest of a large day follows with the records that come next. */
    private void alert(Clock clock, long timestamp) {
        LocalDate today = clock.today();
        List<WakeUp> due = suspense.due(clock.lowWater(), today, slice);
        for (PaymentReceived payment : suspense.told(due)) {
            String key = payment.orderId() == null ? payment.paymentId() : payment.orderId();
            context.forward(new Record<>(key, new Suspended(payment, today).alert(today), timestamp));
        }
        if (due.size() < slice) {
            calendar.done(clock);
        } else {
            calendar.pause(clock, due.getLast().key());
        }
    }
}
