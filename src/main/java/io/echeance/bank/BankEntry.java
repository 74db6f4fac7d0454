package io.echeance.bank;

import io.echeance.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement with the name by which we know it.
 *
 * @param id made of the content, of what the account then held, and of its number among equal ones, so that a file
 *     which comes again, or overlaps another, tells nothing new, in whatever order they come
 * @param place where it stands in its file
 * @param after what the account held with it; null: a notification does not say
 */
public record BankEntry(
        String id,
        String place,
        Movement movement,
        @Nullable Money after) {

    /** What left the bank with it; below 0.00: what came in. Null: it is a payment, or a fee of the bank. */
    public @Nullable Money out() {
        boolean isOut = !movement.isPayment() && !isFee() && !movement.amount().isZero();
        return isOut ? movement.amount().negate() : null;
    }

    /** Whether the bank charges it for its services. */
    public boolean isFee() {
        return movement.isFee();
    }
}
