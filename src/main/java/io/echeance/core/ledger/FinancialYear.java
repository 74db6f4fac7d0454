package io.echeance.core.ledger;

import java.time.LocalDate;

/**
 * The year that books are closed for (<i>exercice</i>): twelve months as a rule, not always the calendar's (Code de
 * commerce, L123-12); schools often close on 31 August.
 *
 * @param from its first day
 * @param to its last day
 */
public record FinancialYear(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public FinancialYear {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " comes before " + from + ", the first day");
        }
    }

    /** From 1 January to 31 December. */
    public static FinancialYear calendar(int year) {
        return new FinancialYear(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /**
     * The longest that books are kept open: a company's first financial year may run to 31 December of the year after
     * the one in which it began (CGI, 37), no other past twelve months.
     */
    public static final int MOST_MONTHS = 24;

    /** Whether no financial year is as long as that. */
    public boolean isTooLong() {
        return !to.isBefore(from.plusMonths(MOST_MONTHS));
    }

    /** First day of the twelve months before it: what was earned in them is the result that it opens with. */
    public LocalDate beforeFrom() {
        return from.minusYears(1);
    }
}
