package io.echeance.core.settlement;

import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document that a payment's reference names: as a whole, or alone in full inside a bank's text. */
final class NamedDocument {

    /** Of a year and a sequence, O and I for digits left aside. */
    private static final int FEWEST_DIGITS = 4;

    private NamedDocument() {}

    /**
     * @param documentOf documents by id and by number
     * @return null: it names none, or several
     */
    static @Nullable DocumentId of(PaymentReceived payment, Map<String, DocumentId> documentOf) {
        String reference = payment.named();
        if (reference == null) {
            return null;
        }
        DocumentId exact = documentOf.get(reference);
        if (exact != null || reference.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return exact;
        }
        ReferenceText text = ReferenceText.of(reference);
        Set<DocumentId> named = documentOf.entrySet().stream()
                .filter(entry -> ReferenceText.isNumber(entry.getKey()) && text.names(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : null;
    }
}
