package io.echeance.core.order;

import java.time.LocalDate;
import java.util.List;

/** What the numbering tells the account: our own facts. */
public sealed interface NumberingFact extends OwnFact {

    /** The document that it is about. */
    DocumentId documentId();

    /**
     * The document has the next number of its series, and is issued by it.
     *
     * @param on the day that the document bears
     */
    record DocumentNumbered(String orderId, LocalDate on, DocumentId documentId, String number)
            implements NumberingFact {

        /** Follows from the document, which has one number. */
        @Override
        public String factId() {
            return "numbered/" + documentId;
        }
    }

    /**
     * The document cannot be issued yet: it is held back until it is numbered.
     *
     * @param missing what it waits for
     */
    record DocumentHeldBack(String factId, String orderId, LocalDate on, DocumentId documentId, List<Missing> missing)
            implements NumberingFact {

        public DocumentHeldBack {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Something that a document waits for.
     *
     * @param of a party; or an earlier document, which is held back itself
     * @param what it lacks: {@code NO_POSTAL_ADDRESS}…, of a document {@code NO_NUMBER}
     */
    record Missing(String of, String what) {

        /** What a document lacks that is held back itself. */
        public static final String NO_NUMBER = "NO_NUMBER";
    }
}
