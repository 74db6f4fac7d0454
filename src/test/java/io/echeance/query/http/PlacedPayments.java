package io.echeance.query.http;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.Rejection.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What becomes of a person's decision about a payment of 100.00. */
final class PlacedPayments {

    static final Refusal LATE = new Refusal(Reason.CONTRADICTS_EARLIER_FACT, "another decision stands");

    private PlacedPayments() {}

    static PaymentDecided outcome(PaymentApplied applied) {
        Money amount = Money.of("100.00");
        return new PaymentDecided(
                applied.on(),
                applied.factId(),
                applied.paymentId(),
                amount,
                applied.parts().stream()
                        .map(part -> new PaymentDecided.PlacedPart(
                                applied.paymentId(),
                                part.orderId(),
                                part.payerId(),
                                Objects.requireNonNullElse(part.amount(), amount)))
                        .toList(),
                applied.setAside(),
                applied.parts().isEmpty() ? amount : Money.ZERO,
                null,
                applied.by(),
                applied.replaces(),
                applied.deductions());
    }

    /** Whether it decides about a payment of one, and another decision stands than it takes the place of. */
    static boolean isLate(Fact fact, List<Fact> posted, Set<String> ofTwo) {
        if (!(fact instanceof PaymentApplied decision) || ofTwo.contains(decision.paymentId())) {
            return false;
        }
        String standing = posted.stream()
                .filter(other -> other instanceof PaymentApplied applied
                        && applied.paymentId().equals(decision.paymentId()))
                .map(Fact::factId)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return !Objects.equals(standing, decision.replaces());
    }

    static Optional<PaymentDecided> replacing(PaymentDecided earlier, Collection<PaymentDecided> decided) {
        return decided.stream()
                .filter(other -> earlier.decisionId().equals(other.replaces()))
                .findFirst();
    }
}
