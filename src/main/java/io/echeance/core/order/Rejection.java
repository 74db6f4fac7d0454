package io.echeance.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact that could not be accepted.
 *
 * @param factId null if it could not be read
 * @param sentence what is wrong, for a person
 */
public record Rejection(
        LocalDate on, @Nullable String orderId, @Nullable String factId, Reason reason, String sentence)
        implements Output {

    /** Why; declared in order of precedence. */
    public enum Reason {
        MALFORMED,
        CONTRADICTS_EARLIER_FACT,
        ORDER_ALREADY_PLACED,
        UNKNOWN_TERMS,
        CUSTOMER_NOT_SERVED,
        AMOUNT_NOT_POSITIVE,
        PLAN_NOT_ALLOWED,
        DEPOSIT_NOT_ALLOWED,
        FUNDING_NOT_ALLOWED,
        UNKNOWN_FUNDER,
        UNKNOWN_PAYER,
        DUPLICATE_PAYMENT
    }
}
