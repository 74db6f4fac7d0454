package io.echeance.core.terms;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a seller's terms of sale (<i>conditions générales de vente</i>), as data. The version in force on the
 * order date binds the order for good.
 *
 * @param name what an order names, such as {@code hexagone-initial}
 * @param inForceOn the first day on which it binds
 * @param seller whose series of invoice numbers is used
 * @param clauses from a rule's name to where it stands, for explanations. A name is the dotted path of these records'
 *     components ({@code late.interest.CONSUMER}); a clause is the place in the seller's text ({@code art. 5.3}), or
 *     {@code law, …} where a statute gives the value, or {@link #OURS}
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

    /** The clause of a value that stands in no text: chosen so that the seller can run. */
    public static final String OURS = "ours";

    /** {@code name@inForceOn}: the pinned id of this version. */
    public String id() {
        return name + "@" + inForceOn;
    }

    /** Where a rule stands: its own clause, else that of the nearest rule around it. */
    public Optional<String> clauseOf(String rule) {
        String name = rule;
        while (!clauses.containsKey(name)) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            name = name.substring(0, dot);
        }
        return Optional.of(clauses.get(name));
    }
}
