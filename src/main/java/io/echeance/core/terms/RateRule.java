package io.echeance.core.terms;

import io.echeance.core.money.Percent;

/** Which yearly rate late interest runs at (<i>taux des pénalités de retard</i>). */
public sealed interface RateRule {

    /** The rate written in the terms, the same on every day. */
    record Stipulated(Percent rate) implements RateRule {}

    /**
     * So many times the legal rate of the semester that the day is in, from the column for creditors that are
     * businesses: the column follows the quality of the creditor.
     */
    record Legal(int times) implements RateRule {}

    /** The legal rate of the semester that the day is in, for a creditor that is a private individual. */
    record LegalIndividual() implements RateRule {}

    /** The ECB's refinancing rate on the first day of the semester that the day is in, plus points (L441-10 II). */
    record Ecb(Percent plus) implements RateRule {}

    /**
     * The ECB's rate on the first day of the semester in which the delay began, plus points: one rate for the whole
     * delay (Code de la commande publique, R2192-31).
     */
    record EcbPublicBuyer(Percent plus) implements RateRule {}
}
