package io.echeance.core.customer;

import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.StandingTerms;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the terms that bind an order make of its customer's record.
 *
 * @param basis clauses, by what rests on them
 */
public record StandingRules(StandingTerms terms, Map<StandingKind, List<String>> basis) {

    public StandingRules {
        basis = Map.copyOf(basis);
    }

    public static StandingRules of(Terms terms) {
        StandingTerms standing = Objects.requireNonNullElse(terms.standing(), StandingTerms.NONE);
        Map<StandingKind, List<String>> basis = new EnumMap<>(StandingKind.class);
        for (StandingKind kind : StandingKind.values()) {
            TermsRule rule = kind.rule();
            List<String> clauses = rule == null ? List.of() : new Clauses(terms).of(rule);
            if (!clauses.isEmpty()) {
                basis.put(kind, clauses);
            }
        }
        if (standing.blockOnDispute()) {
            basis.putIfAbsent(StandingKind.BLOCK_PROPOSED, new Clauses(terms).of(TermsRule.STANDING_BLOCK_ON_DISPUTE));
        }
        return new StandingRules(standing, basis);
    }

    List<String> basis(StandingKind kind) {
        return basis.getOrDefault(kind, List.of());
    }
}
