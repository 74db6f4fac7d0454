package io.echeance.serde.record;

/** What the references hear from the accounts and from the payments; keyed by the name that it is about. */
public sealed interface ReferenceNews
        permits ReferenceNews.ReferenceKnown,
                ReferenceNews.ReferenceAsked,
                ReferenceNews.ReferenceForgotten,
                DayMarker {

    /** Payments may name it from now on. */
    record ReferenceKnown(String orderId) implements ReferenceNews {}

    /** A payment names it. */
    record ReferenceAsked(String paymentId, String factId) implements ReferenceNews {}

    /** That payment has found its order elsewhere. */
    record ReferenceForgotten(String paymentId, String factId) implements ReferenceNews {}
}
