package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the payments that a bank booked as a sum.
 *
 * @param payerId who paid; null: nobody knows, as of any payment of a bank
 * @param reference as that of any payment
 */
public record PaymentDetail(
        Money amount, @Nullable String payerId, @Nullable String reference) {

    public static Money sum(List<PaymentDetail> details) {
        return details.stream().map(PaymentDetail::amount).reduce(Money.ZERO, Money::plus);
    }

    static List<PaymentDetail> naming(List<PaymentDetail> details, UnaryOperator<@Nullable String> other) {
        return details.stream()
                .map(one -> new PaymentDetail(one.amount, one.payerId, other.apply(one.reference)))
                .toList();
    }

    /** As a payment of its own, the nth: paid on the day of the whole, on its account. */
    PaymentReceived paid(PaymentReceived whole, int n) {
        String id = DerivedIds.part(whole.paymentId(), n);
        return new PaymentReceived(
                id, null, whole.on(), id, payerId, amount, whole.method(), reference, whole.bankAccount(), null);
    }

    /** What a bank tells of each of the payments, by itself: under the id of that payment, and of no other. */
    public static List<PaymentDetailed> oneByOne(PaymentDetailed detailed) {
        return IntStream.rangeClosed(1, detailed.details().size())
                .mapToObj(n -> new PaymentDetailed(
                        detailed.factId(),
                        detailed.on(),
                        DerivedIds.part(detailed.paymentId(), n),
                        List.of(detailed.details().get(n - 1)),
                        detailed.notification()))
                .toList();
    }

    /** The text of one of the payments, or of a part of it; null: it has none, or is none of them. */
    static @Nullable String reference(PaymentDetailed detailed, String movementId) {
        List<String> wholes = DerivedIds.wholes(movementId);
        if (detailed.details().size() == 1 && wholes.contains(detailed.paymentId())) {
            return detailed.details().getFirst().reference();
        }
        for (int n = 1; n <= detailed.details().size(); n++) {
            if (wholes.contains(DerivedIds.part(detailed.paymentId(), n))) {
                return detailed.details().get(n - 1).reference();
            }
        }
        return null;
    }

    /** Whether both say the same sums: who paid them may be better known by then. */
    static boolean areOne(PaymentDetailed one, PaymentDetailed other) {
        return one.factId().equals(other.factId())
                && one.paymentId().equals(other.paymentId())
                && one.notification().equals(other.notification())
                && amounts(one).equals(amounts(other));
    }

    private static List<Money> amounts(PaymentDetailed detailed) {
        return detailed.details().stream().map(PaymentDetail::amount).toList();
    }
}
