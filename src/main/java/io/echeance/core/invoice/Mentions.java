package io.echeance.core.invoice;

import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.VatRegime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law wants written on an invoice, made from the terms that compute: what is said is what is charged.
 *
 * <p>Penalty rate, recovery fee and discount are asked for by the Code de commerce, L441-9 and L441-10, and on every
 * French document of EN 16931, credit notes and consumers' invoices too, exactly once each (BR-FR-05, BR-FR-06): where
 * nothing is charged, that is what is said.
 */
record Mentions(Draft draft, Party buyer, @Nullable Party client, Language language) {

    List<Mention> all() {
        List<Mention> mentions = new ArrayList<>();
        mentions.add(new Mention("PMT", recoveryFee()));
        mentions.add(new Mention("PMD", penalties()));
        mentions.add(new Mention(
                "AAB",
                language.in("Pas d'escompte pour paiement anticipé.", "No discount is granted for early payment.")));
        mentions.add(new Mention("BAR", treatment()));
        if (draft.isForFunder()) {
            mentions.add(new Mention("AAI", funded()));
        }
        return mentions;
    }

    private String recoveryFee() {
        RecoveryFeeClause fee = draft.terms().late().recoveryFee();
        if (fee == null || !owesPenalties()) {
            return language.in(
                    "Aucune indemnité forfaitaire pour frais de recouvrement n'est demandée.",
                    "No fixed compensation for recovery costs is charged.");
        }
        String amount = language.money(fee.amount());
        String each = switch (fee.per()) {
            case PER_INVOICE -> "";
            case PER_RECEIVABLE -> language.in(" par échéance", " for each instalment");
        };
        return language.in(
                "En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement de " + amount + each
                        + " (" + feeArticles() + ").",
                "If paid late, fixed compensation for recovery costs of " + amount + each + " (" + feeArticles()
                        + ").");
    }

    private String feeArticles() {
        return language.in(
                "articles " + ground().article(0) + " et " + ground().article(1) + " du "
                        + ground().code().title(),
                ground().code().title() + ", articles " + ground().article(0) + " and " + ground().article(1));
    }

    private Basis ground() {
        boolean isPublic = draft.payerKind() == PayerKind.PUBLIC_BUYER;
        return Basis.recoveryFee(isPublic ? Quality.PUBLIC_BUYER : Quality.PROFESSIONAL);
    }

    /** A consumer owes no fee whatever the terms say, and a funder owes neither fee nor interest. */
    private boolean owesPenalties() {
        return switch (draft.payerKind()) {
            case PROFESSIONAL, PUBLIC_BUYER -> true;
            case CONSUMER, FUNDER -> false;
        };
    }

    private String penalties() {
        InterestTerms interest = interest();
        if (interest == null) {
            return language.in("Aucune pénalité de retard n'est demandée.", "No penalty for late payment is charged.");
        }
        return language.in("Pénalités de retard : ", "Penalty for late payment: ")
                + rate(interest.rate())
                + since(interest.afterNoticeDays());
    }

    private @Nullable InterestTerms interest() {
        return switch (draft.payerKind()) {
            case PROFESSIONAL -> draft.terms().late().interest().get(Quality.PROFESSIONAL);
            case PUBLIC_BUYER -> draft.terms().late().interest().get(Quality.PUBLIC_BUYER);
            case CONSUMER -> draft.terms().late().interest().get(Quality.CONSUMER);
            case FUNDER -> null;
        };
    }

    private String rate(RateRule rule) {
        return switch (rule) {
            case RateRule.Stipulated(var rate) ->
                language.in("taux de " + language.percent(rate) + " l'an", language.percent(rate) + " a year");
            case RateRule.Legal legal ->
                legal.isOnce()
                        ? language.in("taux de l'intérêt légal", "the legal rate of interest")
                        : language.in(
                                language.factor(legal.times()) + " fois le taux de l'intérêt légal",
                                language.factor(legal.times()) + " times the legal rate of interest");
            case RateRule.LegalIndividual individual ->
                language.in(
                        "taux de l'intérêt légal des créances des particuliers",
                        "the legal rate of interest for claims of individuals");
            case RateRule.Ecb(var plus) -> ecb(plus.value().stripTrailingZeros().toPlainString());
            case RateRule.EcbPublicBuyer(var plus) ->
                ecb(plus.value().stripTrailingZeros().toPlainString());
        };
    }

    private String ecb(String points) {
        return language.in(
                "taux de refinancement de la Banque centrale européenne majoré de " + points + " points",
                "the European Central Bank's refinancing rate plus " + points + " points");
    }

    private String since(@Nullable Integer afterNoticeDays) {
        if (afterNoticeDays == null) {
            return language.in(
                    ", exigibles dès le jour suivant la date d'échéance, sans rappel.",
                    ", due from the day after the due date, without reminder.");
        }
        return afterNoticeDays == 0
                ? language.in(", à compter d'une mise en demeure.", ", from a formal notice on.")
                : language.in(
                        ", à défaut de paiement dans les " + afterNoticeDays + " jours d'une mise en demeure.",
                        ", if not paid within " + afterNoticeDays + " days of a formal notice.");
    }

    /**
     * Who may see it: operations outside VAT and exempt training are in neither e-invoicing nor e-reporting (CGI,
     * 289 bis and 290); sales to consumers are reported.
     */
    private String treatment() {
        boolean outside = draft.document().items().stream().allMatch(item -> item.vatRate() == null);
        if (outside || draft.terms().vat() == VatRegime.EXEMPT_261_4_4) {
            return "OUTOFSCOPE";
        }
        if (draft.payerKind() == PayerKind.CONSUMER) {
            return "B2C";
        }
        return buyer.isFrench() ? "B2B" : "B2BINT";
    }

    private String funded() {
        String name = client == null ? draft.customer() : client.name();
        return language.in("Prise en charge pour ", "Funded for ")
                + name
                + language.in(", dossier ", ", file ")
                + draft.document().orderId();
    }

    /** BT-120: why no VAT is charged; null where it is. */
    @Nullable
    String exemption() {
        boolean outside = draft.document().items().stream().allMatch(item -> item.vatRate() == null);
        if (!outside) {
            return switch (draft.terms().vat()) {
                case STANDARD -> null;
                case EXEMPT_261_4_4 ->
                    language.in(
                            "Exonération de TVA, art. 261-4-4° a du CGI",
                            "Exempt from VAT, art. 261-4-4° a of the French tax code (CGI)");
                case FRANCHISE_293_B ->
                    language.in(
                            "TVA non applicable, art. 293 B du CGI",
                            "VAT not applicable, art. 293 B of the French tax code (CGI)");
            };
        }
        return switch (draft.kind()) {
            case RECOVERY_FEE ->
                language.in(
                        "Hors champ de la TVA : indemnité forfaitaire ("
                                + ground().code().title() + ", " + ground().article(0) + ")",
                        "Outside VAT: fixed compensation (" + ground().code().title() + ", " + ground().article(0)
                                + ")");
            case CLOSING ->
                language.in("Hors champ de la TVA : intérêts de retard", "Outside VAT: interest for late payment");
            case CANCELLATION_FEE, DEPOSIT, INVOICE, CREDIT_NOTE ->
                language.in(
                        "Hors champ de la TVA : indemnité (CGI, art. 256)", "Outside VAT: indemnity (CGI, art. 256)");
        };
    }

    /** BT-121: the code of the same (VATEX list); null where VAT is charged. */
    @Nullable
    String exemptionCode() {
        boolean outside = draft.document().items().stream().allMatch(item -> item.vatRate() == null);
        if (outside) {
            return "VATEX-EU-O";
        }
        return switch (draft.terms().vat()) {
            case STANDARD -> null;
            case EXEMPT_261_4_4 -> "VATEX-FR-CGI261-4";
            case FRANCHISE_293_B -> "VATEX-FR-FRANCHISE";
        };
    }
}
