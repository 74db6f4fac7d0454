package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Amounts;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether what reaches us of a payment may be taken. What comes behind a decision is judged when its turn comes. */
final class PaymentCheck {

    /** So many facts under one id, or something runs wild. */
    private static final int MOST = 100;

    private PaymentCheck() {}

    static Refusal contradiction(PaymentFact fact) {
        return new Refusal(
                Reason.CONTRADICTS_EARLIER_FACT,
                "another fact with the id " + fact.factId() + " came first and stands");
    }

    /** Null: it may be taken, or waits for its turn. */
    static @Nullable Refusal of(PaymentFact fact, LocalDate today, PaymentFile file) {
        if (file.entries().size() + file.behind().size() >= MOST) {
            return new Refusal(Reason.TOO_LARGE, "under the id " + fact.movementId() + " there are " + MOST + " facts");
        }
        if (isQueuing(file)) {
            return null;
        }
        Refusal gone = BankDetails.gone(file);
        if (gone != null) {
            return gone;
        }
        if (fact instanceof PaymentDetailed detailed) {
            return BankDetails.refusal(detailed, file);
        }
        String ours = file.payment().isEmpty() ? DerivedIds.wrong("the id of the payment", fact.movementId()) : null;
        if (ours != null && (fact instanceof PaymentReturned || fact instanceof PaymentApplied)) {
            return new Refusal(Reason.MALFORMED, ours);
        }
        if (fact instanceof RefundPaid refund && refund.paidFor() == null) {
            return new Refusal(Reason.MALFORMED, "it names no order, and its id is that of no refund of ours");
        }
        if (fact instanceof PaymentApplied decision) {
            return DecisionCheck.of(decision, file);
        }
        Refusal amount = Amounts.refused(fact, null);
        if (amount == null && fact instanceof PaymentReceived payment && isTheSamePaymentTwice(payment, today, file)) {
            return new Refusal(
                    Reason.DUPLICATE_PAYMENT,
                    "the payment " + payment.paymentId() + " is known under another fact id, and had not come back by "
                            + payment.on());
        }
        return amount;
    }

    /** Whether what comes now has its turn behind what came before. */
    static boolean isQueuing(PaymentFile file) {
        return file.isDeciding() || !file.behind().isEmpty();
    }

    /** Whether it is not known yet where rules put what a decision is about: it is about what they made of it. */
    static boolean isTooEarly(PaymentFact fact, PaymentFile file) {
        return fact instanceof PaymentApplied
                && file.payment()
                        .filter(payment -> payment.state() == PaymentFile.Whereabouts.ASKED)
                        .isPresent();
    }

    private static boolean isTheSamePaymentTwice(PaymentReceived payment, LocalDate today, PaymentFile file) {
        return !file.with(Filed.received(payment, today)).movements().isPresentedOneAfterTheOther();
    }
}
