package io.echeance.app.person;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Payments that lie on a person's orders, or that the person made: not those that were placed elsewhere since. */
final class PlacedPayments {

    private final String person;
    private final Map<String, String> byFact = new HashMap<>();
    private final Set<String> its;

    /** @param claimed said to be the person's, whatever they name */
    PlacedPayments(String person, Set<String> claimed) {
        this.person = person;
        this.its = new HashSet<>(claimed);
    }

    /** The person's, wherever it lies. */
    void add(String payment) {
        its.add(payment);
    }

    /** One after the other, of each order. */
    void hear(Fact fact) {
        if (fact instanceof PaymentReceived payment) {
            String whole = ClaimedPayments.whole(payment.paymentId());
            byFact.put(payment.factId(), whole);
            if (person.equals(payment.payerId())) {
                its.add(whole);
            }
        } else if (fact instanceof PaymentWithdrawn gone) {
            byFact.remove(gone.received());
        }
    }

    boolean has(String payment) {
        return its.contains(payment) || byFact.containsValue(payment);
    }
}
