package io.echeance.core.lint;

import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a text says in two ways, what it does not say, and what it says beside the values that bind. */
final class TextRules {

    private final Terms terms;
    private final TextClaims text;
    private final Findings findings;

    TextRules(Terms terms, TextClaims text, Findings findings) {
        this.terms = terms;
        this.text = text;
        this.findings = findings;
    }

    void judge() {
        instalments();
        refundTimes();
        methods();
        depositWithoutWord();
        if (terms.customers().contains(Quality.PROFESSIONAL)) {
            penaltiesStated();
        }
        if (terms.customers().contains(Quality.CONSUMER)) {
            withdrawalMentioned();
            mediator();
            reciprocity();
            if (text.sells() == TextClaims.ServiceLaw.TRAINING) {
                paysTooEarly();
            }
        }
    }

    private void instalments() {
        List<Claim.Instalments> plans = text.of(Claim.Instalments.class).toList();
        for (Claim.Instalments plan : plans) {
            if (plan.atMost() != plans.getFirst().atMost()) {
                findings.add(
                        Rule.INSTALMENTS_DIFFER,
                        plan.at(),
                        "%d instalments here (%s), %d at %s (%s)"
                                .formatted(
                                        plan.atMost(),
                                        plan.population(),
                                        plans.getFirst().atMost(),
                                        plans.getFirst().at().place(),
                                        plans.getFirst().population()));
            }
        }
    }

    private void refundTimes() {
        for (Claim.RefundTime.RefundOccasion occasion : Claim.RefundTime.RefundOccasion.values()) {
            List<Claim.RefundTime> times = text.of(Claim.RefundTime.class)
                    .filter(time -> time.occasion() == occasion)
                    .toList();
            for (Claim.RefundTime time : times) {
                if (time.withinDays() != times.getFirst().withinDays()) {
                    findings.add(
                            Rule.REFUND_TIMES_DIFFER,
                            time.at(),
                            "a refund within %d days here, within %d at %s"
                                    .formatted(
                                            time.withinDays(),
                                            times.getFirst().withinDays(),
                                            times.getFirst().at().place()));
                }
            }
        }
    }

    private void methods() {
        List<Claim.PaymentMethods> lists = text.of(Claim.PaymentMethods.class).toList();
        for (Claim.PaymentMethods list : lists) {
            if (!list.methods().equals(lists.getFirst().methods())) {
                findings.add(
                        Rule.METHODS_DIFFER,
                        list.at(),
                        "%s here, %s at %s"
                                .formatted(
                                        sorted(list.methods()),
                                        sorted(lists.getFirst().methods()),
                                        lists.getFirst().at().place()));
            }
        }
    }

    private static List<PaymentTerms.Method> sorted(Set<PaymentTerms.Method> methods) {
        return methods.stream().sorted().toList();
    }

    private void depositWithoutWord() {
        if (terms.payment().depositAllowed()
                && text.of(Claim.DepositClaim.class).findAny().isEmpty()) {
            findings.add(
                    Rule.DEPOSIT_UNDEFINED,
                    TermsRule.DEPOSIT_ALLOWED,
                    "an order may ask for a deposit of which the text does not speak");
        }
    }

    private void penaltiesStated() {
        List<String> missing = new ArrayList<>();
        if (text.of(Claim.LateInterest.class)
                .noneMatch(interest -> interest.to().contains(Quality.PROFESSIONAL))) {
            missing.add("rate of late interest");
        }
        if (text.of(Claim.RecoveryFeeClaim.class).noneMatch(fee -> fee.to().contains(Quality.PROFESSIONAL))) {
            missing.add("flat fee for recovery costs");
        }
        if (!missing.isEmpty()) {
            findings.addAboutSilence(
                    Rule.PENALTIES_NOT_STATED, "professionals are not told the " + String.join(" nor the ", missing));
        }
    }

    private void withdrawalMentioned() {
        if (text.of(Claim.WithdrawalClaim.class).findAny().isEmpty()) {
            findings.addAboutSilence(
                    Rule.WITHDRAWAL_UNMENTIONED, "consumers who order at distance are not told that they may withdraw");
        }
    }

    private void mediator() {
        if (text.of(Claim.Mediator.class).findAny().isEmpty()) {
            findings.addAboutSilence(Rule.MEDIATOR_MISSING, "consumers are not told which mediator they may turn to");
        }
    }

    /** What a consumer pays for leaving, the seller would have to pay for calling off. */
    private void reciprocity() {
        boolean feeForLeaving = terms.ending().scale().stream()
                .anyMatch(band -> band.percent().value().signum() > 0);
        if (!feeForLeaving) {
            return;
        }
        for (Claim.SellerCancels cancels : text.of(Claim.SellerCancels.class).toList()) {
            if (!cancels.indemnity()) {
                findings.add(
                        Rule.FEE_WITHOUT_RECIPROCITY,
                        cancels.at(),
                        "a consumer pays for leaving; the seller pays nothing for calling off");
            }
        }
    }

    /** An individual who buys a training course pays nothing before the withdrawal period ends, then 30 % at most. */
    private void paysTooEarly() {
        String rule = "nothing may be asked of an individual before the withdrawal period ends, "
                + "then 30 % at most, the rest staggered";
        if (terms.payment().billing() == PaymentTerms.BillingMoment.AT_ORDER) {
            findings.add(
                    Rule.CONSUMER_PAYS_TOO_EARLY,
                    TermsRule.BILLING,
                    "the whole is paid at the order, by %s; %s"
                            .formatted(sorted(terms.payment().methods()), rule));
        } else if (terms.payment().depositAllowed()) {
            findings.add(
                    Rule.CONSUMER_PAYS_TOO_EARLY, TermsRule.DEPOSIT_ALLOWED, "a deposit makes the order firm; " + rule);
        }
    }
}
