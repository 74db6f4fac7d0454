package io.echeance.core.lint;

import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import java.time.Month;

/** Payment plans, and what a customer who breaks one loses, as values that bind. */
final class PlanRules {

    private static final int MONTHS_IN_A_YEAR = 12;

    /** A longer one for services already rendered is a credit (Code de la consommation, L312-4). */
    private static final int MONTHS_WITHOUT_CREDIT = 3;

    /** Held too short by the Cour de cassation, no 23-12.904. */
    private static final int NOTICE_HELD_TOO_SHORT = 15;

    private final Terms terms;
    private final Findings findings;

    PlanRules(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    void judge() {
        planAndItsMonths();
        if (terms.customers().contains(Quality.CONSUMER)) {
            credit();
            acceleration();
            suspension();
        }
    }

    private void planAndItsMonths() {
        PaymentTerms payment = terms.payment();
        Month first = payment.dueOnLast();
        Month last = payment.lastInstalmentMonth();
        if (first == null || last == null) {
            return;
        }
        int months = Math.floorMod(last.getValue() - first.getValue(), MONTHS_IN_A_YEAR) + 1;
        if (payment.maxInstalments() > months) {
            findings.add(
                    Rule.PLAN_LONGER_THAN_ITS_MONTHS,
                    TermsRule.MAX_INSTALMENTS,
                    "%d monthly instalments do not fit into the %d months from %s to %s"
                            .formatted(payment.maxInstalments(), months, first, last));
        }
    }

    /** Paying for a continuing service while it is rendered is no credit; paying for it long afterwards is. */
    private void credit() {
        PaymentTerms payment = terms.payment();
        if (payment.billing() == PaymentTerms.BillingMoment.AT_DELIVERY
                && payment.maxInstalments() > MONTHS_WITHOUT_CREDIT) {
            findings.add(
                    Rule.PLAN_IS_CREDIT,
                    TermsRule.MAX_INSTALMENTS,
                    "a consumer may pay in %d monthly instalments after the service; beyond three it is credit"
                            .formatted(payment.maxInstalments()));
        }
    }

    private void acceleration() {
        LateTerms.AccelerationClause clause = terms.late().acceleration();
        if (clause != null && clause.unansweredDays() <= NOTICE_HELD_TOO_SHORT) {
            findings.add(
                    Rule.ACCELERATION_NOTICE_SHORT,
                    TermsRule.ACCELERATION,
                    clause.unansweredDays()
                            + " days' notice before a consumer's whole debt falls due; 15 have been held too short");
        }
    }

    private void suspension() {
        Integer suspended = terms.late().accessSuspendedAfterDays();
        int reminded = terms.late().ladder().stream()
                .mapToInt(LadderStep::offset)
                .filter(offset -> offset >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        if (suspended != null && suspended <= reminded) {
            findings.add(
                    Rule.ACCESS_CUT_BEFORE_REMINDER,
                    TermsRule.ACCESS_SUSPENDED,
                    "access is cut %d day(s) late, before any reminder, whatever the amount".formatted(suspended));
        }
        if (terms.late().documentsWithheld()) {
            findings.add(
                    Rule.DOCUMENTS_WITHHELD,
                    TermsRule.DOCUMENTS_WITHHELD,
                    "certificates, transcripts and diploma are withheld until all is paid, whatever is missing");
        }
    }
}
