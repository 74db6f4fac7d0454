package io.echeance.serde.record;

import io.echeance.core.Inline;
import io.echeance.core.order.PaymentDecided;

/**
 * A record of {@code cash-decisions}: where a payment is now, and the decision as it came, byte for byte.
 *
 * @param origin of the decision
 */
public record CashDecision(@Inline PaymentDecided decided, Origin origin) {}
