package io.echeance.core.lint;

import io.echeance.core.terms.EndingTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancellation, withdrawal and refunds, as values that bind. */
final class EndingRules {

    private static final int WITHDRAWAL_DAYS = 14;
    private static final int WITHDRAWAL_REFUND_DAYS = 14;

    private final Terms terms;
    private final Findings findings;

    EndingRules(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    void judge() {
        scale(terms.ending().scale());
        if (terms.customers().contains(Quality.CONSUMER)) {
            withdrawal(terms.ending().withdrawal());
            guarantee();
            periods();
        }
    }

    private void scale(List<EndingTerms.Band> scale) {
        if (!scale.isEmpty() && scale.getLast().fromDays() != EndingTerms.Band.ANY_LATER) {
            findings.add(
                    Rule.SCALE_HOLE,
                    TermsRule.CANCELLATION_SCALE,
                    "no band for a notice of less than %d days"
                            .formatted(scale.getLast().fromDays()));
        }
        for (int k = 1; k < scale.size(); k++) {
            if (scale.get(k).percent().compareTo(scale.get(k - 1).percent()) < 0) {
                findings.add(
                        Rule.SCALE_FALLS,
                        TermsRule.CANCELLATION_SCALE,
                        "a shorter notice costs %s %%, a longer one %s %%"
                                .formatted(
                                        scale.get(k).percent(), scale.get(k - 1).percent()));
            }
        }
    }

    private void withdrawal(EndingTerms.@Nullable Window withdrawal) {
        if (withdrawal == null) {
            findings.add(Rule.WITHDRAWAL_TOO_SHORT, TermsRule.WITHDRAWAL, "consumers have no time to withdraw at all");
            return;
        }
        if (withdrawal.days() < WITHDRAWAL_DAYS) {
            findings.add(
                    Rule.WITHDRAWAL_TOO_SHORT,
                    TermsRule.WITHDRAWAL,
                    withdrawal.days() + " days to withdraw; the law gives " + WITHDRAWAL_DAYS);
        }
        if (withdrawal.refundDays() > WITHDRAWAL_REFUND_DAYS) {
            findings.add(
                    Rule.REFUND_TOO_SLOW,
                    TermsRule.WITHDRAWAL,
                    withdrawal.refundDays() + " days to refund a withdrawal; the law gives " + WITHDRAWAL_REFUND_DAYS);
        }
    }

    private void guarantee() {
        EndingTerms.Window moneyBack = terms.ending().moneyBack();
        EndingTerms.Window withdrawal = terms.ending().withdrawal();
        if (moneyBack != null && withdrawal != null && moneyBack.days() <= withdrawal.days()) {
            findings.add(
                    Rule.GUARANTEE_IS_THE_LAW,
                    TermsRule.MONEY_BACK,
                    "a money-back guarantee of %d days beside a right to withdraw of %d"
                            .formatted(moneyBack.days(), withdrawal.days()));
        }
    }

    private void periods() {
        if (terms.ending().periodsBegunAreDue()) {
            findings.add(
                    Rule.PERIODS_BEGUN_KEPT,
                    TermsRule.PERIODS_BEGUN,
                    "a consumer who leaves pays the whole of a period begun, delivered or not");
        }
    }
}
