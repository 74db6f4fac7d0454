package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person has made of a payment. Without parts and without what is set aside it waits; no rule takes it then.
 *
 * @param parts as their orders have them
 */
public record Allotment(
        List<PaymentReceived> parts, @Nullable SetAside setAside) {

    public Allotment {
        parts = List.copyOf(parts);
    }

    /** Nothing of it goes to an order. */
    boolean isAside() {
        return parts.isEmpty() && setAside != null;
    }

    /** The parts that name what the payment named name what is kept of that. */
    Allotment renamed(PaymentFact payment, PaymentFact kept) {
        return payment instanceof PaymentReceived before && kept instanceof PaymentReceived after
                ? new Allotment(
                        parts.stream()
                                .map(part -> Objects.equals(part.reference(), before.reference())
                                        ? part.naming(after.reference())
                                        : part)
                                .toList(),
                        setAside)
                : this;
    }

    boolean isOpen() {
        return parts.isEmpty() && setAside == null;
    }
}
