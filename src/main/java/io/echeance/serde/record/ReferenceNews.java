package io.echeance.serde.record;

import io.echeance.core.matching.KnownName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the references hear from the accounts and from the payments; keyed by what names are looked up under. */
public sealed interface ReferenceNews
        permits ReferenceNews.ReferenceKnown,
                ReferenceNews.ReferenceAsked,
                ReferenceNews.ReferenceForgotten,
                RuleNews,
                ReferenceNews.PayerForgotten,
                DayMarker {

    /** What payments may name from now on. */
    record ReferenceKnown(KnownName known) implements ReferenceNews {}

    /**
     * A payment may name something of this key.
     *
     * @param exact the names that it bears, best first
     * @param whoPays it is asked too who owes what they name
     * @param closesOn by the close of that day it is said what is not known; null: it waits as long as it takes
     */
    record ReferenceAsked(
            String paymentId,
            String factId,
            List<String> exact,
            boolean whoPays,
            @Nullable LocalDate closesOn) implements ReferenceNews {

        public ReferenceAsked {
            exact = List.copyOf(exact);
        }
    }

    /** That payment has found its order elsewhere. */
    record ReferenceForgotten(String paymentId, String factId) implements ReferenceNews {}

    /** A party was erased: no account is remembered as one that paid for it. */
    record PayerForgotten(String payer) implements ReferenceNews {}
}
