package io.echeance.serde.record;

import io.echeance.core.matching.KnownName;
import java.util.List;

/** What the references hear from the accounts and from the payments; keyed by what names are looked up under. */
public sealed interface ReferenceNews
        permits ReferenceNews.ReferenceKnown,
                ReferenceNews.ReferenceAsked,
                ReferenceNews.ReferenceForgotten,
                DayMarker {

    /** What payments may name from now on. */
    record ReferenceKnown(KnownName known) implements ReferenceNews {}

    /**
     * A payment may name something of this key.
     *
     * @param exact the names that it bears, best first
     * @param whoPays it is asked too who owes what they name
     */
    record ReferenceAsked(String paymentId, String factId, List<String> exact, boolean whoPays)
            implements ReferenceNews {

        public ReferenceAsked {
            exact = List.copyOf(exact);
        }
    }

    /** That payment has found its order elsewhere. */
    record ReferenceForgotten(String paymentId, String factId) implements ReferenceNews {}
}
