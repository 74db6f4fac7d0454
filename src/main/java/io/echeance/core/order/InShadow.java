package io.echeance.core.order;

import io.echeance.core.terms.MatchingRule;

/** Where a rule in shadow would have put a payment that waits, and as whose. */
public record InShadow(MatchingRule rule, String orderId, String payerId) {}
