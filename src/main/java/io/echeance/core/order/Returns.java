package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
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
 * after it stands. Where a return says how much left, what is of another sum is none of its movements.
 */
public final class Returns {

    private static final Comparator<KnownFact> BY_DATE = Comparator.comparing(
                    (KnownFact known) -> known.fact().on())
            .thenComparing(KnownFact::knownOn)
            .thenComparing(known -> known.fact() instanceof PaymentReturned)
            .thenComparing(known -> known.fact().factId().length()) // f2 comes before f10
            .thenComparing(known -> known.fact().factId());

    private final Map<String, List<PaymentFact>> movements = new HashMap<>();
    private final Map<String, List<KnownFact>> ahead = new HashMap<>();
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

    /** Whether a return may take back a payment or a refund of its id: of the same sum, the other way. */
    public static boolean fits(PaymentReturned returned, PaymentFact movement) {
        Money amount = returned.amount();
        return amount == null
                || switch (movement) {
                    case PaymentReceived payment -> payment.amount().equals(amount);
                    case RefundPaid refund -> refund.amount().negate().equals(amount);
                    case PaymentReturned other -> false;
                    case PaymentApplied applied -> false;
                    case PaymentDetailed detailed -> false;
                };
    }

    private void read(KnownFact known) {
        PaymentFact fact = (PaymentFact) known.fact();
        if (fact instanceof PaymentFact.Remark) {
            return;
        }
        List<PaymentFact> before = movements.computeIfAbsent(fact.movementId(), id -> new ArrayList<>());
        if (fact instanceof PaymentReturned returned) {
            if (before.isEmpty()) {
                ahead.computeIfAbsent(fact.movementId(), id -> new ArrayList<>())
                        .add(known);
            }
            before.stream()
                    .filter(movement -> !taken.containsKey(movement.factId()) && fits(returned, movement))
                    .findFirst()
                    .ifPresent(movement -> taken.put(movement.factId(), known));
        } else {
            if (before.isEmpty()) {
                ahead.getOrDefault(fact.movementId(), List.of()).stream()
                        .filter(waiting -> fits((PaymentReturned) waiting.fact(), fact))
                        .findFirst()
                        .ifPresent(waiting -> taken.put(fact.factId(), waiting));
            }
            before.add(fact);
        }
    }
}
