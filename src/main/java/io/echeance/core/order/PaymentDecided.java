package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a payment has taken effect. Parts, what is set aside and what is open make the payment, and
 * what was kept of it on its way.
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
        @Nullable String replaces,
        List<PaymentDeduction> deductions)
        implements Output {

    /** @param paymentId under which the order has it */
    public record PlacedPart(
            String paymentId, String orderId, @Nullable String payerId, Money amount) {}

    public PaymentDecided {
        parts = List.copyOf(parts);
        deductions = List.copyOf(deductions);
    }

    /** The same, decided by somebody. */
    public PaymentDecided decidedBy(@Nullable String somebody) {
        return new PaymentDecided(
                on, decisionId, paymentId, amount, parts, setAside, open, somebody, replaces, deductions);
    }

    /** Whether all of the payment is somewhere, and nothing of it twice. */
    public boolean addsUp() {
        Money sum = parts.stream().map(PlacedPart::amount).reduce(open, Money::plus);
        return parts.stream().allMatch(part -> part.amount().exceeds(Money.ZERO))
                && amount.plus(PaymentDeduction.sum(deductions))
                        .equals(setAside == null ? sum : sum.plus(setAside.amount()));
    }

    /** Whether it is what a decision wants, on whatever day it was given. */
    public boolean isOutcomeOf(PaymentApplied decision) {
        boolean isSame = paymentId.equals(decision.paymentId())
                && Objects.equals(setAside, decision.setAside())
                && Objects.equals(replaces, decision.replaces())
                && deductions.equals(decision.deductions())
                && parts.size() == decision.parts().size();
        for (int i = 0; isSame && i < parts.size(); i++) {
            PaymentApplied.PaymentPart wanted = decision.parts().get(i);
            PlacedPart placed = parts.get(i);
            isSame = placed.orderId().equals(wanted.orderId())
                    && (wanted.amount() == null || placed.amount().equals(wanted.amount()))
                    && (wanted.payerId() == null || wanted.payerId().equals(placed.payerId()));
        }
        return isSame;
    }

    @Override
    public @Nullable String orderId() {
        return null;
    }
}
