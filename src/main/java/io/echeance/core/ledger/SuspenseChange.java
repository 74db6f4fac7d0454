package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;

/**
 * More or less of a payment or refund of which a statement of account tells waits now, or has left again. It is said
 * once, when it becomes so; the sum of all is how it stands.
 *
 * @param account with the bank
 * @param movementId the payment, or the refund
 * @param on the day on which what led to it reached us
 * @param waits how much more waits or is set aside; below 0.00: less
 * @param gone how much more has left again, a payment that came back or a refund that was paid; below 0.00: less
 */
public record SuspenseChange(String account, String movementId, LocalDate on, Money waits, Money gone) {

    public SuspenseSum sum() {
        return new SuspenseSum(waits, gone, Money.ZERO);
    }
}
