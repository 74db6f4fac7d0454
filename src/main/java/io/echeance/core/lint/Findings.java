package io.echeance.core.lint;

import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings about one pack, as they are made. */
final class Findings {

    private final Terms terms;
    private final List<Finding> list = new ArrayList<>();

    Findings(Terms terms) {
        this.terms = terms;
    }

    /** At a rule of the pack, reported with its clause. */
    void add(Rule rule, TermsRule about, String sentence) {
        String place = terms.clauseAt(about.path())
                .map(clause -> about.path() + " (" + clause + ")")
                .orElse(about.path());
        list.add(rule.at(place, sentence));
    }

    /** At a passage of the text. */
    void add(Rule rule, Passage passage, String sentence) {
        list.add(rule.at(passage, sentence));
    }

    void add(Rule rule, Passage passage, String sentence, String ground) {
        list.add(rule.at(passage, sentence, ground));
    }

    /** About what the text nowhere says. */
    void addAboutSilence(Rule rule, String sentence) {
        list.add(rule.at("the whole text", sentence));
    }

    /** The worst first, then in the order of the rules. */
    List<Finding> sorted() {
        return list.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule))
                .toList();
    }
}
