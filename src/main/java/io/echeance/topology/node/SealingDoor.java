package io.echeance.topology.node;

import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerNews.CustomerActed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.PersonKey;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Behind a node that hears words: what it says of them goes on sealed, and with it the new keys, in the same
 * transaction. All else passes as it is.
 */
public final class SealingDoor implements Processor<String, Object, String, Object> {

    private final Sealing sealing;
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private SealingDoor(Sealing sealing) {
        this.sealing = sealing;
    }

    public static ProcessorSupplier<String, Object, String, Object> node(Sealing sealing) {
        return () -> new SealingDoor(sealing);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Object> record) {
        BiConsumer<String, PersonKey> keys = (id, key) -> context.forward(new Record<>(id, key, record.timestamp()));
        Object said = record.value();
        Object sealed = switch (said) {
            case ForPayments money -> new ForPayments(sealing.matched(money.entry(), keys));
            case LoggedFact entry -> sealing.sealed(entry, keys);
            case CashDecision decision -> sealing.sealed(decision, keys);
            case CustomerActed news -> sealing.sealed(news, keys);
            case UnmatchedPayment alert when sealing.isOn() -> wordless(alert);
            default -> said;
        };
        context.forward(record.withValue(sealed));
    }

    /** The text is in the list of what waits, for as long as it waits. */
    private static UnmatchedPayment wordless(UnmatchedPayment alert) {
        return new UnmatchedPayment(
                alert.on(), alert.orderId(), alert.payer(), alert.paymentId(), alert.amount(), null, alert.proposals());
    }
}
