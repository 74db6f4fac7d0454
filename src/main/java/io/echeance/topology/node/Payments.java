package io.echeance.topology.node;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
    private final Sealing sealing;
    private PaymentDays days;
    private PaymentSteps register;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Payments(int partitions, Sealing sealing) {
        this.partitions = partitions;
        this.sealing = sealing;
    }

    /** The stores that it shares with {@link PaymentAnswers}. */
    public static List<StoreBuilder<?>> stores() {
        return Stream.concat(PaymentSteps.stores().stream(), PaymentDays.stores().stream())
                .toList();
    }

    public static ProcessorSupplier<String, LoggedFact, String, Object> node(int partitions, Sealing sealing) {
        return Node.of(() -> new Payments(partitions, sealing));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.days = new PaymentDays(context, partitions);
        this.register = new PaymentSteps(context, sealing);
    }

    @Override
    public void process(Record<String, LoggedFact> record) {
        LoggedFact entry = record.value();
        switch (entry.payload()) {
            case DayMarker marker -> days.arrive(marker, record.timestamp());
            case LoggedFact.Day day -> throw new IllegalStateException("a day comes here as markers: " + day);
            case Received received -> {
                if (!days.keepsEarly(entry)) {
                    LocalDate knownOn = entry.knownOn();
                    LocalDate today = knownOn == null ? days.calendar().today(record.timestamp()) : knownOn;
                    register.take(entry, today, record.timestamp());
                }
            }
        }
    }
}
