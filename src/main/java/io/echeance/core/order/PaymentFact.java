package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code payments}. */
public sealed interface PaymentFact extends Fact {

    /**
     * @param orderId null until the payment is matched, if its sender does not know it
     * @param reference an order id, an invoice number, or free text; null: {@code orderId} decides
     */
    record PaymentReceived(
            String factId,
            @Nullable String orderId,
            LocalDate on,
            String paymentId,
            String payerId,
            Money amount,
            Method method,
            @Nullable String reference)
            implements PaymentFact {}

    /** A payment came back (<i>rejet</i>): it no longer counts after {@code on}. */
    record PaymentReturned(
            String factId,
            @Nullable String orderId,
            LocalDate on,
            String paymentId,
            @Nullable String reason) implements PaymentFact {}

    /** We paid money back. */
    record RefundPaid(
            String factId, @Nullable String orderId, LocalDate on, String refundId, String payerId, Money amount)
            implements PaymentFact {}
}
