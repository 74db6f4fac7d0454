package io.echeance.app.cluster;

import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was taken of an account: so that a further statement is compared with those of its days, not with all.
 *
 * @param entries the ids of all entries
 */
record TakenAccount(List<TakenStatement> statements, Set<String> entries, Map<LocalDate, List<TakenStatement>> byDay) {

    static final TakenAccount NOTHING = new TakenAccount(List.of(), Set.of(), Map.of());

    void add(TakenStatement statement) {
        statements.add(statement);
        for (TakenEntry entry : statement.entries()) {
            entries.add(entry.id());
            List<TakenStatement> ofDay = byDay.computeIfAbsent(entry.bookedOn(), none -> new ArrayList<>());
            if (ofDay.isEmpty() || !ofDay.getLast().equals(statement)) {
                ofDay.add(statement);
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
}
