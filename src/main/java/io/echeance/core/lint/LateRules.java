package io.echeance.core.lint;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import io.echeance.core.terms.WrittenRate;
import java.util.Map;

/** Late interest, the flat fee and terms of payment, as values that bind. */
final class LateRules {

    private static final Money FLAT_FEE = Money.of("40.00");
    private static final RateRule PUBLIC_BUYERS = new RateRule.EcbPublicBuyer(Percent.of("8"));
    private static final RateRule DEFAULT = new RateRule.Ecb(Percent.of("10"));
    private static final int LONGEST_DAYS = 60;
    private static final int LONGEST_DAYS_END_OF_MONTH = 45;
    private static final int LONGEST_WAY_TO_MONTH_END = 30;
    private static final int LONGEST_DAYS_OF_PUBLIC_BUYERS = 30;

    private final Terms terms;
    private final StatutoryRates rates;
    private final Findings findings;

    LateRules(Terms terms, StatutoryRates rates, Findings findings) {
        this.terms = terms;
        this.rates = rates;
        this.findings = findings;
    }

    void judge() {
        for (Map.Entry<Quality, InterestTerms> entry : terms.late().interest().entrySet()) {
            TermsRule rule = TermsRule.interest(entry.getKey());
            switch (entry.getKey()) {
                case PROFESSIONAL -> professional(rule, entry.getValue().rate());
                case PUBLIC_BUYER -> publicBuyer(rule, entry.getValue().rate());
                case CONSUMER -> consumer(rule, entry.getValue());
            }
        }
        fee();
        daysToPay();
    }

    /** The default of the law need not reach the floor; whatever else is agreed must, in every semester. */
    private void professional(TermsRule rule, RateRule rate) {
        if (rate.equals(DEFAULT)) {
            return;
        }
        Semester first = Semester.of(terms.inForceOn());
        if (rates.of(first).isEmpty()) {
            findings.add(Rule.FLOOR_NOT_TESTED, rule, "the legal rate of " + first + " is not known here");
        }
        for (StatutoryRates.SemesterRates row : rates.all()) {
            if (row.semester().compareTo(first) < 0) {
                continue;
            }
            Percent floor = row.legalOther().times(3);
            Percent agreed = in(row, rate);
            if (agreed.compareTo(floor) < 0) {
                String when = row.semester().equals(first) ? ", in which this version begins" : "";
                findings.add(
                        Rule.RATE_BELOW_FLOOR,
                        rule,
                        "%s is %s %% in %s%s; the floor of 3 times the legal rate is %s %%"
                                .formatted(called(rate), agreed, row.semester(), when, floor));
            }
        }
    }

    private static String called(RateRule rate) {
        return rate instanceof RateRule.Stipulated ? "the rate" : WrittenRate.of(rate);
    }

    private static Percent in(StatutoryRates.SemesterRates row, RateRule rate) {
        return switch (rate) {
            case RateRule.Stipulated stipulated -> stipulated.rate();
            case RateRule.Legal legal -> row.legalOther().times(legal.times());
            case RateRule.LegalIndividual individual -> row.legalIndividual();
            case RateRule.Ecb ecb -> row.ecb().plus(ecb.plus());
            case RateRule.EcbPublicBuyer ecb -> row.ecb().plus(ecb.plus());
        };
    }

    private void publicBuyer(TermsRule rule, RateRule rate) {
        if (!rate.equals(PUBLIC_BUYERS)) {
            findings.add(
                    Rule.PUBLIC_BUYER_RATE,
                    rule,
                    "a public buyer owes ECB + 8, one rate for the whole delay, not " + WrittenRate.of(rate));
        }
    }

    private void consumer(TermsRule rule, InterestTerms interest) {
        if (!interest.rate().equals(new RateRule.Legal(1))) {
            findings.add(
                    Rule.CONSUMER_RATE,
                    rule,
                    "a consumer owes the legal rate of a creditor that is a business, not "
                            + WrittenRate.of(interest.rate()));
        }
        if (interest.afterNoticeDays() == null) {
            findings.add(
                    Rule.CONSUMER_INTEREST_WITHOUT_NOTICE, rule, "a consumer owes no interest before a formal notice");
        }
    }

    private void fee() {
        LateTerms.RecoveryFeeClause fee = terms.late().recoveryFee();
        if (fee != null && !fee.amount().equals(FLAT_FEE)) {
            findings.add(
                    Rule.RECOVERY_FEE_AMOUNT,
                    TermsRule.RECOVERY_FEE_AMOUNT,
                    "the decree sets 40.00, not " + fee.amount());
        }
        for (LadderStep step : terms.late().ladder()) {
            if (step.action() == LadderStep.Action.CHARGE_RECOVERY_FEE
                    && step.qualities().contains(Quality.CONSUMER)) {
                findings.add(
                        Rule.CONSUMER_RECOVERY_FEE,
                        TermsRule.LADDER,
                        "step " + step.id() + " charges the recovery fee to consumers");
            }
        }
    }

    /**
     * What was agreed binds by its longest case: a document of the first day of a month of 31 days.
     *
     * <p>Between professionals 60 days from the invoice, or 45 days end of month if the terms say so, which may be more
     * (L441-10 I); a public buyer has 30 days and no end of month (R2192-10).
     */
    private void daysToPay() {
        PaymentTerms payment = terms.payment();
        boolean endOfMonth = payment.dueEndOfMonth() != null;
        String days = payment.dueDays() + (endOfMonth ? " days end of month" : " days");
        int most = endOfMonth ? LONGEST_DAYS_END_OF_MONTH : LONGEST_DAYS;
        if (terms.customers().contains(Quality.PROFESSIONAL) && payment.dueDays() > most) {
            findings.add(
                    Rule.PAYMENT_TERM_TOO_LONG,
                    TermsRule.DUE_DAYS,
                    "%s; between professionals at most %d%s".formatted(days, most, endOfMonth ? " end of month" : ""));
        }
        int longest = payment.dueDays() + (endOfMonth ? LONGEST_WAY_TO_MONTH_END : 0);
        if (terms.customers().contains(Quality.PUBLIC_BUYER) && longest > LONGEST_DAYS_OF_PUBLIC_BUYERS) {
            findings.add(
                    Rule.PAYMENT_TERM_TOO_LONG,
                    TermsRule.DUE_DAYS,
                    "%s; for a public buyer at most %d".formatted(days, LONGEST_DAYS_OF_PUBLIC_BUYERS));
        }
    }
}
