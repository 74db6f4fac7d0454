package io.echeance.core.matching;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about what money that waits may be meant for.
 *
 * @param named what its text names
 * @param near documents with a number that is near to one in its text
 * @param standings of the orders that are named or near, and of all that those owe who may have paid
 * @param asking of the orders that ask for such an amount; where they are more than {@value #MOST_ASKING}, one more
 *     than that is enough
 * @param payers who may have paid, as far as it is known
 * @param usual whose payments came from its account; null: nobody's, or of several
 */
public record Clues(
        List<Proposal> named,
        List<KnownName> near,
        List<OrderStanding> standings,
        List<OrderStanding> asking,
        Set<String> payers,
        @Nullable UsualPayer usual) {

    /** Of more that ask for one amount, none stands out. */
    public static final int MOST_ASKING = 50;

    public Clues {
        named = List.copyOf(named);
        near = List.copyOf(near);
        standings = List.copyOf(standings);
        asking = List.copyOf(asking);
        payers = Set.copyOf(payers);
    }

    /** Whether so many ask for the amount that it says nothing of anybody. */
    boolean isCommonAmount() {
        return asking.size() > MOST_ASKING;
    }

    /** All orders that are looked at. */
    Set<OrderStanding> orders() {
        Set<OrderStanding> orders = new LinkedHashSet<>(standings);
        if (!isCommonAmount()) {
            orders.addAll(asking);
        }
        return orders;
    }

    /** Who may have paid: who did, if that is known; else who owes what the text names, and whose account it is. */
    public static Set<String> payers(PaymentReceived payment, List<Proposal> named, @Nullable UsualPayer usual) {
        if (payment.payerId() != null) {
            return Set.of(payment.payerId());
        }
        Set<String> payers = new TreeSet<>();
        named.forEach(proposal -> payers.addAll(proposal.payers()));
        if (usual != null) {
            payers.add(usual.payer());
        }
        return payers;
    }
}
