package io.echeance.app.person;

import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Payments that lie on a person's orders, or that the person made: not those that were placed elsewhere since. With a
 * part goes the whole: its text is that of all its parts, and what a bank told of them later lies under one key.
 */
final class PlacedPayments {

    private final String person;
    private final Map<String, List<String>> byFact = new HashMap<>();
    private final Set<String> its = new HashSet<>();

    /** @param claimed said to be the person's, whatever they name */
    PlacedPayments(String person, Set<String> claimed) {
        this.person = person;
        claimed.forEach(this::add);
    }

    /** The person's, wherever it lies. */
    void add(String payment) {
        its.addAll(DerivedIds.wholes(payment));
    }

    /** One after the other, of each order. */
    void hear(Fact fact) {
        if (fact instanceof PaymentReceived payment) {
            byFact.put(payment.factId(), DerivedIds.wholes(payment.paymentId()));
            if (person.equals(payment.payerId())) {
                add(payment.paymentId());
            }
        } else if (fact instanceof PaymentWithdrawn gone) {
            byFact.remove(gone.received());
        }
    }

    /** Itself, or as a long id is named by its parts. */
    boolean has(String payment) {
        return knows(payment) || knows(DerivedIds.whole(DerivedIds.part(payment, 1)));
    }

    private boolean knows(String payment) {
        return its.contains(payment) || byFact.values().stream().anyMatch(wholes -> wholes.contains(payment));
    }
}
