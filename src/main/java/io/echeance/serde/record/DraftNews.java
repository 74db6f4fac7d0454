package io.echeance.serde.record;

import io.echeance.core.invoice.Draft;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Terms;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** What the numbering hears from the accounts; keyed by the seller. */
public sealed interface DraftNews permits DraftNews.DraftMade, DraftNews.TermsBound, DayMarker {

    /**
     * An account has decided to issue a document: its draft, but for the terms, which thousands share.
     *
     * @param terms the digest of those that bind the order; they came before it, as {@link TermsBound}
     */
    record DraftMade(
            Document document,
            Bytes terms,
            PayerKind payerKind,
            String customer,
            List<OrderLine> ordered,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            List<Draft.Earlier> preceding)
            implements DraftNews {

        public DraftMade {
            ordered = List.copyOf(ordered);
            preceding = List.copyOf(preceding);
        }

        /** @param terms the digest of the draft's */
        public static DraftMade of(Draft draft, Bytes terms) {
            return new DraftMade(
                    draft.document(),
                    terms,
                    draft.payerKind(),
                    draft.customer(),
                    draft.ordered(),
                    draft.serviceFrom(),
                    draft.serviceTo(),
                    draft.preceding());
        }

        /** @param bound the terms of that digest */
        public Draft draft(Terms bound) {
            return new Draft(document, bound, payerKind, customer, ordered, serviceFrom, serviceTo, preceding);
        }
    }

    /** Terms on which the drafts behind it rest. */
    record TermsBound(Bytes digest, Terms terms) implements DraftNews {}
}
