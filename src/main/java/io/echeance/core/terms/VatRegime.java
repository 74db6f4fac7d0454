package io.echeance.core.terms;

import io.echeance.core.money.Percent;

/** How the seller's services stand to VAT (<i>régime de TVA</i>). */
public enum VatRegime {
    /** Taxed at 20 %. */
    STANDARD(VatCategory.S),
    /** Exempt: vocational training and schooling (CGI, art. 261-4-4°). */
    EXEMPT_261_4_4(VatCategory.E),
    /** Not charged: small-business franchise (CGI, art. 293 B). */
    FRANCHISE_293_B(VatCategory.E);

    private final VatCategory category;

    VatRegime(VatCategory category) {
        this.category = category;
    }

    public VatCategory category() {
        return category;
    }

    /** The rate of its category: 20.00 or 0.00. */
    public Percent rate() {
        return category.rateOrZero();
    }
}
