package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import java.math.BigDecimal;

/** Which yearly rate late interest runs at (<i>taux des pénalités de retard</i>). */
public sealed interface RateRule {

    /** The rate written in the terms, the same on every day. */
    record Stipulated(Percent rate) implements RateRule {}

    /**
     * So many times the legal rate of the semester that the day is in, from the column for creditors that are
     * businesses: the column follows the quality of the creditor.
     *
     * @param times {@code 1}, {@code 1.5} or {@code 3}, say; two decimals at most
     */
    record Legal(BigDecimal times) implements RateRule {

        public Legal {
            BigDecimal exact = times.stripTrailingZeros();
            times = exact.setScale(Math.max(exact.scale(), 0));
        }

        public Legal(int times) {
            this(BigDecimal.valueOf(times));
        }

        public boolean isOnce() {
            return times.compareTo(BigDecimal.ONE) == 0;
        }
    }

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
