package io.echeance.bank;

import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.RefusedFile.Cause;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A statement while it is read. */
final class StatementDraft {

    private final String place;
    private final List<Placed> placed = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String id = "";
    private String account = "";
    private @Nullable Balance opening;
    private @Nullable Balance closing;

    private record Placed(String place, Movement movement) {}

    record Balance(@Nullable LocalDate on, Money amount) {}

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

    void add(String at, Movement movement) {
        placed.add(new Placed(at, movement));
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
     * reversals are turned round, they are.
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
        List<Placed> proven = placed;
        if (!sum(from, placed).equals(to.amount())) {
            proven = placed.stream()
                    .map(one -> one.movement.isReversal() ? new Placed(one.place, one.movement.turned()) : one)
                    .toList();
            if (!sum(from, proven).equals(to.amount())) {
                throw new RefusedFile(
                        Cause.STATEMENT_DOES_NOT_ADD_UP,
                        place,
                        "the statement opens with %s, its entries make that %s, and it closes with %s"
                                .formatted(from.amount(), sum(from, placed), to.amount()));
            }
            remarks.add("the statement adds up only with the signs of its reversals turned round: they are");
        }
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
