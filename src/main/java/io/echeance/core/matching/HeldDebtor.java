package io.echeance.core.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose reminders about an order are held back while a payment waits that is likely his.
 *
 * @param on the day at whose end they were held: released and held again, it is another hold; null: a build from before
 *     held them, when the money came
 */
public record HeldDebtor(
        String orderId, String payerId, @Nullable LocalDate on) {

    /** Whether it is he, whenever he is held. */
    boolean isOne(HeldDebtor other) {
        return orderId.equals(other.orderId) && payerId.equals(other.payerId);
    }
}
