package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import java.util.List;
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

    boolean isOpen() {
        return parts.isEmpty() && setAside == null;
    }
}
