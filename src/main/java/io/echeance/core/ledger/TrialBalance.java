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
    private Money givenUp = Money.ZERO;

    public static TrialBalance of(Collection<LedgerEntry> entries) {
        TrialBalance balance = new TrialBalance();
        for (LedgerEntry entry : entries) {
            for (LedgerLine line : entry.lines()) {
                balance.rows.merge(line.account(), new Row(line.label(), line.debit(), line.credit()), Row::plus);
                if (entry.isGivingUp() && line.account().equals(LedgerAccount.CLIENTS.number())) {
                    balance.givenUp = balance.givenUp.plus(line.credit()).minus(line.debit());
                }
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

    /** What of the payers' debts was given up, with VAT; 654000 has it without. Less what was paid after all. */
    public Money givenUp() {
        return givenUp;
    }

    /** VAT of what was given up: it was waiting in 445800, and will never be due. */
    public Money vatGivenUp() {
        return givenUp.minus(balanceOf(LedgerAccount.BAD_DEBTS));
    }

    /** What payers owe by the books, what was given up included; negative: more was paid. */
    public Money owed() {
        return balanceOf(LedgerAccount.CLIENTS).plus(givenUp);
    }
}
