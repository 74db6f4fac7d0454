package io.echeance.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that reached us about an order (<i>fait</i>): what happened, and when it counts from. A fact is never
 * changed or taken back; what corrects it is another fact.
 */
public sealed interface Fact permits OrderFact, PaymentFact, FundingFact, CollectionFact, OwnFact {

    /** Idempotency key: the same id with the same content is the same fact. */
    String factId();

    /** The order it is about; null only for a payment that has yet to be matched by its reference. */
    @Nullable
    String orderId();

    /** Effective date: value date of a payment, date of receipt of a letter. */
    LocalDate on();
}
