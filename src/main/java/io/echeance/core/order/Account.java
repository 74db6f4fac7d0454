package io.echeance.core.order;

import io.echeance.core.terms.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order's account (<i>dossier</i>): what we received and what we said.
 *
 * @param terms the version that binds the order, frozen into it whole; null until the order is placed
 * @param nextOn first day on whose morning the account has to be drawn again; null: only when a fact comes
 */
public record Account(
        String orderId,
        Evidence evidence,
        Issued issued,
        @Nullable Terms terms,
        @Nullable LocalDate nextOn) {

    /** The documents that were decided, as they count by what the numbering announced. */
    public List<Document> documents() {
        List<NumberingFact> received = new ArrayList<>();
        for (KnownFact known : evidence.facts()) {
            if (known.fact() instanceof NumberingFact fact) {
                received.add(fact);
            }
        }
        return DocumentDates.of(issued.documents(), received);
    }

    /** An account of which nothing is known. */
    public static Account opened(String orderId) {
        return new Account(orderId, Evidence.NONE, Issued.NOTHING, null, null);
    }
}
