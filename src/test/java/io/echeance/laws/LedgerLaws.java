package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.ledger.Base;
import io.echeance.core.ledger.ClientLine;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.ledger.Lettering;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the books must always show. Each law: null where a history keeps it, else what breaks it. */
final class LedgerLaws {

    private LedgerLaws() {}

    /** At the close of every day. That each entry balances is checked where it is made. */
    static @Nullable String agreesWithStatement(History history) {
        Book book = new Book(History.DECIDER);
        Statement before = null;
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, day);
            book.close(day);
            Statement statement = book.statement(History.ORDER);
            if (statement != null && !statement.equals(before)) {
                String broken = broken(statement, book);
                if (broken != null) {
                    return "at the close of " + day + ": " + broken;
                }
            }
            before = statement;
        }
        return null;
    }

    static @Nullable String broken(Statement statement, Book book) {
        List<LedgerEntry> entries = book.entries();
        Account account = Objects.requireNonNull(book.account(History.ORDER));
        Money lost = Money.ZERO;
        Money vatLost = account.issued().vatGivenUp().values().stream().reduce(Money.ZERO, Money::plus);
        Money owed = Money.ZERO;
        for (Position position : statement.payers()) {
            Money givenUp = account.issued().givenUp().getOrDefault(position.payer(), Money.ZERO);
            Money open = position.invoiced().minus(position.paid());
            if (!balance(entries, LedgerAccount.CLIENTS, position.payer()).equals(open.minus(givenUp))) {
                return "411 of " + position.payer() + " is "
                        + balance(entries, LedgerAccount.CLIENTS, position.payer()) + ", given up " + givenUp + ": "
                        + position;
            }
            if (statement.status() == Statement.Status.WRITTEN_OFF && !givenUp.equals(position.outstanding())) {
                return "given up " + givenUp + ": " + position;
            }
            lost = lost.plus(givenUp);
            owed = owed.plus(open).minus(givenUp);
        }
        if (!balance(entries, LedgerAccount.CLIENTS, null).equals(owed)) {
            return "411 holds somebody who owes nothing: " + entries;
        }
        TrialBalance balance = TrialBalance.of(entries);
        if (!balance.owed().equals(owed.plus(lost)) || !balance.vatGivenUp().equals(vatLost)) {
            return "by the trial balance " + balance.owed() + " are owed, by the statements " + owed.plus(lost);
        }
        if (!balance(entries, LedgerAccount.BAD_DEBTS, null).equals(lost.minus(vatLost))) {
            return "654 is not what is given up, " + lost + " with " + vatLost + " of VAT";
        }
        boolean isPaid = statement.payers().stream()
                .allMatch(position -> position.outstanding().isZero());
        for (LedgerAccount waiting : PENDING) {
            Money pending = balance(entries, waiting, null);
            if (isPaid && !pending.isZero()) {
                return waiting.number() + " holds " + pending + ", and nothing is unpaid";
            }
        }
        return taxAndAdvances(account.issued().documents(), entries, vatLost);
    }

    private static @Nullable String taxAndAdvances(List<Document> documents, List<LedgerEntry> entries, Money vatLost) {
        Money vat = Money.ZERO;
        Money advances = Money.ZERO;
        boolean deducts = false;
        for (Document document : documents) {
            boolean credit = document.kind() == Kind.CREDIT_NOTE;
            vat = credit ? vat.minus(document.vat()) : vat.plus(document.vat());
            Money deposit = document.items().stream()
                    .filter(item -> item.key() instanceof ItemKey.DepositAt)
                    .map(Document.Item::net)
                    .reduce(Money.ZERO, Money::plus);
            advances = credit ? advances.minus(deposit) : advances.plus(deposit);
            deducts |= document.payable() != null && !document.payable().equals(document.gross());
        }
        Money held = balance(entries, LedgerAccount.ADVANCES, null).negate();
        if (deducts ? held.exceeds(advances) || held.isNegative() : !held.equals(advances)) {
            return "4191 is " + held + " of " + advances;
        }
        Money due = sum(entries, DUE).negate();
        Money pending = sum(entries, PENDING).negate();
        Money all = due.plus(pending).plus(vatLost);
        if (!deducts && !all.equals(vat)) {
            return "VAT of " + due + " due, " + pending + " pending, " + vatLost + " lost: the documents say " + vat;
        }
        Money below = owedBack(documents);
        return below.exceeds(due) || below.exceeds(pending)
                ? "VAT of " + due + " due, " + pending + " pending, " + below + " at the least"
                : null;
    }

    /**
     * VAT is never below nothing, but for an invoice at lower rates than the deposit that it deducts (the order was
     * amended in between): what it takes back of the deposit's VAT it has before anybody has paid either.
     */
    private static Money owedBack(List<Document> documents) {
        return Base.of(documents).values().stream()
                .map(Base::vat)
                .filter(Money::isNegative)
                .reduce(Money.ZERO, Money::plus);
    }

    private static final List<LedgerAccount> PENDING = List.of(
            LedgerAccount.VAT_PENDING,
            LedgerAccount.VAT_PENDING_INTERMEDIATE,
            LedgerAccount.VAT_PENDING_REDUCED,
            LedgerAccount.VAT_PENDING_SUPER_REDUCED);

    private static final List<LedgerAccount> DUE = List.of(
            LedgerAccount.OUTPUT_VAT,
            LedgerAccount.OUTPUT_VAT_INTERMEDIATE,
            LedgerAccount.OUTPUT_VAT_REDUCED,
            LedgerAccount.OUTPUT_VAT_SUPER_REDUCED);

    static @Nullable String entriesAreNamedOnce(History history) {
        Set<String> ids = new HashSet<>();
        for (LedgerEntry entry : history.played().entries()) {
            if (!ids.add(entry.entryId())) {
                return "twice: " + entry;
            }
            if (entry.reverses() != null && !ids.contains(entry.reverses())) {
                return "reverses what was never posted: " + entry;
            }
        }
        return null;
    }

    /** An open line stands only where the client owes something, or is owed something. */
    static @Nullable String settledIsLettered(History history) {
        List<LedgerEntry> entries = history.played().entries();
        Lettering lettering = Lettering.of(entries);
        for (Lettering.Group group : lettering.groups()) {
            Money sum = group.lines().stream().map(ClientLine::balance).reduce(Money.ZERO, Money::plus);
            if (!sum.isZero()) {
                return "a letter leaves " + sum + ": " + group;
            }
        }
        for (ClientLine line : lettering.open()) {
            if (balance(entries, LedgerAccount.CLIENTS, line.party()).isZero()) {
                return "open, though its client is settled: " + line;
            }
        }
        return null;
    }

    private static Money balance(List<LedgerEntry> entries, LedgerAccount account, @Nullable String party) {
        Money balance = Money.ZERO;
        for (LedgerEntry entry : entries) {
            for (LedgerLine line : entry.lines()) {
                if (line.account().equals(account.number()) && (party == null || party.equals(line.party()))) {
                    balance = balance.plus(line.debit()).minus(line.credit());
                }
            }
        }
        return balance;
    }

    private static Money sum(List<LedgerEntry> entries, List<LedgerAccount> accounts) {
        return accounts.stream().map(account -> balance(entries, account, null)).reduce(Money.ZERO, Money::plus);
    }
}
