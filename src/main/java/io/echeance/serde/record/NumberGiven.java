package io.echeance.serde.record;

import io.echeance.core.order.DocumentId;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import java.time.LocalDate;

/**
 * What an account has learned of the number of one of its documents, which changed nothing else.
 *
 * @param knownOn the day on which it did
 */
public record NumberGiven(String number, LocalDate on, LocalDate knownOn) {

    public static NumberGiven of(DocumentNumbered numbered, LocalDate knownOn) {
        return new NumberGiven(numbered.number(), numbered.on(), knownOn);
    }

    /** The fact that it was. */
    public KnownFact fact(DocumentId document, String orderId) {
        return new KnownFact(knownOn, new DocumentNumbered(orderId, on, document, number));
    }
}
