package io.echeance.core.admission;

import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.FundingEvidenceReceived;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds within which we compute, far beyond what any seller needs. What lies outside them is a slip of the pen, and
 * could overflow a date or a sum long after it was taken, when nobody can refuse it any more.
 */
public final class Plausible {

    static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private Plausible() {}

    /** Whether a day may be closed, or named by a fact. */
    public static boolean is(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** The day itself, or the bound that it lies beyond. */
    public static LocalDate nearest(LocalDate day) {
        if (is(day)) {
            return day;
        }
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : LAST_DAY;
    }

    /** Null: the fact keeps within the bounds. */
    static @Nullable Sentence wrong(Fact fact) {
        String id = Admission.wrongId(fact);
        if (id != null) {
            return Reason.MALFORMED.with(id);
        }
        LocalDate day =
                is(fact.on()) ? days(fact).filter(one -> !is(one)).findFirst().orElse(null) : fact.on();
        return day == null
                ? null
                : new Sentence(
                        "aucune date n’est avant le " + FIRST_DAY + " ou après le " + LAST_DAY + ", comme le " + day,
                        "no date lies before " + FIRST_DAY + " or after " + LAST_DAY + ", as " + day + " does");
    }

    private static Stream<LocalDate> days(Fact fact) {
        return switch (fact) {
            case OrderPlaced order ->
                Stream.of(
                                Stream.of(
                                        order.service().start(), order.service().end()),
                                order.service().periods().stream()
                                        .flatMap(period -> Stream.of(period.start(), period.end())),
                                Stream.ofNullable(order.plan()).map(plan -> plan.firstDue()))
                        .flatMap(days -> days);
            case OrderCancelled cancelled -> Stream.ofNullable(cancelled.contractStart());
            case OrderRescheduled moved -> Stream.of(moved.start(), moved.end());
            case DunningHeld held -> Stream.ofNullable(held.until());
            case OrderAmended amended -> Stream.empty();
            case ServiceDelivered delivered -> Stream.empty();
            case RevisedConditionsAccepted accepted -> Stream.empty();
            case PaymentReceived payment -> Stream.empty();
            case PaymentReturned returned -> Stream.empty();
            case PaymentApplied applied -> Stream.empty();
            case PaymentDetailed detailed -> Stream.empty();
            case PaymentWithdrawn withdrawn -> Stream.empty();
            case RefundPaid refund -> Stream.empty();
            case FundingDecided decided -> Stream.empty();
            case FundingEvidenceReceived evidence -> Stream.empty();
            case NoticeServed served -> Stream.empty();
            case DunningReleased released -> Stream.empty();
            case PenaltyWaived waived -> Stream.empty();
            case DebtWrittenOff writtenOff -> Stream.empty();
            case ContactNoted contact -> Stream.empty();
            case Resubmitted resubmitted -> Stream.of(resubmitted.until());
            case Assigned assigned -> Stream.empty();
            case DocumentNumbered numbered -> Stream.empty();
            case DocumentHeldBack heldBack -> Stream.empty();
        };
    }
}
