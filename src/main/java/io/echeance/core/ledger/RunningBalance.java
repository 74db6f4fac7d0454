package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A seller's trial balance (<i>balance générale</i>) as far as the books were read: the running proof that they
 * balance. It adds up the lines that really stand there; an entry that cannot be read, or does not balance, stops
 * nothing and is counted and named.
 *
 * @param on the latest date of its entries; null: none yet
 * @param lastEntry the entry that was added last
 * @param accounts by number
 * @param debit of all accounts
 * @param credit of all accounts
 * @param balanced debits equal credits, and no entry is at fault
 * @param entries that were added and are not at fault
 * @param repeated that stood there again, word for word, and were not added again: a replay leaves such
 * @param faults entries at fault; they stay so until the books are read anew
 * @param firstFaults the first of them, {@value #NAMED} at most
 */
public record RunningBalance(
        String seller,
        @Nullable LocalDate on,
        @Nullable String lastEntry,
        List<AccountTotal> accounts,
        Money debit,
        Money credit,
        boolean balanced,
        long entries,
        long repeated,
        long faults,
        List<EntryFault> firstFaults) {

    /** Stands for the seller of what cannot be read. */
    public static final String NOBODY = "?";

    /** How many faults are named; the log names them all. */
    public static final int NAMED = 20;

    /** Before the first entry. */
    public static final RunningBalance NOTHING =
            new RunningBalance(NOBODY, null, null, List.of(), Money.ZERO, Money.ZERO, true, 0, 0, 0, List.of());

    /** With one record more. */
    public RunningBalance plus(Posting posting) {
        SortedMap<String, AccountTotal> sums = new TreeMap<>();
        accounts.forEach(total -> sums.put(total.account(), total));
        posting.totals().forEach(total -> sums.merge(total.account(), total, AccountTotal::plus));
        Money debits =
                sum(debit, posting.totals().stream().map(AccountTotal::debit).toList());
        Money credits =
                sum(credit, posting.totals().stream().map(AccountTotal::credit).toList());
        boolean good = posting.fault() == null;
        boolean added = good && !posting.again();
        return new RunningBalance(
                posting.seller(),
                later(on, posting.on()),
                added ? posting.entryId() : lastEntry,
                List.copyOf(sums.values()),
                debits,
                credits,
                good && faults == 0 && debits.equals(credits),
                added ? entries + 1 : entries,
                posting.again() ? repeated + 1 : repeated,
                good ? faults : faults + 1,
                named(posting.fault()));
    }

    private static Money sum(Money sum, List<Money> more) {
        return more.stream().reduce(sum, Money::plus);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private List<EntryFault> named(@Nullable EntryFault fault) {
        if (fault == null || firstFaults.size() >= NAMED) {
            return firstFaults;
        }
        List<EntryFault> all = new ArrayList<>(firstFaults);
        all.add(fault);
        return List.copyOf(all);
    }
}
