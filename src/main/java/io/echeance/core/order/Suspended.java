package io.echeance.core.order;

import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentAlert.UnmatchedReturn;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A payment that names no order, document or number that we know, or the return of a payment that we do not know
 * (<i>compte d'attente</i>): tried again whenever one appears, and announced to a person after three days. It is never
 * dropped.
 *
 * @param since the day on which it reached us
 * @param proposals what its reference seems to name; a person decides
 */
public record Suspended(PaymentFact fact, LocalDate since, List<Proposal> proposals) {

    private static final int PATIENCE_DAYS = 3;

    /** An order or a document that a payment may be meant for. */
    public record Proposal(String name, String orderId) {

        private String words() {
            return name.equals(orderId) ? "the order " + orderId : name + " of the order " + orderId;
        }
    }

    public Suspended {
        proposals = List.copyOf(proposals);
    }

    /** The morning after the third day. */
    public LocalDate announcedOn() {
        return since.plusDays(PATIENCE_DAYS).plusDays(1);
    }

    /** What is announced to a person. */
    public Alert alert(LocalDate today) {
        return switch (fact) {
            case PaymentReceived payment ->
                new UnmatchedPayment(today, payment.orderId(), payment.payerId(), payment.amount(), reason(payment));
            case PaymentReturned returned -> new UnmatchedReturn(today, returned.orderId(), returned.paymentId());
            case RefundPaid refund -> throw new IllegalStateException("a refund names its order: " + refund);
        };
    }

    /** The reference as it was written, and what was found in it. */
    private @Nullable String reason(PaymentReceived payment) {
        if (proposals.isEmpty()) {
            return payment.reference();
        }
        String names = proposals.stream().map(Proposal::words).collect(Collectors.joining(", "));
        return payment.reference() + " (may name " + names + ": a person decides)";
    }
}
