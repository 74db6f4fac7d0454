package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Amounts;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection.Reason;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a person's decision may be taken: it is about a payment that is known, takes its turn, and adds up. */
final class DecisionCheck {

    private DecisionCheck() {}

    /** Why a decision is not taken, before it is known whether its orders are. */
    static @Nullable Refusal of(PaymentApplied decision, PaymentFile file) {
        Optional<Filed> payment = file.payment();
        if (payment.isEmpty()) {
            return new Refusal(Reason.UNKNOWN_PAYMENT, "no payment " + decision.paymentId() + " is known");
        }
        Refusal amount = Amounts.refused(decision, null);
        return amount != null
                ? amount
                : Optional.ofNullable(otherStands(decision, file))
                        .orElseGet(() -> doesNotAddUp(
                                decision, ((PaymentReceived) payment.get().fact()).amount()));
    }

    private static @Nullable Refusal otherStands(PaymentApplied decision, PaymentFile file) {
        Filed earlier = file.decision().orElse(null);
        String standing = earlier == null ? null : earlier.fact().factId();
        if (earlier != null && earlier.state() != Whereabouts.SENT) {
            return new Refusal(
                    Reason.CONTRADICTS_EARLIER_FACT,
                    "the decision " + standing + " is on its way: decide again after it");
        }
        if (Objects.equals(standing, decision.replaces())) {
            return null;
        }
        return new Refusal(
                Reason.CONTRADICTS_EARLIER_FACT,
                standing == null
                        ? "nobody has decided about this payment before: there is nothing to replace"
                        : "the decision " + standing + " stands; one that takes its place names it in replaces");
    }

    private static @Nullable Refusal doesNotAddUp(PaymentApplied decision, Money amount) {
        Money placed = Money.ZERO;
        int rest = 0;
        for (PaymentApplied.PaymentPart part : decision.parts()) {
            rest += part.amount() == null ? 1 : 0;
            placed = placed.plus(part.amount() == null ? Money.ZERO : part.amount());
        }
        placed = decision.setAside() == null
                ? placed
                : placed.plus(decision.setAside().amount());
        if (decision.deducted().exceeds(amount)) {
            return new Refusal(
                    Reason.DOES_NOT_ADD_UP,
                    "of the payment of " + amount + " nobody kept " + decision.deducted() + ": no more than came");
        }
        Money paid = amount.plus(decision.deducted());
        boolean isNothing = decision.parts().isEmpty()
                && decision.setAside() == null
                && decision.deductions().isEmpty();
        boolean isAll = rest == 0 ? placed.equals(paid) : rest == 1 && paid.exceeds(placed);
        return isNothing || isAll
                ? null
                : new Refusal(
                        Reason.DOES_NOT_ADD_UP,
                        rest > 1
                                ? "two parts without an amount: one may take the rest"
                                : "the payment is " + amount
                                        + (decision.deductions().isEmpty()
                                                ? ""
                                                : " and " + decision.deducted() + " that was kept of it")
                                        + ", and the decision places " + placed
                                        + (rest == 1 ? " and the rest" : ""));
    }
}
