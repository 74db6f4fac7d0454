package io.echeance.app.cluster;

import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What the books say of a bank's account, and what the bank says of it.
 *
 * @param opened with what the first statement that was taken opens
 * @param closed with what the last one closes
 * @param booked what was posted to 512100 in between
 */
public record BankBalance(String account, Money opened, Money closed, Money booked) {

    /** Whether no statement is missing in between, and each entry was posted once. */
    public boolean agrees() {
        return opened.plus(booked).equals(closed);
    }

    /**
     * @param statements of one account, one at least
     * @param entries of its seller
     */
    static BankBalance of(String account, List<TakenStatement> statements, Collection<LedgerEntry> entries) {
        Comparator<TakenStatement> byOpening =
                Comparator.comparing(one -> one.openingOn() == null ? LocalDate.MIN : one.openingOn());
        Comparator<TakenStatement> byClosing =
                Comparator.comparing(one -> one.closingOn() == null ? LocalDate.MIN : one.closingOn());
        TakenStatement first = statements.stream()
                .min(byOpening.thenComparing(one -> isJoined(one, statements, true)))
                .orElseThrow();
        TakenStatement last = statements.stream()
                .max(byClosing.thenComparing(one -> !isJoined(one, statements, false)))
                .orElseThrow();
        Money booked = entries.stream()
                .filter(entry -> entry.orderId().equals(account))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().equals(LedgerAccount.BANK_BY_STATEMENT.number()))
                .map(BankBalance::balance)
                .reduce(Money.ZERO, Money::plus);
        return new BankBalance(account, first.opening(), last.closing(), booked);
    }

    /** Of several on one day: whether another one ends where it begins, or begins where it ends. */
    private static boolean isJoined(TakenStatement one, List<TakenStatement> statements, boolean atItsOpening) {
        return statements.stream()
                .filter(other -> !other.digest().equals(one.digest()))
                .anyMatch(other -> atItsOpening
                        ? other.closing().equals(one.opening())
                        : other.opening().equals(one.closing()));
    }

    private static Money balance(LedgerLine line) {
        return line.debit().minus(line.credit());
    }
}
