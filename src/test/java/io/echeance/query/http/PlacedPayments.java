package io.echeance.query.http;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import java.util.Objects;

/** What becomes of a person's decision about a payment of 100.00. */
final class PlacedPayments {

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
}
