package io.echeance.core.matching;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that is known about what money that waits may be meant for.
 *
 * @param named what its text names
 * @param near documents with a number that is near to one in its text
 * @param standings of the orders that are named or near, of those that ask for such an amount, and of all that those
 *     owe who may have paid
 * @param payers who may have paid, as far as it is known
 */
public record Clues(List<Proposal> named, List<KnownName> near, List<OrderStanding> standings, Set<String> payers) {

    public Clues {
        named = List.copyOf(named);
        near = List.copyOf(near);
        standings = List.copyOf(standings);
        payers = Set.copyOf(payers);
    }

    /** Who may have paid: who did, if that is known; else who owes what the text names. */
    public static Set<String> payers(PaymentReceived payment, List<Proposal> named) {
        if (payment.payerId() != null) {
            return Set.of(payment.payerId());
        }
        Set<String> payers = new TreeSet<>();
        named.forEach(proposal -> payers.addAll(proposal.payers()));
        return payers;
    }
}
