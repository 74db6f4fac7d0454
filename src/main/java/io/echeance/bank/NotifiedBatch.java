package io.echeance.bank;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Payments, or what came back, of which a notification (camt.054) tells, and which a statement books as one line.
 *
 * @param place where it stands in its file
 * @param notification what the bank calls it
 * @param amount the sum
 */
public record NotifiedBatch(
        String file,
        String place,
        String notification,
        String account,
        LocalDate bookedOn,
        Money amount,
        List<Movement> details) {

    public NotifiedBatch {
        details = List.copyOf(details);
    }

    /** Whether the line is one payment, or one return. */
    public boolean isOne() {
        return details.size() == 1;
    }

    /** Whether money came in with each of them, and none came back. */
    public boolean arePayments() {
        return details.stream()
                .allMatch(one -> one.returned() == null && one.amount().isPositive());
    }
}
