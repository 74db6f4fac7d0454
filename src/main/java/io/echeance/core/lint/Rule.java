package io.echeance.core.lint;

import static io.echeance.core.lint.Severity.ERROR;
import static io.echeance.core.lint.Severity.NOTE;
import static io.echeance.core.lint.Severity.WARNING;

/** All that {@link TermsLint} can find, with how bad it is and the legal ground. */
public enum Rule {
    // Late payment
    RATE_BELOW_FLOOR(ERROR, "Code de commerce, L441-10 II (at least 3 times the legal rate) and L441-16 (fine)"),
    FLOOR_NOT_TESTED(NOTE, "Code de commerce, L441-10 II (at least 3 times the legal rate)"),
    PENALTIES_NOT_STATED(ERROR, "Code de commerce, L441-10 II and L441-16 (rate and fee must stand in the terms)"),
    PUBLIC_BUYER_RATE(ERROR, "Code de la commande publique, R2192-31 (ECB + 8) and L2192-14 (a waiver is void)"),
    CONSUMER_RATE(ERROR, "Code civil, 1231-6; Code de la consommation, R212-2 3°; L441-10 is for professionals"),
    CONSUMER_INTEREST_WITHOUT_NOTICE(ERROR, "Code civil, 1231-6, 1231-5 and 1344"),
    CONSUMER_RECOVERY_FEE(ERROR, "Code de commerce, L441-10 II and D441-5 (professionals alone)"),
    RECOVERY_FEE_AMOUNT(ERROR, "Code de commerce, D441-5 (40 EUR)"),
    RECOVERY_FEE_CALLED_NET(NOTE, "CGI, 256; BOI-TVA-BASE-10-10-10 (an indemnity is outside VAT)"),
    CONSUMER_COLLECTION_COSTS(ERROR, "CPCE, L111-8 (deemed unwritten); Code de la consommation, L121-21"),
    FUNDER_DELAY_PENALISED(
            WARNING, "Code civil, 1231-6 (interest on one's own delay); L441-10 II (from one's due date)"),
    PAYMENT_TERM_TOO_LONG(
            ERROR,
            "Code de commerce, L441-10 I (60 days, or 45 end of month); Code de la commande publique, R2192-10 (30)"),

    // What a late customer loses
    THRESHOLD_WITHOUT_NUMBER(
            WARNING, "Code civil, 1190 (against who proposes the terms); Code de la consommation, L211-1 (clear)"),
    ACCELERATION_NOTICE_SHORT(
            WARNING, "Code de la consommation, L212-1; Cass. 1re civ. 29 May 2024, no 23-12.904, and 22 March 2023"),
    ACCESS_CUT_BEFORE_REMINDER(WARNING, "Code civil, 1219 and 1220 (a non-performance that is grave enough)"),
    DOCUMENTS_WITHHELD(WARNING, "Code civil, 1219 (a non-performance that is grave enough)"),

    // Plans, deposits, what may be asked when
    INSTALMENTS_DIFFER(WARNING, "Code civil, 1190; Code de la consommation, L211-1 (doubt favours the consumer)"),
    PLAN_LONGER_THAN_ITS_MONTHS(WARNING, "Code civil, 1190; Code de la consommation, L211-1"),
    PLAN_IS_CREDIT(WARNING, "Code de la consommation, L311-1 6° and L312-4 (more than three months)"),
    DEPOSIT_UNDEFINED(WARNING, "Code civil, 1163; Code de la consommation, L111-1 and L211-1"),
    DEPOSIT_NATURE_UNSAID(
            NOTE, "Code de la consommation, L214-1 (then arrhes) and L214-2 (interest after three months)"),
    CONSUMER_PAYS_TOO_EARLY(ERROR, "Code du travail, L6353-5, L6353-6 and L6355-20 (fine)"),
    METHODS_DIFFER(NOTE, "Code de la consommation, L221-14 and L211-1"),

    // VAT
    FRANCHISE_WITH_VAT_PRICES(ERROR, "CGI, 293 B and 293 E; 283-3 (VAT that is shown is owed)"),
    FRANCHISE_WITH_VAT_NUMBER(WARNING, "CGI, 293 B, 293 E and 286 ter"),
    CONSUMER_PRICES_NET(ERROR, "Code de la consommation, L112-1; order of 3 December 1987, art. 1"),

    // Leaving
    SCALE_HOLE(WARNING, "Code civil, 1190; Code de la consommation, L211-1 (doubt favours the customer)"),
    SCALE_OVERLAP(WARNING, "Code civil, 1190; Code de la consommation, L211-1 (doubt favours the customer)"),
    SCALE_FALLS(WARNING, "Code civil, 1190; Code de la consommation, L211-1"),
    FEE_ON_WITHDRAWAL(ERROR, "Code du travail, L6353-5 and L6353-6; Code de la consommation, L221-24 and L221-29"),
    WITHDRAWAL_DENIED(ERROR, "Code de la consommation, L221-18 and L221-29 (public policy)"),
    WITHDRAWAL_UNMENTIONED(
            WARNING, "Code de la consommation, L221-5 and L221-20 (twelve months more); Code du travail, L6353-5"),
    WITHDRAWAL_TOO_SHORT(ERROR, "Code de la consommation, L221-18 (14 days)"),
    REFUND_TOO_SLOW(ERROR, "Code de la consommation, L221-24 (14 days) and L242-4 (increase)"),
    REFUND_TIMES_DIFFER(WARNING, "Code de la consommation, L211-1 (doubt favours the consumer) and L221-24"),
    GUARANTEE_IS_THE_LAW(WARNING, "Code de la consommation, L121-4 10° (the law's right sold as the seller's gift)"),
    FEE_WITHOUT_RECIPROCITY(WARNING, "Code de la consommation, R212-2 2°"),
    PERIODS_BEGUN_KEPT(
            WARNING, "Code de la consommation, L212-1; Cass. 1re civ. 13 Dec. 2012, no 11-27.766; CCA no 91-01"),
    NO_EXIT_FOR_GOOD_REASON(
            WARNING, "Code de la consommation, L212-1; Cass. 1re civ. 13 Dec. 2012, no 11-27.766; CCA no 91-01"),
    ALL_FEES_KEPT(WARNING, "Code de la consommation, R212-2 2° and 3°"),
    FORCE_MAJEURE_PAYS_ALL(ERROR, "Code du travail, L6353-7 (only what was delivered)"),
    SELLER_KEEPS_ON_DEFAULT(WARNING, "Code du travail, L6354-1 (sums wrongly received go back)"),

    // The text around
    ARTICLE_REPLACED(WARNING, "the act that replaced it"),
    ARTICLE_BESIDE_THE_POINT(WARNING, "the article that governs"),
    BODY_RENAMED(NOTE, "the act that renamed it"),
    COURT_FOR_CONSUMERS(ERROR, "Code de procédure civile, 48 (deemed unwritten); Code de la consommation, R631-3"),
    COURT_FOR_PUBLIC_BUYERS(WARNING, "Code de la commande publique, L6 (public contracts: administrative courts)"),
    MEDIATOR_MISSING(ERROR, "Code de la consommation, L612-1, L616-1 and L641-1 (fine)"),
    LIABILITY_LIMITED(ERROR, "Code de la consommation, R212-1 6° (deemed unwritten)"),
    UNILATERAL_CHANGE(WARNING, "Code de la consommation, R212-1 3°"),
    INDEXED_ON_PRICES(WARNING, "Code monétaire et financier, L112-2 (index of the general price level)"),
    RETENTION_SHORTER_THAN_LAW(NOTE, "Code de commerce, L123-22 (10 years); LPF, L102 B (6 years)");

    private final Severity severity;
    private final String ground;

    Rule(Severity severity, String ground) {
        this.severity = severity;
        this.ground = ground;
    }

    public Severity severity() {
        return severity;
    }

    public String ground() {
        return ground;
    }

    Finding at(String place, String sentence) {
        return new Finding(this, place, severity, ground, sentence);
    }

    /** With the words of the text after the sentence. */
    Finding at(Passage passage, String sentence) {
        return at(passage, sentence, ground);
    }

    Finding at(Passage passage, String sentence, String groundOfTheCase) {
        return new Finding(
                this, passage.place(), severity, groundOfTheCase, sentence + " (« " + passage.words() + " »)");
    }
}
