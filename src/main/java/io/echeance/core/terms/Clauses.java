package io.echeance.core.terms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where what we say stands written: the clause of the seller's terms, and the article of law. */
public record Clauses(Terms terms) {

    /**
     * The clause for {@code rule}, if the seller's text has one, then the articles. Where the law alone gives the
     * value, what the pack says of it is left out beside articles that say it.
     */
    public List<String> of(TermsRule rule, Basis... articles) {
        return of(rule, Stream.of(), articles);
    }

    /** The same, with how what we say comes about. */
    public List<String> of(TermsRule rule, String how, Basis... articles) {
        return of(rule, Stream.of(how), articles);
    }

    private List<String> of(TermsRule rule, Stream<String> how, Basis... articles) {
        Stream<String> clause = switch (terms.clauseOf(rule)) {
            case Clause.Ours ours -> Stream.empty();
            case Clause.OfLaw law -> articles.length == 0 ? Stream.of(law.articles()) : Stream.empty();
            case Clause.InText text -> Stream.of(terms.name() + ", " + text);
        };
        return Stream.of(clause, how, Arrays.stream(articles).map(Basis::toString))
                .flatMap(ground -> ground)
                .toList();
    }
}
