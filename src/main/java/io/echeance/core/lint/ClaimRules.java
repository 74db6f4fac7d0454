package io.echeance.core.lint;

import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRegime;

/** Each claim of a text on its own. */
final class ClaimRules {

    private static final int INVOICES_KEPT_YEARS = 10;

    private final Terms terms;
    private final Findings findings;
    private final boolean sellsToConsumers;
    private final PaymentClaimRules payment;

    ClaimRules(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
        sellsToConsumers = terms.customers().contains(Quality.CONSUMER);
        payment = new PaymentClaimRules(findings, sellsToConsumers);
    }

    void judge(TextClaims text) {
        for (Claim claim : text.claims()) {
            judge(claim, text.sells());
        }
    }

    /** Claims that matter only beside others, or by their absence, are judged by {@link TextRules}. */
    private void judge(Claim claim, TextClaims.ServiceLaw sells) {
        switch (claim) {
            case Claim.LateInterest interest -> payment.interest(interest);
            case Claim.RecoveryFeeClaim fee -> payment.recoveryFee(fee);
            case Claim.CollectionCosts costs -> payment.collectionCosts(costs);
            case Claim.FunderDelayPenalised delay ->
                findings.add(
                        Rule.FUNDER_DELAY_PENALISED, delay.at(), "the customer pays penalties on a funder's delay");
            case Claim.RepeatedIncidents incidents -> payment.repeatedIncidents(incidents);
            case Claim.DepositClaim deposit -> payment.deposit(deposit);
            case Claim.NoticeScale scale -> new ScaleAsWritten(scale).judge(findings);
            case Claim.WithdrawalClaim withdrawal -> withdrawal(withdrawal);
            case Claim.SellerDefault refund -> sellerDefault(refund, sells);
            case Claim.AbsenceOwesAll absence -> absence(absence, sells);
            case Claim.Exit exit -> exit(exit);
            case Claim.AllFeesKept kept -> allFeesKept(kept);
            case Claim.VatNumber number -> vatNumber(number);
            case Claim.Prices prices -> prices(prices);
            case Claim.ArticleCited cited -> articleCited(cited);
            case Claim.BodyNamed named -> bodyNamed(named);
            case Claim.Court court -> court(court);
            case Claim.LiabilityLimited liability -> liability(liability);
            case Claim.Changeable changeable -> changeable(changeable);
            case Claim.IndexedOnPrices indexed ->
                findings.add(Rule.INDEXED_ON_PRICES, indexed.at(), "the price follows the general price level");
            case Claim.Retention retention -> retention(retention);
            case Claim.Instalments ignored -> {}
            case Claim.RefundTime ignored -> {}
            case Claim.SellerCancels ignored -> {}
            case Claim.PaymentMethods ignored -> {}
            case Claim.Mediator ignored -> {}
        }
    }

    private void withdrawal(Claim.WithdrawalClaim withdrawal) {
        switch (withdrawal.stance()) {
            case GRANTED -> {}
            case CHARGED ->
                findings.add(
                        Rule.FEE_ON_WITHDRAWAL,
                        withdrawal.at(),
                        "the cancellation scale is applied even to a withdrawal, which is free");
            case DENIED -> {
                if (sellsToConsumers) {
                    findings.add(
                            Rule.WITHDRAWAL_DENIED,
                            withdrawal.at(),
                            "the order is called irrevocable, though a consumer at distance may withdraw for 14 days");
                }
            }
        }
    }

    private void sellerDefault(Claim.SellerDefault refund, TextClaims.ServiceLaw sells) {
        if (!refund.whole() && sells == TextClaims.ServiceLaw.TRAINING) {
            findings.add(
                    Rule.SELLER_KEEPS_ON_DEFAULT,
                    refund.at(),
                    "the seller keeps what it has spent, though it did not perform");
        }
    }

    private void absence(Claim.AbsenceOwesAll absence, TextClaims.ServiceLaw sells) {
        if (sellsToConsumers && sells == TextClaims.ServiceLaw.TRAINING && !absence.forceMajeureSpared()) {
            findings.add(
                    Rule.FORCE_MAJEURE_PAYS_ALL,
                    absence.at(),
                    "who cannot come pays all, even an individual whom force majeure prevents");
        }
    }

    private void exit(Claim.Exit exit) {
        boolean open = exit.reasons().contains(Claim.Exit.ExitReason.SERIOUS)
                || exit.reasons().contains(Claim.Exit.ExitReason.ANY);
        if (sellsToConsumers && !open) {
            findings.add(
                    Rule.NO_EXIT_FOR_GOOD_REASON,
                    exit.at(),
                    "a consumer may leave for " + exit.reasons() + " alone, not for any serious and legitimate reason");
        }
    }

    private void allFeesKept(Claim.AllFeesKept kept) {
        if (sellsToConsumers) {
            findings.add(
                    Rule.ALL_FEES_KEPT, kept.at(), "whatever was paid is kept on any breach, and nothing in return");
        }
    }

    private void vatNumber(Claim.VatNumber number) {
        if (terms.vat() == VatRegime.FRANCHISE_293_B) {
            findings.add(
                    Rule.FRANCHISE_WITH_VAT_NUMBER, number.at(), "293 B is claimed and a VAT number shown beside it");
        }
    }

    private void prices(Claim.Prices prices) {
        switch (prices.shown()) {
            case WITHOUT_ANY_VAT -> {}
            case WITH_VAT -> {
                if (terms.vat() == VatRegime.FRANCHISE_293_B) {
                    findings.add(
                            Rule.FRANCHISE_WITH_VAT_PRICES,
                            prices.at(),
                            "293 B is claimed and prices are called inclusive of VAT");
                }
            }
            case NET_OF_VAT -> {
                if (sellsToConsumers && terms.vat() == VatRegime.STANDARD) {
                    findings.add(
                            Rule.CONSUMER_PRICES_NET,
                            prices.at(),
                            "consumers are shown prices without the VAT they pay");
                }
            }
        }
    }

    private void articleCited(Claim.ArticleCited cited) {
        String article = cited.code() + ", " + cited.article();
        Superseded.article(cited.code(), cited.article(), terms.inForceOn())
                .ifPresent(change -> findings.add(
                        Rule.ARTICLE_REPLACED,
                        cited.at(),
                        article + " was replaced: now " + change.by(),
                        change.act() + ", from " + change.on()));
        Superseded.instead(cited)
                .ifPresent(governing -> findings.add(
                        Rule.ARTICLE_BESIDE_THE_POINT,
                        cited.at(),
                        article + " does not govern this; " + governing + " does",
                        governing));
    }

    private void bodyNamed(Claim.BodyNamed named) {
        Superseded.body(named.body(), terms.inForceOn())
                .ifPresent(change -> findings.add(
                        Rule.BODY_RENAMED,
                        named.at(),
                        named.body() + " is called " + change.by() + " now",
                        change.act()));
    }

    private void court(Claim.Court court) {
        if (court.mandatoryRulesSpared()) {
            return;
        }
        if (sellsToConsumers) {
            findings.add(Rule.COURT_FOR_CONSUMERS, court.at(), "one place's courts for consumers too");
        }
        if (terms.customers().contains(Quality.PUBLIC_BUYER)) {
            findings.add(Rule.COURT_FOR_PUBLIC_BUYERS, court.at(), "a commercial court for public buyers too");
        }
    }

    private void liability(Claim.LiabilityLimited liability) {
        if (sellsToConsumers && !liability.consumersSpared()) {
            findings.add(
                    Rule.LIABILITY_LIMITED, liability.at(), "the seller's liability is limited towards consumers too");
        }
    }

    private void changeable(Claim.Changeable changeable) {
        if (sellsToConsumers && !changeable.newOrdersOnly()) {
            findings.add(
                    Rule.UNILATERAL_CHANGE,
                    changeable.at(),
                    "the terms may change at any time, not for later orders alone");
        }
    }

    private void retention(Claim.Retention retention) {
        if (retention.years() < INVOICES_KEPT_YEARS) {
            findings.add(
                    Rule.RETENTION_SHORTER_THAN_LAW,
                    retention.at(),
                    "all data are gone after %d years; invoices and accounts must stay %d"
                            .formatted(retention.years(), INVOICES_KEPT_YEARS));
        }
    }
}
