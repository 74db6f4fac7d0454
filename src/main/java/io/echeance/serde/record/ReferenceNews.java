package io.echeance.serde.record;

/** What the matching hears from the accounts; keyed by the reference. */
public sealed interface ReferenceNews permits ReferenceNews.ReferenceKnown, DayMarker {

    /** Payments may name it from now on. */
    record ReferenceKnown(String orderId) implements ReferenceNews {}
}
