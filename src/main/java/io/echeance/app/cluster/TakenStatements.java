package io.echeance.app.cluster;

import io.echeance.bank.BankStatement;
import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.NotifiedBatch;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The statements of account that were taken before, by account, in whatever order they came. */
public final class TakenStatements {

    private final Map<String, TakenAccount> byAccount = new HashMap<>();
    private final BiPredicate<String, Money> posted;

    /** @param posted whether somebody posted a payment by an end-to-end id, of that sum */
    TakenStatements(BiPredicate<String, Money> posted) {
        this.posted = posted;
    }

    /** Where nobody but the bank tells of payments. */
    public TakenStatements() {
        this((endToEnd, amount) -> false);
    }

    /** How a statement stands to those of its account. */
    public enum Place {
        /** The first one of its account. */
        FIRST,
        /** It opens with what an earlier one closed with. */
        FOLLOWS,
        /** It closes with what a later one, which came before it, opens with. */
        PRECEDES,
        /** It was taken before, whatever the bank calls it now. */
        KNOWN,
        /** Some of its entries were taken before: these count once. */
        OVERLAPS,
        /**
         * It begins as one that was taken, but the account may have come back to there since: it is the same statement
         * under another name, or as much money again. A person has to say which.
         */
        RECURS,
        /** It shares nothing with the others, and joins none: one is missing between them. */
        GAP
    }

    /**
     * What there is to say of a statement before it is taken.
     *
     * @param known the ids of its entries that were taken before
     * @param sentence for people
     * @param contradiction why it is not to be taken; null: it may be
     */
    public record Judged(
            TakenStatement statement,
            Place place,
            Set<String> known,
            String sentence,
            @Nullable String contradiction) {

        public Judged {
            known = Set.copyOf(known);
        }
    }

    public void add(TakenStatement statement) {
        byAccount
                .computeIfAbsent(statement.account(), first -> TakenAccount.begun())
                .add(statement);
    }

    /** What was added last is not taken after all: their file is refused. */
    void forget(List<TakenStatement> last) {
        for (String account :
                last.stream().map(TakenStatement::account).distinct().toList()) {
            List<TakenStatement> rest =
                    byAccount.getOrDefault(account, TakenAccount.NOTHING).statements();
            long some =
                    last.stream().filter(one -> one.account().equals(account)).count();
            byAccount.remove(account);
            rest.subList(0, rest.size() - (int) some).forEach(this::add);
        }
    }

    /** What was booked on the day of a batch and may be that batch. */
    BookedBatch booked(NotifiedBatch batch) {
        return BookedBatch.of(
                batch,
                byAccount
                        .getOrDefault(batch.account(), TakenAccount.NOTHING)
                        .byDay()
                        .getOrDefault(batch.bookedOn(), List.of()));
    }

    /** @param dialect of its file */
    public Judged judge(String dialect, BankStatement read) {
        return traced(judged(dialect, read), read);
    }

    /** The same, with what is known of its returns. */
    private Judged traced(Judged judged, BankStatement read) {
        TakenAccount account = byAccount.getOrDefault(read.account(), TakenAccount.NOTHING);
        return new Judged(
                new TracedReturns(account, posted).in(judged.statement(), read, judged.known()),
                judged.place(),
                judged.known(),
                judged.sentence(),
                judged.contradiction());
    }

    private Judged judged(String dialect, BankStatement read) {
        TakenStatement statement = taken(dialect, read);
        TakenAccount taken = byAccount.getOrDefault(statement.account(), TakenAccount.NOTHING);
        List<TakenStatement> before = taken.statements();
        if (new Recurrence(statement, taken).isPossible()) {
            return new Judged(statement, Place.RECURS, Set.of(), recurs(statement), null);
        }
        if (before.stream().anyMatch(one -> one.digest().equals(statement.digest()))) {
            return new Judged(statement, Place.KNOWN, Set.of(), "was taken before", null);
        }
        Recognised recognised = Recognised.in(statement, taken);
        Set<String> known = recognised.ids();
        String contradiction = recognised
                .contradicted()
                .map(other -> "of days of which statement " + other.statementId() + " (" + other.dialect()
                        + ") was taken, it says something else: what it holds might count twice")
                .orElse(null);
        if (!known.isEmpty()) {
            String how = recognised.otherwise() == 0
                    ? ""
                    : ", " + recognised.otherwise() + " of them in another format or order";
            String sentence =
                    known.size() + " of its " + statement.entries().size() + " entries were taken before" + how;
            return new Judged(statement, Place.OVERLAPS, known, sentence, contradiction);
        }
        return new Judged(statement, place(statement, taken), known, joint(statement, taken), contradiction);
    }

    /** Whether it tells of other money, though it begins as one before it in its file does. */
    boolean recursIn(List<TakenStatement> file, String dialect, BankStatement read) {
        TakenStatement statement = taken(dialect, read);
        return new Recurrence(statement, byAccount.getOrDefault(statement.account(), TakenAccount.NOTHING))
                .isBehind(file);
    }

    /** A statement that {@link Place#RECURS}, which somebody knows to tell of other money: it counts under new ids. */
    public BankStatement again(String dialect, BankStatement read) {
        TakenStatement statement = taken(dialect, read);
        return new Recurrence(statement, byAccount.getOrDefault(statement.account(), TakenAccount.NOTHING)).again(read);
    }

    /** The same, as it is taken. */
    public Judged judgeAgain(String dialect, BankStatement again) {
        return traced(
                new Judged(taken(dialect, again), Place.FOLLOWS, Set.of(), "it is as much money once more", null),
                again);
    }

    private static String recurs(TakenStatement statement) {
        return "it begins as a statement that was taken under another name, and the account has held "
                + statement.opening() + " again since: it is that statement, or as much money once more; ask the bank"
                + " (bank import --again takes it as new money)";
    }

    private static Place place(TakenStatement statement, TakenAccount taken) {
        List<TakenStatement> before = taken.statements();
        if (before.isEmpty()) {
            return Place.FIRST;
        }
        return before.stream().anyMatch(one -> joins(one, statement) && isLeftThere(one, taken))
                ? Place.FOLLOWS
                : before.stream().anyMatch(one -> joins(statement, one)) ? Place.PRECEDES : Place.GAP;
    }

    /** Not where another statement of its day went on from there, and none is known that came back. */
    private static boolean isLeftThere(TakenStatement one, TakenAccount taken) {
        return one.entries().isEmpty()
                || DayFlow.of(taken, one.dialect(), one.entries().getLast().bookedOn())
                        .mayHold(one.closing());
    }

    private static boolean joins(TakenStatement one, TakenStatement next) {
        return one.closing().equals(next.opening()) && isBefore(one, next);
    }

    private static boolean isBefore(TakenStatement one, TakenStatement next) {
        LocalDate closing = one.closingOn();
        LocalDate opening = next.openingOn();
        return closing == null || opening == null || !opening.isBefore(closing) || isOneDay(one, next);
    }

    /** Of two that a bank delivers of one day, both may say that they open where the day before ended. */
    private static boolean isOneDay(TakenStatement one, TakenStatement other) {
        return Objects.equals(one.openingOn(), other.openingOn()) && Objects.equals(one.closingOn(), other.closingOn());
    }

    private static String joint(TakenStatement statement, TakenAccount taken) {
        List<TakenStatement> before = taken.statements();
        return switch (place(statement, taken)) {
            case FIRST -> "the first of its account";
            case FOLLOWS ->
                before.stream().anyMatch(one -> joins(statement, one))
                        ? "it lies between two that were taken"
                        : "it follows the one before";
            case PRECEDES -> "it precedes the one behind it, which came before it";
            case GAP -> gap(statement, taken);
            case KNOWN, OVERLAPS, RECURS -> throw new IllegalStateException("it shares nothing: " + statement);
        };
    }

    private static String gap(TakenStatement statement, TakenAccount taken) {
        List<TakenStatement> before = taken.statements();
        Comparator<TakenStatement> byClosing = Comparator.comparing(TakenStatement::lastDay);
        List<TakenStatement> earlier =
                before.stream().filter(one -> isBefore(one, statement)).toList();
        if (!earlier.isEmpty()) {
            TakenStatement last = endOfDay(earlier, Collections.max(earlier, byClosing), taken);
            return "STATEMENT_GAP: it does not follow: it opens with " + statement.opening()
                    + ", the one before closed with " + last.closing() + on(last.closingOn())
                    + ": one is missing, ask the bank";
        }
        TakenStatement later = before.stream()
                .filter(one -> isBefore(statement, one))
                .min(byClosing)
                .orElse(before.getLast());
        return "STATEMENT_GAP: it closes with " + statement.closing() + ", the one behind it opens with "
                + later.opening() + on(later.openingOn()) + ": one is missing, ask the bank";
    }

    /** Of several that close on the same day, the one that leaves the account where the day does. */
    private static TakenStatement endOfDay(List<TakenStatement> statements, TakenStatement last, TakenAccount taken) {
        List<TakenStatement> ends = statements.stream()
                .filter(one -> one.lastDay().equals(last.lastDay()) && isLeftThere(one, taken))
                .toList();
        return ends.stream()
                .filter(one -> ends.stream().noneMatch(next -> !next.equals(one) && joins(one, next)))
                .findFirst()
                .orElse(ends.isEmpty() ? last : ends.getLast());
    }

    private static String on(@Nullable LocalDate day) {
        return day == null ? "" : " on " + day;
    }

    private static TakenStatement taken(String dialect, BankStatement statement) {
        Balances balances = Objects.requireNonNull(statement.balances(), "it books");
        List<TakenEntry> entries = statement.entries().stream()
                .map(entry -> new TakenEntry(
                        entry.id(),
                        entry.movement().bookedOn(),
                        Objects.requireNonNull(entry.after(), "it books"),
                        entry.movement().isBare(),
                        entry.out(),
                        null,
                        null))
                .toList();
        return new TakenStatement(
                statement.account(),
                dialect,
                statement.id(),
                balances.openingOn(),
                balances.opening(),
                balances.closingOn(),
                balances.closing(),
                entries,
                digest(statement, balances),
                null);
    }

    private static String digest(BankStatement statement, Balances balances) {
        StringBuilder content = new StringBuilder(statement.account() + "\n" + balances);
        statement.entries().forEach(entry -> content.append('\n').append(entry.id()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
