package io.echeance.core.order;

import java.time.LocalDate;

/** What the numbering tells the account: our own facts. */
public sealed interface NumberingFact extends Fact {

    @Override
    String orderId();

    /** The document {@code documentId} has the number {@code number} of its series. */
    record DocumentNumbered(String factId, String orderId, LocalDate on, String documentId, String number)
            implements NumberingFact {}
}
