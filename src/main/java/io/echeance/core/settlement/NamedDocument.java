package io.echeance.core.settlement;

import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document that a payment's reference names: as a whole, or alone in full inside a bank's text. */
public final class NamedDocument {

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
        if (exact != null || !mayHoldNumber(reference)) {
            return exact;
        }
        ReferenceText text = ReferenceText.of(reference);
        if (mayNotHold(text)) {
            return null;
        }
        Set<DocumentId> named = documentOf.entrySet().stream()
                .filter(entry -> isIn(text, entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** Whether a number that becomes known may change what a payment names. */
    public static boolean mayChange(PaymentReceived payment, String number) {
        String reference = payment.named();
        return reference != null
                && (reference.equals(number) || mayHoldNumber(reference) && isIn(ReferenceText.of(reference), number));
    }

    /** A text with fewer letters and digits than any number has holds none. */
    private static boolean mayNotHold(ReferenceText text) {
        return text.compact().length() < ReferenceText.SHORTEST_NUMBER;
    }

    private static boolean mayHoldNumber(String reference) {
        return reference.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private static boolean isIn(ReferenceText text, String name) {
        return !mayNotHold(text) && ReferenceText.isNumber(name) && text.names(name);
    }
}
