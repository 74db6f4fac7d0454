package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a payment has taken effect. Parts, what is set aside and what is open make the payment.
 *
 * @param decisionId the fact by which it was received
 * @param parts where the money is now
 * @param open what waits for another decision
 * @param replaces the decision that stood before; null: none did
 */
public record PaymentDecided(
        LocalDate on,
        String decisionId,
        String paymentId,
        Money amount,
        List<PlacedPart> parts,
        @Nullable SetAside setAside,
        Money open,
        @Nullable String by,
        @Nullable String replaces)
        implements Output {

    /** @param paymentId under which the order has it */
    public record PlacedPart(
            String paymentId, String orderId, @Nullable String payerId, Money amount) {}

    public PaymentDecided {
        parts = List.copyOf(parts);
    }

    /** Whether all of the payment is somewhere, and nothing of it twice. */
    public boolean addsUp() {
        Money sum = parts.stream().map(PlacedPart::amount).reduce(open, Money::plus);
        return parts.stream().allMatch(part -> part.amount().exceeds(Money.ZERO))
                && amount.equals(setAside == null ? sum : sum.plus(setAside.amount()));
    }

    @Override
    public @Nullable String orderId() {
        return null;
    }
}
