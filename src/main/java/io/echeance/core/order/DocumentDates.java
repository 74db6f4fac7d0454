package io.echeance.core.order;

import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an order as they count, by what the numbering tells of them: one that is held back falls due on no
 * day; one that was, bears the day on which it was numbered. A document of which nothing is known yet is on its way to
 * its number, and counts as it was decided.
 */
public final class DocumentDates {

    private DocumentDates() {}

    /** @param decided as the account decided them, in order */
    public static List<Document> of(List<Document> decided, List<? extends NumberingFact> received) {
        Map<DocumentId, NumberingFact> last = new HashMap<>();
        for (NumberingFact fact : received) {
            // Once it is numbered it is held back no longer, in whatever order the two arrive.
            last.merge(fact.documentId(), fact, (a, b) -> a instanceof DocumentNumbered ? a : b);
        }
        return last.isEmpty()
                ? decided
                : decided.stream()
                        .map(document -> asReceived(document, last.get(document.id())))
                        .toList();
    }

    private static Document asReceived(Document document, @Nullable NumberingFact fact) {
        return switch (fact) {
            case null -> document;
            case DocumentHeldBack held -> document.heldBack();
            case DocumentNumbered numbered -> document.issuedOn(numbered.on());
        };
    }
}
