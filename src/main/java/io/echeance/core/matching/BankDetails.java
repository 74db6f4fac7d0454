package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Amounts;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the payments that a bank tells of in the place of one that it booked as a sum: where that waits whole when the
 * day is closed on which this reaches us. Only then is it certain that no rule places it; and whoever decides about it
 * on that day comes first.
 */
public final class BankDetails {

    private BankDetails() {}

    /** The details that have taken the place of a payment; empty: none have. */
    public static Optional<PaymentDetailed> standing(PaymentFile file) {
        return file.entries().stream()
                .filter(entry -> entry.fact() instanceof PaymentDetailed && entry.state() == Whereabouts.SENT)
                .map(entry -> (PaymentDetailed) entry.fact())
                .findFirst();
    }

    /** What the bank had booked as a sum; 0.00: no details have taken its place. */
    static Money divided(PaymentFile file) {
        return standing(file)
                .map(detailed -> PaymentDetail.sum(detailed.details()))
                .orElse(Money.ZERO);
    }

    /** Why nothing is taken under an id any more; null: its payment is in its own place. */
    static @Nullable Refusal gone(PaymentFile file) {
        return standing(file)
                .map(detailed -> refusal(
                        "the payment " + detailed.paymentId() + " is no more: its details have taken its place, "
                                + DerivedIds.part(detailed.paymentId(), 1) + " to "
                                + DerivedIds.part(
                                        detailed.paymentId(), detailed.details().size()) + ", as the notification "
                                + detailed.notification() + " tells"))
                .orElse(null);
    }

    /** Why they are refused as they come, whatever becomes of the payment on that day. */
    static @Nullable Refusal refusal(PaymentDetailed detailed, PaymentFile file) {
        PaymentReceived payment =
                file.payment().map(filed -> (PaymentReceived) filed.fact()).orElse(null);
        if (payment == null) {
            return new Refusal(Reason.UNKNOWN_PAYMENT, "no payment " + detailed.paymentId() + " is known");
        }
        if (!DerivedIds.mayHaveDetails(payment.paymentId())
                || detailed.details().size() < 2) {
            return new Refusal(
                    Reason.MALFORMED,
                    "details are two or more, of a payment that is none itself and has no id longer than 150");
        }
        Refusal amount = Amounts.refused(detailed, null);
        return amount == null && !PaymentDetail.sum(detailed.details()).equals(payment.amount())
                ? new Refusal(
                        Reason.DOES_NOT_ADD_UP,
                        "the payment is " + payment.amount() + ", and its details make "
                                + PaymentDetail.sum(detailed.details()))
                : amount;
    }

    /** The first that came, if its day is over. */
    static Optional<Filed> due(PaymentFile file) {
        return file.entries().stream()
                .filter(entry -> entry.fact() instanceof PaymentDetailed && entry.state() == Whereabouts.ASKED)
                .findFirst()
                .filter(entry ->
                        !entry.answers().isEmpty() && entry.answers().stream().noneMatch(Meaning::waits));
    }

    /** Why they are refused when their day is over. */
    static @Nullable Refusal refusalAtLast(PaymentDetailed detailed, PaymentFile file) {
        Refusal gone = gone(file);
        Refusal early = gone == null ? refusal(detailed, file) : gone;
        return early == null ? notWhole(file) : early;
    }

    private static @Nullable Refusal notWhole(PaymentFile file) {
        Filed payment = file.payment().orElseThrow();
        String why = whyNotWhole(payment, file);
        return why == null
                ? null
                : refusal("the payment " + payment.fact().movementId() + " does not wait whole: " + why
                        + "; a person divides it");
    }

    private static @Nullable String whyNotWhole(Filed payment, PaymentFile file) {
        if (file.hasComeBack()) {
            return "it has come back";
        }
        if (payment.orderId() != null) {
            return "it has its order";
        }
        Filed decision = file.entries().stream()
                .filter(entry -> entry.fact() instanceof PaymentApplied && entry.state() != Whereabouts.CAME_BACK)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (decision != null) {
            return "a person decides about it, " + decision.fact().factId();
        }
        if (file.entries().stream().anyMatch(entry -> entry.fact() instanceof RefundPaid)) {
            return "a refund has its id";
        }
        List<Filed> returns = file.entries().stream()
                .filter(entry -> entry.fact() instanceof PaymentReturned)
                .toList();
        if (!returns.stream().allMatch(file.movements()::areTakenBackBy)) {
            return "a return of another sum waits under its id";
        }
        if (!returns.isEmpty()) {
            return "it had come back, and was presented again";
        }
        return payment.isInSuspense() ? null : "it is on its way";
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Reason.CONTRADICTS_EARLIER_FACT, sentence);
    }

    /** @return the file of the payment whose place they have taken */
    static PaymentFile takeEffect(PaymentFile file, Filed entry, List<Step> steps) {
        PaymentDetailed detailed = (PaymentDetailed) entry.fact();
        Filed payment = file.payment().orElseThrow();
        PaymentReceived whole = (PaymentReceived) payment.fact();
        PaymentRegister.forget(payment, steps);
        Filed gone = WaitingMoney.released(payment.in(Whereabouts.SENT), false, entry.since(), steps);
        steps.add(new Step.Divided(detailed, detailed.payments(whole)));
        steps.add(new Step.Decided(detailed, whole, PaymentDecided.detailed(entry.since(), detailed, whole)));
        return file.with(gone.done()).with(entry.done());
    }
}
