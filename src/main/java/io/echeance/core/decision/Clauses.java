package io.echeance.core.decision;

import io.echeance.core.terms.Terms;
import java.util.ArrayList;
import java.util.List;

/** Where what we say stands written: the clause of the seller's terms, and the article of law. */
record Clauses(Terms terms) {

    /** How a pack marks what stands in no text. */
    private static final String OURS = "ours";

    /** The clause for {@code rule}, if the seller's text has one, then the articles. */
    List<String> of(String rule, String... articles) {
        List<String> basis = new ArrayList<>(1 + articles.length);
        String clause = terms.clauses().get(rule);
        if (clause != null && !clause.equals(OURS)) {
            basis.add(terms.name() + ", " + clause);
        }
        basis.addAll(List.of(articles));
        return List.copyOf(basis);
    }
}
