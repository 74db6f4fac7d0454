package io.echeance.core.order;

/** An order, or a document of it, that a payment may be meant for: a person decides. */
public record Proposal(String name, String orderId) {}
