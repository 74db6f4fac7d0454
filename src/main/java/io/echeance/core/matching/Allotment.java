package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** Those that are wanted where they are: of two equal parts one, where one is wanted. */
    static List<PaymentReceived> kept(List<PaymentReceived> before, List<PaymentReceived> wanted) {
        List<PaymentReceived> left = new ArrayList<>(wanted);
        List<PaymentReceived> kept = new ArrayList<>();
        for (PaymentReceived part : before) {
            Optional<PaymentReceived> same =
                    left.stream().filter(other -> isSame(part, other)).findFirst();
            same.ifPresent(other -> {
                left.remove(other);
                kept.add(part);
            });
        }
        return kept;
    }

    static boolean isSame(PaymentReceived one, PaymentReceived other) {
        return Objects.equals(one.orderId(), other.orderId())
                && Objects.equals(one.payerId(), other.payerId())
                && one.amount().equals(other.amount())
                && Objects.equals(one.bankFee(), other.bankFee())
                && Objects.equals(one.reference(), other.reference());
    }
}
