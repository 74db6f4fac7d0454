package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.ledger.Base;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.core.reporting.Cashed;
import io.echeance.core.reporting.Cashed.DocumentDay;
import io.echeance.core.settlement.Settlement;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is reported of sales and of money. Each law: null where a history keeps it, else what breaks it. */
final class ReportingLaws {

    private ReportingLaws() {}

    /**
     * What all documents ask for in the end is what the books have of VAT, and what the statement has as invoiced; what
     * is reported as collected is what the books have as due.
     */
    static @Nullable String basesAreInTheBooks(History history) {
        Book book = history.played();
        Statement statement = book.statement(History.ORDER);
        if (statement == null) {
            return null;
        }
        Account account = book.accounts().get(History.ORDER);
        Map<DocumentId, Base> bases = Base.of(account.issued().documents());
        Money vat = bases.values().stream().map(Base::vat).reduce(Money.ZERO, Money::plus);
        Money gross = bases.values().stream().map(Base::gross).reduce(Money.ZERO, Money::plus);
        TrialBalance books = TrialBalance.of(book.entries());
        Money due = balance(
                books,
                LedgerAccount.OUTPUT_VAT,
                LedgerAccount.OUTPUT_VAT_INTERMEDIATE,
                LedgerAccount.OUTPUT_VAT_REDUCED,
                LedgerAccount.OUTPUT_VAT_SUPER_REDUCED);
        Money pending = balance(
                books,
                LedgerAccount.VAT_PENDING,
                LedgerAccount.VAT_PENDING_INTERMEDIATE,
                LedgerAccount.VAT_PENDING_REDUCED,
                LedgerAccount.VAT_PENDING_SUPER_REDUCED);
        Money lost = account.issued().vatGivenUp().values().stream().reduce(Money.ZERO, Money::plus);
        Money invoiced = statement.payers().stream().map(Position::invoiced).reduce(Money.ZERO, Money::plus);
        if (!vat.equals(due.plus(pending).plus(lost))) {
            return "VAT is " + vat + ", 44571 has " + due + ", 4458 " + pending + ", lost " + lost + ": " + bases;
        }
        LocalDate today = history.until().plusDays(1);
        Cashed cashed = Cashed.of(account.issued().documents(), History.DECIDER.settlement(account, today));
        Money reported = cashed.parts().values().stream().map(Base::vat).reduce(Money.ZERO, Money::plus);
        if (!reported.equals(due)) {
            return "VAT collected is " + reported + ", 44571 has " + due + ": " + cashed;
        }
        return gross.equals(invoiced) ? null : "asked for " + gross + ", invoiced " + invoiced + ": " + bases;
    }

    private static Money balance(TrialBalance books, LedgerAccount... accounts) {
        Money balance = Money.ZERO;
        for (LedgerAccount account : accounts) {
            balance = balance.minus(books.balanceOf(account));
        }
        return balance;
    }

    /** All money is on some document or on none; a document that is paid in full has exactly its net and its VAT. */
    static @Nullable String partsAreExact(History history) {
        Book book = history.played();
        Account account = book.accounts().get(History.ORDER);
        Statement statement = account == null ? null : History.DECIDER.statement(account, history.until());
        Settlement settlement = account == null ? null : History.DECIDER.settlement(account, history.until());
        if (statement == null || settlement == null) {
            return null;
        }
        Cashed cashed = Cashed.of(account.issued().documents(), settlement);
        // Who was paid back more than he ever paid has paid nothing.
        Money paid = statement.payers().stream()
                .map(position -> position.paid().orZero())
                .reduce(Money.ZERO, Money::plus);
        Money found = cashed.parts().values().stream().map(Base::gross).reduce(cashed.unassigned(), Money::plus);
        if (!found.equals(paid)) {
            return "paid " + paid + ", found " + cashed;
        }
        Map<DocumentId, Base> bases = Base.of(account.issued().documents());
        for (Map.Entry<DocumentId, Base> document : sums(cashed).entrySet()) {
            Base base = bases.get(document.getKey());
            Base sum = document.getValue();
            if (base.gross().equals(sum.gross()) && !base.equals(sum)) {
                return document.getKey() + " asks for " + base + " and is paid with " + sum;
            }
        }
        return null;
    }

    private static Map<DocumentId, Base> sums(Cashed cashed) {
        Map<DocumentId, Base> sums = new TreeMap<>();
        cashed.parts().forEach((place, part) -> sums.merge(place.documentId(), part, ReportingLaws::plus));
        return sums;
    }

    private static Base plus(Base one, Base other) {
        return one.plus(other);
    }

    /** Period after period adds up to the whole, whatever became known late. */
    static @Nullable String periodsAddUp(History history) {
        Account account = history.played().accounts().get(History.ORDER);
        if (account == null) {
            return null;
        }
        LocalDate start = history.start().withDayOfMonth(1);
        Map<DocumentDay, Base> parts = new TreeMap<>();
        Money unassigned = Money.ZERO;
        for (LocalDate from = start; !from.isAfter(history.until()); from = from.plusMonths(1)) {
            LocalDate end = from.plusMonths(1).minusDays(1);
            LocalDate to = end.isAfter(history.until()) ? history.until() : end;
            Cashed month = Cashed.between(account, History.DECIDER, from, to);
            month.parts().forEach((place, part) -> parts.merge(place, part, ReportingLaws::plus));
            unassigned = unassigned.plus(month.unassigned());
        }
        parts.values().removeIf(Base::isZero);
        Cashed whole = Cashed.between(account, History.DECIDER, start, history.until());
        return whole.parts().equals(parts) && whole.unassigned().equals(unassigned)
                ? null
                : "month by month " + parts + " and " + unassigned + ", at once " + whole;
    }
}
