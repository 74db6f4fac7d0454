package io.echeance.core.order;

import java.time.LocalDate;

/**
 * A payment was never for this order: a person has placed it elsewhere. It is not that it came back; it never was
 * there, and interest, fees and steps are as if it had not been.
 *
 * @param on its value date
 * @param received the fact by which it had come
 */
public record PaymentWithdrawn(String factId, String orderId, LocalDate on, String paymentId, String received)
        implements OwnFact {}
