package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import org.jspecify.annotations.Nullable;

/** The VAT category of an item, by its code in EN 16931 (UNTDID 5305). */
public enum VatCategory {
    /** Standard rate, 20 %. */
    S(Percent.of("20.00")),
    /** Exempt. */
    E(Percent.of("0.00")),
    /** Outside VAT: indemnities, late interest, the recovery fee. Has no rate, not even zero. */
    O(null);

    private final @Nullable Percent rate;

    VatCategory(@Nullable Percent rate) {
        this.rate = rate;
    }

    public @Nullable Percent rate() {
        return rate;
    }

    public Percent rateOrZero() {
        return rate == null ? Percent.ZERO : rate;
    }
}
