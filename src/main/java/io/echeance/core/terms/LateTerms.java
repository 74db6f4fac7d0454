package io.echeance.core.terms;

import io.echeance.core.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a late payment brings.
 *
 * @param interest by the debtor's quality; none where a quality is absent
 * @param recoveryFee the flat fee; null: none
 * @param ladder the customer's dunning steps, by offset
 * @param funderLadder a funder's
 * @param penaltyLadder the customer's reminders of fees and interest that stay unpaid once no principal is late any
 *     more; empty: there are none
 * @param noticeClock what starts the clock of a formal notice
 * @param acceleration null: no acceleration clause
 * @param accessSuspendedAfterDays days late from which access to the service is suspended; null: never
 * @param documentsWithheld certificates, transcripts and diploma are withheld until all is paid
 */
public record LateTerms(
        Map<Quality, InterestTerms> interest,
        @Nullable RecoveryFeeClause recoveryFee,
        List<LadderStep> ladder,
        List<LadderStep> funderLadder,
        List<LadderStep> penaltyLadder,
        NoticeClock noticeClock,
        @Nullable AccelerationClause acceleration,
        @Nullable Integer accessSuspendedAfterDays,
        boolean documentsWithheld) {

    /** What is not above it, no step of the customer's ladder asks for; nothing where there is no ladder. */
    public Money smallestMinimum(Quality customer) {
        return ladder.stream()
                .filter(step -> step.qualities().contains(customer))
                .map(LadderStep::minimum)
                .reduce(Money::min)
                .orElse(Money.ZERO);
    }

    public enum NoticeClock {
        /** The day of the notice. */
        ISSUED,
        /** The day on which it was received. */
        SERVED
    }

    /**
     * The flat fee for recovery costs (<i>indemnité forfaitaire pour frais de recouvrement</i>, Code de commerce,
     * D441-5).
     */
    public record RecoveryFeeClause(Money amount, Per per) {
        public enum Per {
            PER_INVOICE,
            PER_RECEIVABLE
        }
    }

    /**
     * The acceleration clause (<i>déchéance du terme</i>).
     *
     * @param unansweredDays days after the notice's clock in which it can be answered
     * @param afterIncidents debts of this order that must have been late
     */
    public record AccelerationClause(int unansweredDays, int afterIncidents) {}
}
