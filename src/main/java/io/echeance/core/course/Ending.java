package io.echeance.core.course;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.Price;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;

/**
 * The early end of an order (<i>résiliation</i>), and what it leaves due.
 *
 * @param on the day on which it took effect
 * @param reason the reason given, or the one that it was treated as
 * @param remaining the price that stays due
 * @param fee the cancellation fee (<i>dédit</i>), outside VAT, owed by the customer besides
 * @param customerOwesAll funders' shares fall to zero
 * @param refundDays days from the cause to pay back what was paid too much
 * @param how how the price that stays due, or the fee, comes about; for people
 */
public record Ending(
        LocalDate on, String reason, Price remaining, Money fee, boolean customerOwesAll, int refundDays, String how) {

    /** The customer did not accept to pay what its funder does not: nothing is due. */
    public static final String REVISED_CONDITIONS_NOT_ACCEPTED = "REVISED_CONDITIONS_NOT_ACCEPTED";

    /** A withdrawal in time: a refund that is late bears a statutory increase. */
    public boolean isWithdrawal() {
        return reason.equals(CancellationReason.WITHDRAWAL.name());
    }

    static Ending withPrice(LocalDate on, String reason, Price remaining, int refundDays) {
        String how = reason + " of " + on + ": " + remaining.total() + " net stay due";
        return new Ending(on, reason, remaining, Money.ZERO, false, refundDays, how);
    }

    /** The rule of the terms that it follows, by its key; none that a pack knows where the law alone governs it. */
    public TermsRule rule() {
        if (reason.equals(REVISED_CONDITIONS_NOT_ACCEPTED)) {
            return TermsRule.REFUSED_OR_CUT;
        }
        return switch (CancellationReason.valueOf(reason)) {
            case CANCELLATION -> TermsRule.CANCELLATION_SCALE;
            case WITHDRAWAL -> TermsRule.WITHDRAWAL;
            case MONEY_BACK -> TermsRule.MONEY_BACK;
            case HEALTH, EXCLUSION -> TermsRule.PERIODS_BEGUN;
            case WORK_STUDY_SWITCH -> TermsRule.WORK_STUDY;
            case VISA_REFUSED, DIPLOMA_NOT_OBTAINED, FORCE_MAJEURE, NOT_ENOUGH_PARTICIPANTS, FRAUD -> TermsRule.ENDING;
        };
    }

    /** The order lapses on {@code on}, free of any fee. */
    public static Ending lapsed(LocalDate on, int refundDays) {
        return withPrice(on, REVISED_CONDITIONS_NOT_ACCEPTED, Price.NOTHING, refundDays);
    }
}
