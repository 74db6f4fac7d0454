package io.echeance.core.order;

import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which movements came back. Under one id there may be several: a debit that is presented again, a refund that is paid
 * anew.
 *
 * <p>Reading taken: payments, refunds and returns of one id are read by date; those of one date by the day on which
 * they reached us, and of one such day the movements first. A return takes back the first movement before it that is
 * not taken back yet. One that comes before all of them takes back the first (a debit refused before its value date,
 * or received late); any other that finds nothing left changes nothing: it was received twice, and what is presented
 * after it stands.
 */
public final class Returns {

    private static final Comparator<KnownFact> BY_DATE = Comparator.comparing(
                    (KnownFact known) -> known.fact().on())
            .thenComparing(KnownFact::knownOn)
            .thenComparing(known -> known.fact() instanceof PaymentReturned)
            .thenComparing(known -> known.fact().factId().length()) // f2 comes before f10
            .thenComparing(known -> known.fact().factId());

    private final Map<String, List<PaymentFact>> movements = new HashMap<>();
    private final Map<String, KnownFact> ahead = new HashMap<>();
    private final Map<String, KnownFact> taken = new HashMap<>();

    private Returns() {}

    /**
     * @param facts in any order; those that concern no money count for nothing
     * @return the returns, by the fact id of the movement that they take back
     */
    public static Map<String, KnownFact> byMovement(List<KnownFact> facts) {
        Returns returns = new Returns();
        if (facts.stream().anyMatch(known -> known.fact() instanceof PaymentReturned)) {
            facts.stream()
                    .filter(known -> known.fact() instanceof PaymentFact)
                    .sorted(BY_DATE)
                    .forEach(returns::read);
        }
        return returns.taken;
    }

    private void read(KnownFact known) {
        PaymentFact fact = (PaymentFact) known.fact();
        if (fact instanceof PaymentApplied || fact instanceof PaymentDetailed) {
            return;
        }
        List<PaymentFact> before = movements.computeIfAbsent(fact.movementId(), id -> new ArrayList<>());
        if (fact instanceof PaymentReturned) {
            if (before.isEmpty()) {
                ahead.putIfAbsent(fact.movementId(), known);
            }
            before.stream()
                    .filter(movement -> !taken.containsKey(movement.factId()))
                    .findFirst()
                    .ifPresent(movement -> taken.put(movement.factId(), known));
        } else {
            KnownFact waiting = before.isEmpty() ? ahead.get(fact.movementId()) : null;
            if (waiting != null) {
                taken.put(fact.factId(), waiting);
            }
            before.add(fact);
        }
    }
}
