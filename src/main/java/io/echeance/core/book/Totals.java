package io.echeance.core.book;

import io.echeance.core.money.Money;
import java.time.LocalDate;

/**
 * What one order or many came to on a morning.
 *
 * @param paid received and not returned, refunds deducted, of all payers
 * @param outstanding unpaid, due or not, fees and interest included; nothing once it is written off
 * @param late unpaid principal that is late
 * @param received what payments brought since the morning before, whether or not they came back later
 * @param letters reminders and formal notices that fell due since the morning before
 */
public record Totals(LocalDate day, Money paid, Money outstanding, Money late, Money received, int letters) {

    static Totals nothing(LocalDate day) {
        return new Totals(day, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0);
    }

    public boolean isNothing() {
        return equals(nothing(day));
    }

    /** Of the same morning. */
    public Totals plus(Totals other) {
        return new Totals(
                day,
                paid.plus(other.paid),
                outstanding.plus(other.outstanding),
                late.plus(other.late),
                received.plus(other.received),
                letters + other.letters);
    }
}
