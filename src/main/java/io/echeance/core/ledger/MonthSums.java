package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the entries of a month add up to in the books of a seller: those that are dated in it, whenever they were read.
 *
 * @param entries how many; each counts once
 * @param totals by journal, then by account
 */
public record MonthSums(String seller, YearMonth month, long entries, List<JournalTotal> totals) {

    public MonthSums {
        totals = List.copyOf(totals);
    }

    /** What one entry adds, whatever it says. */
    public static MonthSums of(PostedEntry entry) {
        List<JournalTotal> totals = entry.totals().stream()
                .map(total -> new JournalTotal(
                        entry.journal(), total.account(), total.label(), total.debit(), total.credit()))
                .toList();
        return new MonthSums(entry.seller(), YearMonth.from(entry.on()), 1, totals);
    }

    /** By month, of the entries of one seller. */
    public static SortedMap<YearMonth, MonthSums> of(Collection<LedgerEntry> entries) {
        SortedMap<YearMonth, MonthSums> months = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            List<JournalTotal> totals = entry.lines().stream()
                    .map(line -> new JournalTotal(
                            entry.journal(), line.account(), line.label(), line.debit(), line.credit()))
                    .toList();
            YearMonth month = YearMonth.from(entry.on());
            MonthSums sums = nothing(entry.seller(), month).plus(new MonthSums(entry.seller(), month, 1, totals));
            months.merge(month, sums, MonthSums::plus);
        }
        return months;
    }

    /** A month of which no entry is known. */
    public static MonthSums nothing(String seller, YearMonth month) {
        return new MonthSums(seller, month, 0, List.of());
    }

    /** With other entries of the same seller and month. */
    public MonthSums plus(MonthSums other) {
        Map<String, JournalTotal> sums = new TreeMap<>();
        totals.forEach(total -> sums.merge(total.key(), total, JournalTotal::plus));
        other.totals.forEach(total -> sums.merge(total.key(), total, JournalTotal::plus));
        return new MonthSums(seller, month, entries + other.entries, List.copyOf(sums.values()));
    }

    public Money debit() {
        return totals.stream().map(JournalTotal::debit).reduce(Money.ZERO, Money::plus);
    }

    public Money credit() {
        return totals.stream().map(JournalTotal::credit).reduce(Money.ZERO, Money::plus);
    }
}
