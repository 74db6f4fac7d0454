package io.echeance.core.terms;

import java.util.ArrayList;
import java.util.List;

/** Where what we say stands written: the clause of the seller's terms, and the article of law. */
public record Clauses(Terms terms) {

    /** How a pack marks what the law gives where the seller's text is silent. */
    private static final String LAW = "law, ";

    /**
     * The clause for {@code rule}, if the seller's text has one, then the articles. Where the law alone gives the
     * value, what the pack says of it is left out beside articles that say it.
     */
    public List<String> of(String rule, String... articles) {
        List<String> basis = new ArrayList<>(1 + articles.length);
        String clause = terms.clauseOf(rule).orElse(Terms.OURS);
        if (clause.startsWith(LAW)) {
            if (articles.length == 0) {
                basis.add(clause.substring(LAW.length()));
            }
        } else if (!clause.startsWith(Terms.OURS)) {
            basis.add(terms.name() + ", " + clause);
        }
        basis.addAll(List.of(articles));
        return List.copyOf(basis);
    }
}
