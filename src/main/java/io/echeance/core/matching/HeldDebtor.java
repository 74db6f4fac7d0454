package io.echeance.core.matching;

/** Whose reminders about an order are held back while a payment waits that is likely his. */
public record HeldDebtor(String orderId, String payerId) {}
