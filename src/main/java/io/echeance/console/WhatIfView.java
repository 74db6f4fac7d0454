package io.echeance.console;

import io.echeance.core.order.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an order, if something happens.
 *
 * @param until the day up to which it is looked ahead
 * @param on the day on which {@code amount} is paid
 * @param amount as it was entered; empty: nothing is paid
 * @param funder who refuses; empty: nobody
 * @param effect against the order without it; null: it cannot be played
 * @param said all that will be said
 * @param refusal why it cannot be played; null: it can
 */
public record WhatIfView(
        String orderId,
        Statement statement,
        String until,
        String on,
        String amount,
        String funder,
        @Nullable Effect effect,
        List<Effect.Said> said,
        @Nullable String refusal) {

    /** Those who may still refuse. */
    public List<String> funders() {
        return statement.shares().stream()
                .filter(share -> share.state().equals("REQUESTED"))
                .map(Statement.Share::payer)
                .toList();
    }
}
