package io.echeance.core.terms;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a seller's terms of sale (<i>conditions générales de vente</i>), as data. The version in force on the
 * order date binds the order for good.
 *
 * @param name what an order names, such as {@code hexagone-initial}
 * @param inForceOn the first day on which it binds
 * @param seller whose series of invoice numbers is used
 * @param clauses from a rule's name to where it stands in the seller's text, for explanations
 */
public record Terms(
        String name,
        LocalDate inForceOn,
        String seller,
        VatRegime vat,
        Set<Quality> customers,
        PaymentTerms payment,
        @Nullable FundingTerms funding,
        LateTerms late,
        EndingTerms ending,
        @Nullable StandingTerms standing,
        Map<String, String> clauses) {

    /** {@code name@inForceOn}: the pinned id of this version. */
    public String id() {
        return name + "@" + inForceOn;
    }
}
