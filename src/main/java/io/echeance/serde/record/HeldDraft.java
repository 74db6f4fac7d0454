package io.echeance.serde.record;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.MissingPartyData;
import io.echeance.core.order.DocumentId;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft that waits for its number. Names no person.
 *
 * @param arrival where it stood on its topic: what came later stands behind it
 * @param wanting all that it waits for
 */
public record HeldDraft(Draft draft, long arrival, List<Wanting> wanting) {

    public HeldDraft {
        wanting = List.copyOf(wanting);
    }

    /** Something that a draft needs before it can have a number. */
    public sealed interface Wanting {

        /** A party that is whole. */
        record WantedParty(String party, MissingPartyData lack) implements Wanting {}

        /** The number of an earlier document, which is held back itself. */
        record WantedDocument(DocumentId documentId) implements Wanting {}

        /** The day that it bears, which has not begun here: other accounts have not closed the one before. */
        record WantedMorning(LocalDate on) implements Wanting {}
    }

    /** Whether it waits for what does not come with time. */
    public boolean isHeldBack() {
        return wanting.stream().anyMatch(one -> !(one instanceof Wanting.WantedMorning));
    }
}
