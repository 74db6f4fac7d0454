package io.echeance.topology.node;

/** Something that a payment may name, and the order that is meant. */
public record Reference(String text, String orderId) {}
