package io.echeance.core.lint;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.WrittenRate;

/** What a text claims about deposits and late payment. */
final class PaymentClaimRules {

    private static final Money FLAT_FEE = Money.of("40.00");

    private final Findings findings;
    private final boolean sellsToConsumers;

    PaymentClaimRules(Findings findings, boolean sellsToConsumers) {
        this.findings = findings;
        this.sellsToConsumers = sellsToConsumers;
    }

    void interest(Claim.LateInterest interest) {
        String percent = interest.rate() instanceof RateRule.Stipulated ? " %" : "";
        String rate = WrittenRate.of(interest.rate()) + percent;
        if (interest.to().contains(Quality.CONSUMER)) {
            if (!interest.rate().equals(new RateRule.Legal(1))) {
                findings.add(Rule.CONSUMER_RATE, interest.at(), rate + " is offered to consumers");
            }
            if (!interest.afterNotice()) {
                findings.add(
                        Rule.CONSUMER_INTEREST_WITHOUT_NOTICE,
                        interest.at(),
                        "consumers are charged interest without a formal notice");
            }
        }
        if (interest.to().contains(Quality.PUBLIC_BUYER)
                && !interest.rate().equals(new RateRule.EcbPublicBuyer(Percent.of("8")))) {
            findings.add(
                    Rule.PUBLIC_BUYER_RATE, interest.at(), rate + " is offered to public buyers; the law sets ECB + 8");
        }
    }

    void recoveryFee(Claim.RecoveryFeeClaim fee) {
        if (fee.to().contains(Quality.CONSUMER)) {
            findings.add(Rule.CONSUMER_RECOVERY_FEE, fee.at(), "the recovery fee is offered to consumers");
        }
        if (!fee.amount().equals(FLAT_FEE)) {
            findings.add(Rule.RECOVERY_FEE_AMOUNT, fee.at(), "the decree sets 40.00, not " + fee.amount());
        }
        if (fee.calledNet()) {
            findings.add(
                    Rule.RECOVERY_FEE_CALLED_NET,
                    fee.at(),
                    "the fee is called net of VAT, as if VAT came on top; it is outside VAT");
        }
    }

    void collectionCosts(Claim.CollectionCosts costs) {
        if (costs.to().contains(Quality.CONSUMER)) {
            findings.add(
                    Rule.CONSUMER_COLLECTION_COSTS,
                    costs.at(),
                    "collection costs are put on consumers; without an enforceable title the creditor bears them");
        }
    }

    void repeatedIncidents(Claim.RepeatedIncidents incidents) {
        if (incidents.count() == null) {
            findings.add(Rule.THRESHOLD_WITHOUT_NUMBER, incidents.at(), "\"repeated\" has no number");
        }
    }

    void deposit(Claim.DepositClaim deposit) {
        if (deposit.definedAt() == null) {
            findings.add(
                    Rule.DEPOSIT_UNDEFINED,
                    deposit.at(),
                    "a deposit is announced, its amount or share defined nowhere");
        }
        if (sellsToConsumers && deposit.nature() == null) {
            findings.add(
                    Rule.DEPOSIT_NATURE_UNSAID,
                    deposit.at(),
                    "not said whether it binds both sides (acompte) or lets each leave (arrhes)");
        }
    }
}
