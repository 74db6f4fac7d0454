package io.echeance.topology.node;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Words;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerNews.CustomerActed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.seal.MasterKey;
import io.echeance.serde.seal.MasterKey.Made;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the words of a fact before it goes where it is kept for ever: the fact goes without them, and its
 * original bytes, which have them, go sealed with a key of their own.
 */
public final class Sealing {

    /** Everything stays as it is. */
    public static final Sealing NONE = new Sealing(null, new ReferenceData());

    private final @Nullable MasterKey master;
    private final ReferenceData reference;

    /** @param reference whose sellers' numbers are looked for in a bank's text */
    public Sealing(@Nullable MasterKey master, ReferenceData reference) {
        this.master = master;
        this.reference = reference;
    }

    boolean isOn() {
        return master != null;
    }

    /** What is kept of a payment for ever. */
    public PaymentFact kept(PaymentFact fact) {
        return master == null ? fact : Words.without(fact, reference.sellers());
    }

    /** @param keys hears of each new key, with its id */
    LoggedFact sealed(LoggedFact entry, BiConsumer<String, PersonKey> keys) {
        if (master == null || !(entry.payload() instanceof Received(Fact fact))) {
            return entry;
        }
        Fact kept = Words.without(fact, reference.sellers());
        Origin origin = entry.origin();
        if (kept.equals(fact)) {
            return entry;
        }
        Origin sealed = origin == null ? null : sealed(origin, "order/" + fact.orderId(), keys);
        return new LoggedFact(sealed, new Received(kept), entry.knownOn());
    }

    CashDecision sealed(CashDecision decision, BiConsumer<String, PersonKey> keys) {
        PaymentDecided one = decision.decided();
        if (master == null || one.by() == null) {
            return decision;
        }
        PaymentDecided kept = new PaymentDecided(
                one.on(),
                one.decisionId(),
                one.paymentId(),
                one.amount(),
                one.parts(),
                one.setAside(),
                one.open(),
                null,
                one.replaces(),
                one.deductions());
        return new CashDecision(kept, sealed(decision.origin(), "payment/" + one.paymentId(), keys));
    }

    CustomerActed sealed(CustomerActed news, BiConsumer<String, PersonKey> keys) {
        if (master == null) {
            return news;
        }
        CustomerFact fact = news.fact();
        String subject = "customer/" + fact.seller() + "/" + fact.customer();
        return new CustomerActed(news.day(), fact.withoutWords(), sealed(news.origin(), subject, keys));
    }

    private Origin sealed(Origin origin, String subject, BiConsumer<String, PersonKey> keys) {
        if (master == null || origin.sealedBy() != null) {
            return origin;
        }
        Made made = master.make(subject);
        keys.accept(made.id(), made.kept());
        byte[] sealed = made.key().seal(origin.value().get(), origin.place());
        return origin.sealed(made.id(), Bytes.wrap(sealed));
    }
}
