package io.echeance.core.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A fact of the topic {@code ledger-actions}, and of {@code month-closings} once it is taken: a person has closed a
 * month of a seller's books. From then on nothing is dated into it, nor into a month before it.
 *
 * @param on the day on which it was decided, by the days that are closed
 * @param by who decided it
 * @param entries how many were dated in the month when it was closed
 * @param totals what they added up to, by journal and account: whatever the books say of the month later has to be this
 */
public record MonthClosed(
        String factId,
        String seller,
        YearMonth month,
        LocalDate on,
        String by,
        long entries,
        List<JournalTotal> totals) {

    public MonthClosed {
        totals = List.copyOf(totals);
    }

    /** What it was closed with. */
    public MonthSums sums() {
        return new MonthSums(seller, month, entries, totals);
    }

    /** The first day into which an entry may be dated. */
    public LocalDate firstOpenDay() {
        return month.plusMonths(1).atDay(1);
    }
}
