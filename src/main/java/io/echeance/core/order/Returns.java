package io.echeance.core.order;

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
 * <p>Reading taken: returns are taken in order of date; each takes back the first movement, valued by its day, that is
 * not taken back yet. A return dated before all of them takes back the first (a debit refused before its value date),
 * one that finds nothing left changes nothing (it was told twice).
 */
public final class Returns {

    private Returns() {}

    /**
     * @param movements payments and refunds, in the order in which those of one day follow one another
     * @param returns in any order
     * @return by the fact id of the movement
     */
    public static Map<String, PaymentReturned> byMovement(
            List<? extends PaymentFact> movements, List<PaymentReturned> returns) {
        Map<String, PaymentReturned> taken = new HashMap<>();
        if (returns.isEmpty()) {
            return taken;
        }
        Map<String, List<PaymentFact>> byId = new HashMap<>();
        movements.stream()
                .sorted(Comparator.comparing(PaymentFact::on))
                .forEach(movement -> byId.computeIfAbsent(movement.movementId(), id -> new ArrayList<>())
                        .add(movement));
        returns.stream()
                .sorted(Comparator.comparing(PaymentReturned::on).thenComparing(PaymentReturned::factId))
                .forEach(returned -> take(byId.getOrDefault(returned.paymentId(), List.of()), returned, taken));
        return taken;
    }

    private static void take(
            List<PaymentFact> movements, PaymentReturned returned, Map<String, PaymentReturned> taken) {
        for (int i = 0; i < movements.size(); i++) {
            PaymentFact movement = movements.get(i);
            boolean isValued = !movement.on().isAfter(returned.on());
            if ((isValued || i == 0) && !taken.containsKey(movement.factId())) {
                taken.put(movement.factId(), returned);
                return;
            }
            if (!isValued) {
                return;
            }
        }
    }
}
