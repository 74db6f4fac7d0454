package io.echeance.serde.record;

import io.echeance.core.matching.KnownName;
import java.util.List;

/** What the payments hear from the references; keyed by payment id. */
public sealed interface ReferenceAnswer permits ReferenceAnswer.NameAnswered, RuleNews, DayMarker {

    /**
     * About a key under which a payment asked.
     *
     * @param names what is known under it
     * @param waits it is answered again, until it is forgotten
     */
    record NameAnswered(String factId, String key, List<KnownName> names, boolean waits) implements ReferenceAnswer {

        public NameAnswered {
            names = List.copyOf(names);
        }
    }
}
