package io.echeance.core.order;

/** What the stream itself tells an account: on the log only, never received. */
public sealed interface OwnFact extends Fact permits NumberingFact, PaymentWithdrawn {

    @Override
    String orderId();
}
