package io.echeance.core.vat;

import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRate;
import io.echeance.core.terms.VatRegime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an amount stands to VAT: what amounts of one document have to have in common to bear VAT together (EN 16931,
 * BG-23).
 *
 * @param rate percent; null outside VAT
 */
public record Taxation(VatCategory category, @Nullable Percent rate) implements Comparable<Taxation> {

    /** Indemnities and late interest. */
    public static final Taxation OUTSIDE = new Taxation(VatCategory.O, null);

    private static final Comparator<Taxation> ORDER =
            Comparator.comparing(Taxation::category).thenComparing(Taxation::rateOrZero, Comparator.reverseOrder());

    /**
     * Of what is sold under the terms.
     *
     * @param rate of the order's line; {@code STANDARD} is whatever the terms charge
     * @param on the document's day
     */
    public static Taxation of(VatRegime regime, VatRate rate, LocalDate on) {
        return switch (regime) {
            case STANDARD -> new Taxation(VatCategory.S, rate.on(on));
            case EXEMPT_261_4_4, FRANCHISE_293_B -> new Taxation(regime.category(), Percent.of("0.00"));
        };
    }

    public static Taxation of(Document.Item item) {
        return new Taxation(item.vatCategory(), item.vatRate());
    }

    public static Taxation of(Document.VatPart part) {
        return new Taxation(part.category(), part.rate());
    }

    public Percent rateOrZero() {
        return rate == null ? Percent.ZERO : rate;
    }

    /** The rate that it is today or was once: 5.50 is the reduced one. {@code STANDARD} where there is none. */
    public VatRate named() {
        return Stream.of(VatRate.SUPER_REDUCED, VatRate.REDUCED, VatRate.INTERMEDIATE)
                .filter(one ->
                        one.history().stream().anyMatch(since -> since.percent().equals(rateOrZero())))
                .findFirst()
                .orElse(VatRate.STANDARD);
    }

    /** By category, then the highest rate first. */
    @Override
    public int compareTo(Taxation other) {
        return ORDER.compare(this, other);
    }
}
