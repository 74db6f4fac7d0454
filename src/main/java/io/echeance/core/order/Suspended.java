package io.echeance.core.order;

import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentAlert.UnmatchedReturn;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that names no order, document or number that we know, or the return of a payment that we do not know
 * (<i>compte d'attente</i>): tried again whenever one appears, and announced to a person after three days. It is never
 * dropped.
 *
 * @param since the day on which it reached us
 * @param proposals what its reference seems to name; a person decides
 * @param setAside what of it a person has set aside; null: all of it waits
 * @param cameBack it waits or is set aside no longer: the money has left again, or this is what says so
 * @param shadow what a rule in shadow would have done with it; null: nothing
 */
public record Suspended(
        PaymentFact fact,
        LocalDate since,
        List<Proposal> proposals,
        @Nullable SetAside setAside,
        boolean cameBack,
        @Nullable InShadow shadow) {

    private static final int PATIENCE_DAYS = 3;

    public Suspended {
        proposals = List.copyOf(proposals);
    }

    /** The same, of which it is known whether it has come back. */
    public Suspended gone(boolean isGone) {
        return new Suspended(fact, since, proposals, setAside, isGone, shadow);
    }

    /** The morning after the third day. */
    public LocalDate announcedOn() {
        return since.plusDays(PATIENCE_DAYS).plusDays(1);
    }

    /** What is announced to a person. */
    public Alert alert(LocalDate today) {
        return switch (fact) {
            case PaymentReceived payment ->
                new UnmatchedPayment(
                        today,
                        payment.orderId(),
                        payment.payerId(),
                        payment.paymentId(),
                        payment.amount(),
                        payment.reference(),
                        proposals);
            case PaymentReturned returned -> new UnmatchedReturn(today, returned.orderId(), returned.paymentId());
            case PaymentApplied applied -> throw new IllegalStateException("a decision never waits: " + applied);
            case PaymentDetailed detailed -> throw new IllegalStateException("details never wait: " + detailed);
            case RefundPaid refund -> throw new IllegalStateException("a refund names its order: " + refund);
        };
    }
}
