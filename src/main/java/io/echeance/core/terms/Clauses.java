package io.echeance.core.terms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what we say stands written: the clause of the seller's terms, and the article of law. */
public record Clauses(Terms terms) {

    /**
     * The clause for {@code rule}, if the seller's text has one, then the articles. Where the law alone gives the
     * value, what the pack says of it is left out beside articles that say it.
     */
    public List<String> of(TermsRule rule, Basis... articles) {
        return grounds(rule, null, articles);
    }

    /** The same, with how what we say comes about. */
    public List<String> of(TermsRule rule, String how, Basis... articles) {
        return grounds(rule, how, articles);
    }

    private List<String> grounds(TermsRule rule, @Nullable String how, Basis... articles) {
        List<String> grounds = new ArrayList<>(articles.length + 2);
        switch (terms.clauseOf(rule)) {
            case Clause.Ours ours -> {
                // No text of the seller says it.
            }
            case Clause.OfLaw law -> {
                if (articles.length == 0) {
                    grounds.add(law.articles());
                }
            }
            case Clause.InText text -> grounds.add(terms.name() + ", " + text);
        }
        if (how != null) {
            grounds.add(how);
        }
        for (Basis article : articles) {
            grounds.add(article.toString());
        }
        return List.copyOf(grounds);
    }
}
