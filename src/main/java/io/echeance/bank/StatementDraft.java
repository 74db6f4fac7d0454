package io.echeance.bank;

import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.RefusedFile.Cause;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement while it is read. */
final class StatementDraft {

    private final String place;
    private final List<Placed> placed = new ArrayList<>();
    private final Set<String> bindings = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> cuts = new ArrayList<>();
    private String id = "";
    private String account = "";
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private final List<Ends> otherEnds = new ArrayList<>();

    private record Placed(String place, Movement movement) {}

    record Balance(@Nullable LocalDate on, Money amount) {}

    private record Ends(Balance from, Balance to) {}

    /** @param place where it begins */
    StatementDraft(String place) {
        this.place = place;
    }

    void named(String bankId) {
        id = bankId;
    }

    void of(String holder) {
        account = holder;
    }

    String account() {
        return account;
    }

    void opensWith(Balance balance) {
        opening = balance;
    }

    void closesWith(Balance balance) {
        closing = balance;
    }

    /** Between which it lies if it does not add up between its opening and its closing one: a page of a day. */
    void mayLieBetween(Balance from, Balance to) {
        otherEnds.add(new Ends(from, to));
    }

    void add(String at, Movement movement) {
        if (movement.isLong()) {
            cuts.add(at + ": of a text the first " + Written.LONGEST
                    + " characters are read, no format has as many: the rest stays in the bank's file");
        }
        placed.add(new Placed(at, movement));
    }

    /** What binds the details of an entry together, and those of no other: its name if it is the first of that name. */
    String binding(@Nullable String named) {
        String number = "entry " + placed.size();
        if (named == null) {
            return number;
        }
        return bindings.add(named) ? named : named + ", " + number;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** A notification: it has no balances. */
    BankStatement notification() throws RefusedFile {
        requireAccount();
        return new BankStatement(id, account, null, entries(placed, null), remarks);
    }

    /**
     * Proves it. Banks differ in what a reversal's sign means: where the statement adds up only if the signs of all
     * reversals are turned round, they are. Of a page of a day banks also tell the balances of the whole.
     */
    BankStatement proven() throws RefusedFile {
        requireAccount();
        if (opening == null || closing == null) {
            throw new RefusedFile(
                    Cause.MISSING,
                    place,
                    "the statement has no " + (opening == null ? "opening" : "closing") + " balance");
        }
        Balance from = Objects.requireNonNull(opening);
        Balance to = Objects.requireNonNull(closing);
        if (sum(from, placed).equals(to.amount())) {
            return between(from, to, placed);
        }
        List<Placed> turned = placed.stream()
                .map(one -> one.movement.isReversal() ? new Placed(one.place, one.movement.turned()) : one)
                .toList();
        if (sum(from, turned).equals(to.amount())) {
            remarks.add("the statement adds up only with the signs of its reversals turned round: they are");
            return between(from, to, turned);
        }
        for (Ends page : otherEnds) {
            if (sum(page.from, placed).equals(page.to.amount())) {
                remarks.add("it is a part of a day: it adds up from %s to %s"
                        .formatted(page.from.amount(), page.to.amount()));
                return between(page.from, page.to, placed);
            }
        }
        throw new RefusedFile(
                Cause.STATEMENT_DOES_NOT_ADD_UP,
                place,
                "the statement opens with %s, its entries make that %s, and it closes with %s"
                        .formatted(from.amount(), sum(from, placed), to.amount()));
    }

    private BankStatement between(Balance from, Balance to, List<Placed> proven) {
        remarks.addAll(cuts);
        return new BankStatement(
                id,
                account,
                new Balances(from.on(), from.amount(), to.on(), to.amount()),
                entries(proven, from.amount()),
                remarks);
    }

    private void requireAccount() throws RefusedFile {
        if (account.isEmpty()) {
            throw new RefusedFile(Cause.MISSING, place, "the statement names no account");
        }
    }

    private static Money sum(Balance from, List<Placed> entries) {
        Money sum = from.amount();
        for (Placed one : entries) {
            sum = sum.plus(one.movement.amount());
        }
        return sum;
    }

    private List<BankEntry> entries(List<Placed> all, @Nullable Money opening) {
        EntryIds ids = new EntryIds(account);
        List<BankEntry> entries = new ArrayList<>();
        Money after = opening;
        for (Placed one : all) {
            after = after == null ? null : after.plus(one.movement.amount());
            entries.add(new BankEntry(ids.next(one.movement, after), one.place, one.movement, after));
        }
        return entries;
    }
}
