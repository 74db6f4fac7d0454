package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a bank's account, and what the bank says of it: with what the first statement that was taken
 * opens, and what was posted to 512100 since, it closes as the last one does. Of many statements only those of the
 * first and of the last day are kept.
 *
 * @param first the statements that open on the first day; of several on a day, what joins them says which comes first
 * @param last those that close on the last day, likewise
 * @param booked debits less credits of 512100
 * @param suspense what of its money should stand in 471
 */
public record BankProof(
        String account, List<StatementEnds> first, List<StatementEnds> last, Money booked, SuspenseSum suspense) {

    /**
     * The balances of a statement.
     *
     * @param openingOn null: the bank does not say
     * @param closingOn null: likewise
     * @param digest of all that it holds: the same statement again has the same
     */
    public record StatementEnds(
            @Nullable LocalDate openingOn,
            Money opening,
            @Nullable LocalDate closingOn,
            Money closing,
            String digest) {}

    public BankProof {
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    /** A statement was taken. */
    public static BankProof taken(String account, StatementEnds statement) {
        return new BankProof(account, List.of(statement), List.of(statement), Money.ZERO, SuspenseSum.NOTHING);
    }

    /** Nothing is known of it. */
    public static BankProof nothing(String account) {
        return suspended(account, SuspenseSum.NOTHING);
    }

    /** Somebody who knows where its money is has told of some. */
    public static BankProof suspended(String account, SuspenseSum sum) {
        return new BankProof(account, List.of(), List.of(), Money.ZERO, sum);
    }

    /** What an entry posts to 512100, where it is one of a bank: its order is the account. */
    static List<BankProof> booked(PostedEntry entry) {
        Money booked = entry.totals().stream()
                .filter(total -> total.account().equals(LedgerAccount.BANK_BY_STATEMENT.number()))
                .map(total -> total.debit().minus(total.credit()))
                .reduce(Money.ZERO, Money::plus);
        return booked.isZero()
                ? List.of()
                : List.of(new BankProof(entry.orderId(), List.of(), List.of(), booked, SuspenseSum.NOTHING));
    }

    /**
     * Of one account.
     *
     * @param taken its statements, one at least
     * @param entries of its seller
     */
    public static BankProof of(List<BankProof> taken, Collection<LedgerEntry> entries) {
        BankProof statements = taken.stream().reduce(BankProof::plus).orElseThrow();
        Money booked = entries.stream()
                .filter(entry -> entry.orderId().equals(statements.account))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().equals(LedgerAccount.BANK_BY_STATEMENT.number()))
                .map(line -> line.debit().minus(line.credit()))
                .reduce(Money.ZERO, Money::plus);
        return new BankProof(statements.account, statements.first, statements.last, booked, statements.suspense);
    }

    /** With all of another part of the same account; a statement that both have counts once. */
    public BankProof plus(BankProof other) {
        return new BankProof(
                account,
                extreme(first, other.first, StatementEnds::openingOn, Comparator.reverseOrder()),
                extreme(last, other.last, StatementEnds::closingOn, Comparator.naturalOrder()),
                booked.plus(other.booked),
                suspense.plus(other.suspense));
    }

    private static List<StatementEnds> extreme(
            List<StatementEnds> some,
            List<StatementEnds> more,
            Function<StatementEnds, @Nullable LocalDate> day,
            Comparator<LocalDate> order) {
        Map<String, StatementEnds> all = new LinkedHashMap<>();
        some.forEach(one -> all.putIfAbsent(one.digest(), one));
        more.forEach(one -> all.putIfAbsent(one.digest(), one));
        List<StatementEnds> kept = new ArrayList<>();
        LocalDate best = null;
        for (StatementEnds one : all.values()) {
            LocalDate on = day.apply(one);
            LocalDate known = on == null ? LocalDate.MIN : on;
            int better = best == null ? 1 : order.compare(known, best);
            if (better > 0) {
                kept.clear();
                best = known;
            }
            if (better >= 0) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** With what the account opened; 0.00 where no statement is known. */
    public Money opened() {
        return end(first, StatementEnds::closing, StatementEnds::opening);
    }

    /** What the bank says that it holds; 0.00 where no statement is known. */
    public Money closed() {
        return end(last.reversed(), StatementEnds::opening, StatementEnds::closing);
    }

    /**
     * The balance that more statements have here than there. Where all go round, the account was emptied, say, and
     * filled again: then the order tells in which they were taken.
     */
    private static Money end(
            List<StatementEnds> statements, Function<StatementEnds, Money> there, Function<StatementEnds, Money> here) {
        Map<Money, Integer> more = new HashMap<>();
        statements.forEach(one -> more.merge(here.apply(one), 1, Integer::sum));
        statements.forEach(one -> more.merge(there.apply(one), -1, Integer::sum));
        return statements.stream()
                .map(here)
                .filter(balance -> more.getOrDefault(balance, 0) > 0)
                .findFirst()
                .or(() -> statements.stream().map(here).findFirst())
                .orElse(Money.ZERO);
    }

    /** What the bank has and the books have not; 0.00 too while no statement is known. */
    public Money difference() {
        return first.isEmpty() ? Money.ZERO : closed().minus(opened()).minus(booked);
    }

    /** Whether a statement of it was taken. */
    boolean isKnown() {
        return !first.isEmpty();
    }

    /** Whether no statement is missing in between, and each entry was posted once. */
    public boolean agrees() {
        return difference().isZero();
    }
}
