package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands in each account (<i>balance générale</i>), by its number. */
public final class TrialBalance {

    /**
     * An account's sums.
     *
     * @param label CompteLib
     */
    public record Row(String label, Money debit, Money credit) {

        /** Positive: a debit balance. */
        public Money balance() {
            return debit.minus(credit);
        }

        private Row plus(Row other) {
            return new Row(label, debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    private final SortedMap<String, Row> rows = new TreeMap<>();

    public static TrialBalance of(Collection<LedgerEntry> entries) {
        TrialBalance balance = new TrialBalance();
        for (LedgerEntry entry : entries) {
            for (LedgerLine line : entry.lines()) {
                balance.rows.merge(line.account(), new Row(line.label(), line.debit(), line.credit()), Row::plus);
            }
        }
        return balance;
    }

    public SortedMap<String, Row> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    public Row total() {
        return rows.values().stream().reduce(new Row("", Money.ZERO, Money.ZERO), Row::plus);
    }

    /** Balance of an account; zero if nothing was posted to it. */
    public Money balanceOf(LedgerAccount account) {
        Row row = rows.get(account.number());
        return row == null ? Money.ZERO : row.balance();
    }

    /** What payers owe by the books, what was given up included; negative: more was paid. */
    public Money owed() {
        return balanceOf(LedgerAccount.CLIENTS).plus(balanceOf(LedgerAccount.BAD_DEBTS));
    }
}
