package io.echeance.core.book;

import io.echeance.core.invoice.Draft;
import io.echeance.core.order.CollectionAlert.LetterStep;
import java.util.List;
import java.util.stream.Stream;

/**
 * The letters about an order.
 *
 * @param due those that have fallen due, in order
 * @param toCome the next one to each payer, within a year, if nothing else reaches us
 * @param drafts of the documents that they may name
 */
public record Correspondence(List<LetterStep> due, List<LetterStep> toCome, List<Draft> drafts) {

    /** Whether a letter is still to come. */
    public boolean isToCome(LetterStep letter) {
        return toCome.contains(letter);
    }

    /** All of them. */
    public List<LetterStep> letters() {
        return Stream.concat(due.stream(), toCome.stream()).toList();
    }
}
