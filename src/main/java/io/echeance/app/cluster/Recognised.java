package io.echeance.app.cluster;

import io.echeance.bank.EntryIds;
import io.echeance.bank.StatementFiles;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries of a statement were taken before, with whatever statement.
 *
 * <p>An entry is known by its id: what it says, and what the account held with it. In another format, or in another
 * order, the same money says something else. It is known by the balances: what leads from one balance to another is
 * what was taken of that day between the same two, however a bank writes it, one line or several. In the same format
 * the entries between must say the same, since there other words are other money.
 */
final class Recognised {

    private final TakenStatement statement;
    private final TakenAccount taken;
    private final boolean[] known;
    private int otherwise;

    private Recognised(TakenStatement statement, TakenAccount taken) {
        this.statement = statement;
        this.taken = taken;
        this.known = new boolean[statement.entries().size()];
    }

    static Recognised in(TakenStatement statement, TakenAccount taken) {
        Recognised recognised = new Recognised(statement, taken);
        recognised.byId(taken.entries());
        taken.onTheDaysOf(statement).forEach(recognised::byBalances);
        return recognised;
    }

    /**
     * The ids of the entries that were taken before in this format. What is known through another one alone may be told
     * here in other words than before, and is no second way from balance to balance for that.
     */
    private Set<String> idsInOwnFormat() {
        List<TakenStatement> own = taken.onTheDaysOf(statement).stream()
                .filter(one -> one.dialect().equals(statement.dialect()))
                .toList();
        Recognised recognised = new Recognised(statement, taken);
        recognised.byId(own.stream()
                .flatMap(one -> one.entries().stream())
                .map(TakenEntry::id)
                .collect(Collectors.toSet()));
        own.forEach(recognised::byBalances);
        return recognised.ids();
    }

    /** The ids of the entries that were taken before, under these or other ids. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < known.length; n++) {
            if (known[n]) {
                ids.add(statement.entries().get(n).id());
            }
        }
        return ids;
    }

    /** How many of them were known by the balances alone. */
    int otherwise() {
        return otherwise;
    }

    private void byId(Set<String> ids) {
        for (int n = 0; n < known.length; n++) {
            known[n] = ids.contains(statement.entries().get(n).id());
        }
    }

    /** Entries that stand next to each other and were booked on one day. */
    private record Stretch(TakenStatement statement, int from, int to) {

        LocalDate day() {
            return statement.entries().get(from).bookedOn();
        }

        List<String> contents() {
            return statement.entries().subList(from, to).stream()
                    .map(entry -> EntryIds.content(entry.id()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Stretch> days(TakenStatement statement) {
        List<Stretch> days = new ArrayList<>();
        List<TakenEntry> entries = statement.entries();
        int from = 0;
        for (int n = 1; n <= entries.size(); n++) {
            if (n == entries.size()
                    || !entries.get(n).bookedOn().equals(entries.get(from).bookedOn())) {
                days.add(new Stretch(statement, from, n));
                from = n;
            }
        }
        return days;
    }

    /** What the account held before the nth entry. */
    private static Money balance(TakenStatement statement, int n) {
        return n == 0 ? statement.opening() : statement.entries().get(n - 1).after();
    }

    private void byBalances(TakenStatement earlier) {
        List<Stretch> days = days(earlier);
        for (Stretch day : days(statement)) {
            for (Stretch same : days) {
                if (same.day().equals(day.day())) {
                    byBalances(day, same);
                }
            }
        }
    }

    private void byBalances(Stretch day, Stretch same) {
        int n = day.from;
        while (n < day.to) {
            int end = known[n] ? n : endOfKnown(n, day.to, same);
            for (int one = n; one < end; one++) {
                known[one] = true;
                otherwise++;
            }
            n = Math.max(end, n + 1);
        }
    }

    /** The nearest entry before which both statements have the same balance again; {@code from}: none. */
    private int endOfKnown(int from, int to, Stretch same) {
        for (int start = same.from; start < same.to; start++) {
            if (balance(same.statement, start).equals(balance(statement, from))) {
                for (int end = from + 1; end <= to && !known[end - 1]; end++) {
                    if (isSame(from, end, same, start)) {
                        return end;
                    }
                }
            }
        }
        return from;
    }

    /** With details that other files told, a statement says the same in other words, as in another format. */
    private boolean isOtherFormat(TakenStatement other) {
        return !other.dialect().equals(statement.dialect())
                || StatementFiles.isDetailed(statement.dialect())
                || StatementFiles.isDetailed(other.dialect());
    }

    private boolean isSame(int from, int end, Stretch same, int start) {
        Money goal = balance(statement, end);
        boolean isOtherFormat = isOtherFormat(same.statement);
        for (int last = start + 1; last <= same.to; last++) {
            if (balance(same.statement, last).equals(goal)
                    && (isOtherFormat
                            || new Stretch(statement, from, end)
                                    .contents()
                                    .equals(new Stretch(same.statement, start, last).contents()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * An earlier statement that says something else of the same time: what is not known of this one leaves a balance
     * that was left already, or comes to one; or neither goes on where one ended, nor ends where one begins, and yet
     * lies in what was taken. Taking it might count money twice.
     */
    Optional<TakenStatement> contradicted() {
        Set<String> known = ids();
        Set<String> own = idsInOwnFormat();
        return days(statement).stream()
                .map(Stretch::day)
                .distinct()
                .flatMap(day -> toldOtherwise(day, known, own).stream())
                .findFirst()
                .or(this::within);
    }

    private Optional<TakenStatement> toldOtherwise(LocalDate day, Set<String> known, Set<String> own) {
        return taken.byDay().getOrDefault(day, List.of()).stream()
                .map(TakenStatement::dialect)
                .distinct()
                .flatMap(dialect -> DayFlow.of(taken, dialect, day)
                        .toldOtherwise(statement, dialect.equals(statement.dialect()) ? own : known)
                        .stream())
                .findFirst();
    }

    private Optional<TakenStatement> within() {
        int from = 0;
        for (int n = 0; n <= known.length; n++) {
            if (n == known.length || known[n]) {
                Optional<TakenStatement> other = n == from ? Optional.empty() : within(from, n);
                if (other.isPresent()) {
                    return other;
                }
                from = n + 1;
            }
        }
        return Optional.empty();
    }

    private Optional<TakenStatement> within(int from, int end) {
        Money opening = balance(statement, from);
        Money closing = balance(statement, end);
        boolean isJoined = taken.statements().stream()
                .anyMatch(one -> one.closing().equals(opening) || one.opening().equals(closing));
        return isJoined
                ? Optional.empty()
                : taken.statements().stream()
                        .filter(one -> statement.entries().subList(from, end).stream()
                                .anyMatch(entry -> covers(one, entry.bookedOn())))
                        .findFirst();
    }

    /** Of the last day, one of the same format may hold a part. */
    private boolean covers(TakenStatement earlier, LocalDate day) {
        boolean isOtherFormat = isOtherFormat(earlier);
        LocalDate opening = earlier.openingOn();
        LocalDate closing = earlier.closingOn();
        boolean isWithin = opening != null && closing != null && day.isAfter(opening) && day.isBefore(closing);
        return isWithin
                || isOtherFormat
                        && (day.equals(closing) && !day.equals(opening)
                                || earlier.entries().stream()
                                        .anyMatch(entry -> entry.bookedOn().equals(day)));
    }
}
