package io.echeance.topology.node;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import org.jspecify.annotations.Nullable;

/** How what is told of money finds its order. */
final class Destination {

    private Destination() {}

    /** What a payment is matched by; null: it names the order itself, or nothing. */
    static @Nullable String referenceOf(PaymentReceived payment) {
        String reference = payment.reference();
        return reference == null || reference.isBlank() ? null : reference.strip();
    }

    /** The order of a refund: the one that it names, else the one in its id {@code orderId/payer/refund/n}. */
    static @Nullable String orderOf(RefundPaid refund) {
        if (refund.orderId() != null) {
            return refund.orderId();
        }
        int end = refund.refundId().lastIndexOf("/" + refund.payerId() + "/refund/");
        return end <= 0 ? null : refund.refundId().substring(0, end);
    }

    /** The same, said of an order. */
    static PaymentFact of(String orderId, PaymentFact fact) {
        return switch (fact) {
            case PaymentReceived p ->
                new PaymentReceived(
                        p.factId(), orderId, p.on(), p.paymentId(), p.payerId(), p.amount(), p.method(), p.reference());
            case PaymentReturned r -> new PaymentReturned(r.factId(), orderId, r.on(), r.paymentId(), r.reason());
            case RefundPaid r -> new RefundPaid(r.factId(), orderId, r.on(), r.refundId(), r.payerId(), r.amount());
        };
    }
}
