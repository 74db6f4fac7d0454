package io.echeance.serde.record;

import io.echeance.core.invoice.Draft;

/** What the numbering hears from the accounts; keyed by the seller. */
public sealed interface DraftNews permits DraftNews.DraftMade, DayMarker {

    /** An account has decided to issue a document. */
    record DraftMade(Draft draft) implements DraftNews {}
}
