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
 * @param banks the accounts with banks whose statements are booked, against what the banks say
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
        List<EntryFault> firstFaults,
        List<BankProof> banks) {

    /** Stands for the seller of what cannot be read. */
    public static final String NOBODY = "?";

    /** How many faults are named; the log names them all. */
    public static final int NAMED = 20;

    /** Before the first entry. */
    public static final RunningBalance NOTHING = new RunningBalance(
            NOBODY, null, null, List.of(), Money.ZERO, Money.ZERO, true, 0, 0, 0, List.of(), List.of());

    /** With one record more. */
    public RunningBalance plus(Posting posting) {
        boolean good = posting.fault() == null;
        boolean added = good && !posting.again();
        List<Money> debits = posting.totals().stream().map(AccountTotal::debit).toList();
        List<Money> credits =
                posting.totals().stream().map(AccountTotal::credit).toList();
        return plus(new RunningBalance(
                posting.seller(),
                posting.on(),
                added ? posting.entryId() : null,
                posting.totals(),
                sum(Money.ZERO, debits),
                sum(Money.ZERO, credits),
                good,
                added ? 1 : 0,
                posting.again() ? 1 : 0,
                good ? 0 : 1,
                posting.fault() == null ? List.of() : List.of(posting.fault()),
                posting.banks()));
    }

    /** With all of another part of the same books, which was read later. */
    public RunningBalance plus(RunningBalance later) {
        SortedMap<String, AccountTotal> sums = new TreeMap<>();
        accounts.forEach(total -> sums.put(total.account(), total));
        later.accounts.forEach(total -> sums.merge(total.account(), total, AccountTotal::plus));
        Money debits = debit.plus(later.debit);
        Money credits = credit.plus(later.credit);
        List<EntryFault> named = new ArrayList<>(firstFaults);
        named.addAll(later.firstFaults);
        return new RunningBalance(
                later.seller,
                later(on, later.on),
                later.lastEntry == null ? lastEntry : later.lastEntry,
                List.copyOf(sums.values()),
                debits,
                credits,
                faults + later.faults == 0 && debits.equals(credits),
                entries + later.entries,
                repeated + later.repeated,
                faults + later.faults,
                List.copyOf(named.subList(0, Math.min(named.size(), NAMED))),
                banks(banks, later.banks));
    }

    private static List<BankProof> banks(List<BankProof> some, List<BankProof> more) {
        if (more.isEmpty()) {
            return some;
        }
        SortedMap<String, BankProof> banks = new TreeMap<>();
        some.forEach(bank -> banks.put(bank.account(), bank));
        more.forEach(bank -> banks.merge(bank.account(), bank, BankProof::plus));
        return List.copyOf(banks.values());
    }

    /** What a statement of account adds, whose entries are posted beside it. */
    public static RunningBalance of(String seller, BankProof bank) {
        return new RunningBalance(
                seller, null, null, List.of(), Money.ZERO, Money.ZERO, true, 0, 0, 0, List.of(), List.of(bank));
    }

    /**
     * Whether each bank holds what the books say. For a moment it does not: statement and entries stand on two topics.
     */
    public boolean banksAgree() {
        return banks.stream().allMatch(BankProof::agrees);
    }

    /** What should stand in 471, by those who know where the money of which statements tell is. */
    public SuspenseSum suspense() {
        return banks.stream().map(BankProof::suspense).reduce(SuspenseSum.NOTHING, SuspenseSum::plus);
    }

    /** What stands in 471: credits less debits. */
    public Money inSuspense() {
        return accounts.stream()
                .filter(total -> total.account().equals(LedgerAccount.SUSPENSE.number()))
                .map(total -> total.credit().minus(total.debit()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** What stands in 471 and should not; 0.00 too while no statement of an account is known. */
    public Money suspenseDifference() {
        return banks.stream().anyMatch(BankProof::isKnown)
                ? inSuspense().minus(suspense().balance())
                : Money.ZERO;
    }

    /**
     * Whether 471 has what waits, is set aside, or went out for a cause that nobody has told. For a moment it has not:
     * what a statement tells is looked up before it waits, and posted after it was found.
     */
    public boolean suspenseAgrees() {
        return suspenseDifference().isZero();
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
}
