package io.echeance.serde.record;

import org.jspecify.annotations.Nullable;

/** What the payments hear from the references; keyed by payment id. */
public sealed interface ReferenceAnswer permits ReferenceAnswer.NameAnswered, DayMarker {

    /**
     * About a name that a payment bears.
     *
     * @param orderId null: it leads to no order yet
     */
    record NameAnswered(
            String factId, String name, @Nullable String orderId) implements ReferenceAnswer {}
}
