package io.echeance.core.lint;

import io.echeance.core.terms.Terms;
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

    /** At a rule of the pack, told with its clause. */
    void add(Rule rule, String rulePath, String sentence) {
        String place = terms.clauseOf(rulePath)
                .map(clause -> rulePath + " (" + clause + ")")
                .orElse(rulePath);
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
