package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order's early end costs, and how fast money goes back.
 *
 * @param scale the cancellation fee by days before the start, longest notice first; empty: no scale
 * @param rescheduleNoticeDays days before the start until which the customer moves a session free of charge; null: a
 *     rescheduling by the customer is a cancellation
 * @param withdrawal a consumer's right to withdraw (<i>rétractation</i>); null: none
 * @param moneyBack a commercial guarantee (<i>satisfait ou remboursé</i>); null: none
 * @param refundDays days to refund in any other case
 * @param periodsBegunAreDue a customer who leaves owes the periods (semesters) begun
 * @param workStudyMonths months from the start in which a switch to a work-study contract (<i>alternance</i>) is
 *     free; null: never
 */
public record EndingTerms(
        List<Band> scale,
        @Nullable Integer rescheduleNoticeDays,
        @Nullable Window withdrawal,
        @Nullable Window moneyBack,
        int refundDays,
        boolean periodsBegunAreDue,
        @Nullable Integer workStudyMonths) {

    /**
     * Notice of at least {@code fromDays} days before the start: {@code percent} of the net price.
     *
     * @param fromDays {@link #ANY_LATER} in the last band, which takes all that comes later
     */
    public record Band(int fromDays, Percent percent) {

        /** However late, after the start too. */
        public static final int ANY_LATER = Integer.MIN_VALUE;
    }

    /** So many days from the order to use a right, so many to refund. */
    public record Window(int days, int refundDays) {}
}
