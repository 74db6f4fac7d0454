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
 * @param clauses where each value stands, by the dotted path of these records' components ({@code
 *     late.interest.CONSUMER})
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
        Map<String, Clause> clauses) {

    /** {@code name@inForceOn}: the pinned id of this version. */
    public String id() {
        return name + "@" + inForceOn;
    }

    /** Where a rule stands; {@code ours} where the pack does not say. */
    public Clause clauseOf(TermsRule rule) {
        return clauseAt(rule.path()).orElse(Clause.Ours.PLAIN);
    }

    /** Where what a path leads to stands: its own clause, else that of the nearest path around it. */
    public Optional<Clause> clauseAt(String path) {
        String name = path;
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
