package io.echeance.reference;

import io.echeance.core.lint.Claim;
import io.echeance.core.lint.Passage;
import io.echeance.core.lint.TextClaims;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.WrittenRate;
import java.util.ArrayList;
import java.util.List;

/** The section {@code text} of a pack: what the seller's text claims, for the linter. */
final class ClaimsReader {

    /** What a claim says; each has keys of its own besides {@code at} and {@code words}. */
    enum Says {
        LATE_INTEREST,
        RECOVERY_FEE,
        COLLECTION_COSTS,
        FUNDER_DELAY_PENALISED,
        REPEATED_INCIDENTS,
        INSTALMENTS,
        DEPOSIT,
        NOTICE_SCALE,
        WITHDRAWAL,
        REFUND_TIME,
        SELLER_DEFAULT,
        SELLER_CANCELS,
        ABSENCE_OWES_ALL,
        EXIT,
        ALL_FEES_KEPT,
        VAT_NUMBER,
        PRICES,
        PAYMENT_METHODS,
        ARTICLE_CITED,
        BODY_NAMED,
        COURT,
        MEDIATOR,
        LIABILITY_LIMITED,
        CHANGEABLE,
        INDEXED_ON_PRICES,
        RETENTION
    }

    private ClaimsReader() {}

    static TextClaims text(Section text) {
        TextClaims.ServiceLaw sells = text.oneOf("sells", TextClaims.ServiceLaw.class);
        List<Claim> claims = new ArrayList<>();
        for (Section claim : text.sections("claims")) {
            Passage at = new Passage(claim.text("at"), claim.text("words"));
            // Of an unknown kind, the other keys cannot be judged.
            if (claim.isOneOf("says", Says.class)) {
                claims.add(claim(claim, at));
                claim.nothingElse();
            }
        }
        text.nothingElse();
        return new TextClaims(sells, List.copyOf(claims));
    }

    private static Claim claim(Section claim, Passage at) {
        return switch (claim.oneOf("says", Says.class)) {
            case LATE_INTEREST ->
                new Claim.LateInterest(at, rate(claim), claim.setOf("to", Quality.class), claim.flag("afterNotice"));
            case RECOVERY_FEE ->
                new Claim.RecoveryFeeClaim(
                        at, claim.money("amount"), claim.setOf("to", Quality.class), claim.flag("calledNet"));
            case COLLECTION_COSTS -> new Claim.CollectionCosts(at, claim.setOf("to", Quality.class));
            case FUNDER_DELAY_PENALISED -> new Claim.FunderDelayPenalised(at);
            case REPEATED_INCIDENTS -> new Claim.RepeatedIncidents(at, claim.optionalCount("count"));
            case INSTALMENTS -> new Claim.Instalments(at, claim.count("atMost"), claim.text("population"));
            case DEPOSIT ->
                new Claim.DepositClaim(
                        at,
                        claim.optionalText("definedAt"),
                        claim.optionalOneOf("nature", Claim.DepositClaim.Nature.class));
            case NOTICE_SCALE -> noticeScale(claim, at);
            case WITHDRAWAL -> new Claim.WithdrawalClaim(at, claim.oneOf("stance", Claim.WithdrawalClaim.Stance.class));
            case REFUND_TIME ->
                new Claim.RefundTime(
                        at, claim.oneOf("occasion", Claim.RefundTime.RefundOccasion.class), claim.count("withinDays"));
            case SELLER_DEFAULT -> new Claim.SellerDefault(at, claim.flag("whole"));
            case SELLER_CANCELS -> new Claim.SellerCancels(at, claim.flag("indemnity"));
            case ABSENCE_OWES_ALL -> new Claim.AbsenceOwesAll(at, claim.flag("forceMajeureSpared"));
            case EXIT -> new Claim.Exit(at, claim.setOf("reasons", Claim.Exit.ExitReason.class));
            case ALL_FEES_KEPT -> new Claim.AllFeesKept(at);
            case VAT_NUMBER -> new Claim.VatNumber(at);
            case PRICES -> new Claim.Prices(at, claim.oneOf("shown", Claim.Prices.Shown.class));
            case PAYMENT_METHODS -> new Claim.PaymentMethods(at, claim.setOf("methods", PaymentTerms.Method.class));
            case ARTICLE_CITED ->
                new Claim.ArticleCited(
                        at,
                        claim.text("code"),
                        claim.text("article"),
                        claim.oneOf("subject", Claim.ArticleCited.Subject.class));
            case BODY_NAMED -> new Claim.BodyNamed(at, claim.text("body"));
            case COURT -> new Claim.Court(at, claim.flag("mandatoryRulesSpared"));
            case MEDIATOR -> new Claim.Mediator(at);
            case LIABILITY_LIMITED -> new Claim.LiabilityLimited(at, claim.flag("consumersSpared"));
            case CHANGEABLE -> new Claim.Changeable(at, claim.flag("newOrdersOnly"));
            case INDEXED_ON_PRICES -> new Claim.IndexedOnPrices(at);
            case RETENTION -> new Claim.Retention(at, claim.count("years"));
        };
    }

    private static RateRule rate(Section claim) {
        RateRule none = new RateRule.Stipulated(Percent.ZERO);
        return claim.scalar("rate", none, "a rate such as " + WrittenRate.EXAMPLES, WrittenRate::parse);
    }

    private static Claim noticeScale(Section claim, Passage at) {
        List<Claim.NoticeScale.Range> ranges = new ArrayList<>();
        for (Section range : claim.sections("ranges")) {
            ranges.add(new Claim.NoticeScale.Range(range.optionalCount("least"), range.optionalCount("most")));
            range.nothingElse();
        }
        return new Claim.NoticeScale(at, claim.oneOf("of", Claim.NoticeScale.Of.class), List.copyOf(ranges));
    }
}
