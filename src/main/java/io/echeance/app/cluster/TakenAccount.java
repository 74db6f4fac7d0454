package io.echeance.app.cluster;

import io.echeance.bank.Trace;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was taken of an account: so that a further statement is compared with those of its days, not with all.
 *
 * @param entries the ids of all entries
 * @param byTrace those that came in and were not taken back, by what their return shares with them
 */
record TakenAccount(
        List<TakenStatement> statements,
        Set<String> entries,
        Map<LocalDate, List<TakenStatement>> byDay,
        Map<String, List<TakenEntry>> byTrace) {

    static final TakenAccount NOTHING = new TakenAccount(List.of(), Set.of(), Map.of(), Map.of());

    /** One of which nothing was taken. */
    static TakenAccount begun() {
        return new TakenAccount(new ArrayList<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
    }

    void add(TakenStatement statement) {
        statements.add(statement);
        for (TakenEntry entry : statement.entries()) {
            entries.add(entry.id());
            trace(entry);
            List<TakenStatement> ofDay = byDay.computeIfAbsent(entry.bookedOn(), none -> new ArrayList<>());
            if (ofDay.isEmpty() || !ofDay.getLast().equals(statement)) {
                ofDay.add(statement);
            }
        }
    }

    private void trace(TakenEntry entry) {
        if (entry.trace() != null) {
            List<TakenEntry> open = byTrace.computeIfAbsent(Trace.base(entry.trace()), first -> new ArrayList<>());
            if (entry.takesBack() == null) {
                open.add(entry);
            } else {
                open.removeIf(one -> one.id().equals(entry.takesBack()));
            }
        }
    }

    /** Those that booked something on one of the days of a statement, in the order in which they were taken. */
    Set<TakenStatement> onTheDaysOf(TakenStatement statement) {
        Set<TakenStatement> some = new LinkedHashSet<>();
        statement.entries().stream()
                .map(TakenEntry::bookedOn)
                .distinct()
                .forEach(day -> some.addAll(byDay.getOrDefault(day, List.of())));
        return some;
    }

    /** What the account held when the last statement before a day ended; of several of one day, with each of them. */
    Set<Money> closedBefore(LocalDate day) {
        Set<Money> closings = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (TakenStatement one : statements) {
            if (one.lastDay().isBefore(day) && !one.lastDay().isBefore(last)) {
                if (one.lastDay().isAfter(last)) {
                    closings.clear();
                    last = one.lastDay();
                }
                closings.add(one.closing());
            }
        }
        return closings;
    }

    /**
     * The ids of the entries that the account went through until a statement begins, as far as balances lead to it from
     * one statement to the next; none while one is missing between the first that was taken and it.
     */
    Set<String> entriesUntil(TakenStatement until) {
        List<TakenStatement> left = new ArrayList<>(statements);
        Deque<TakenStatement> ahead = new ArrayDeque<>(List.of(until));
        Set<String> ids = new HashSet<>();
        LocalDate first = LocalDate.MAX;
        while (!ahead.isEmpty()) {
            TakenStatement next = ahead.remove();
            next.entries().forEach(entry -> ids.add(entry.id()));
            first = earlier(first, next);
            left.stream().filter(one -> leadsTo(one, next)).forEach(ahead::add);
            left.removeIf(one -> leadsTo(one, next));
        }
        LocalDate reached = first;
        return left.stream().anyMatch(one -> earlier(reached, one).isBefore(reached)) ? Set.of() : ids;
    }

    private static LocalDate earlier(LocalDate day, TakenStatement one) {
        LocalDate opening = one.openingOn();
        return opening == null || day.isBefore(opening) ? day : opening;
    }

    /** Whether it ends where the other begins, or goes on beyond that. */
    private static boolean leadsTo(TakenStatement one, TakenStatement next) {
        LocalDate opening = one.openingOn();
        LocalDate later = next.openingOn();
        return (opening == null || later == null || !opening.isAfter(later))
                && (one.closing().equals(next.opening())
                        || one.opening().equals(next.opening()) && Objects.equals(opening, later)
                        || one.entries().stream()
                                .anyMatch(entry -> entry.after().equals(next.opening())));
    }
}
