package io.echeance.core.order;

import java.time.LocalDate;

/**
 * A payment, or its return, was never for this order: a person has placed it elsewhere. It is not that it came back; it
 * never was there, and interest, fees and steps are as if it had not been.
 *
 * @param on the value date of the payment
 * @param received the fact by which it, or its return, had come
 */
public record PaymentWithdrawn(String factId, String orderId, LocalDate on, String paymentId, String received)
        implements OwnFact {}
