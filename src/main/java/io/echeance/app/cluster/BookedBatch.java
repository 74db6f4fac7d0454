package io.echeance.app.cluster;

import io.echeance.bank.Movement;
import io.echeance.bank.NotifiedBatch;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was taken of an account and may be a batch of which a notification tells: entries of its day that lead to a
 * balance higher by its sum, one line or its payments. What leads from one balance to the next is one thing, however
 * many statements tell of it, in whatever format; the first of them counted.
 *
 * @param asOne those that were taken as one line
 * @param inParts how many were taken as the payments of the batch
 */
record BookedBatch(List<TakenEntry> asOne, int inParts) {

    BookedBatch {
        asOne = List.copyOf(asOne);
    }

    /** @param ofDay in the order in which they were taken */
    static BookedBatch of(NotifiedBatch batch, List<TakenStatement> ofDay) {
        List<Money> payments =
                batch.details().stream().map(Movement::amount).sorted().toList();
        List<TakenEntry> asOne = new ArrayList<>();
        Map<Money, Set<Line>> met = new HashMap<>();
        int inParts = 0;
        for (TakenStatement statement : ofDay) {
            for (int n = 0; n < statement.entries().size(); n++) {
                Money before = before(statement, n);
                boolean isOne = amounts(statement, n, 1, batch).equals(List.of(batch.amount()));
                boolean isInParts =
                        amounts(statement, n, payments.size(), batch).equals(payments);
                TakenEntry entry = statement.entries().get(n);
                if (!isOne && !isInParts) {
                    continue;
                }
                Set<Line> lines = met.computeIfAbsent(before, none -> new HashSet<>());
                Line itself = new Line(statement.dialect(), entry.id());
                if (lines.isEmpty()) {
                    TakenStatement counted = first(ofDay, before, before.plus(batch.amount()));
                    inParts += isOne && statement.equals(counted) ? 0 : 1;
                    if (isOne && statement.equals(counted)) {
                        asOne.add(entry);
                    }
                } else if (isOne && !lines.contains(itself) && lines.stream().anyMatch(itself::isOther)) {
                    asOne.add(entry);
                }
                lines.add(itself);
            }
        }
        return new BookedBatch(asOne, inParts);
    }

    /** In one format another entry from the same balance is other money: in between as much went out. */
    private record Line(String dialect, String entry) {

        boolean isOther(Line before) {
            return dialect.equals(before.dialect) && !entry.equals(before.entry);
        }
    }

    private static Money before(TakenStatement statement, int n) {
        return n == 0 ? statement.opening() : statement.entries().get(n - 1).after();
    }

    /** Those of so many entries from the nth on, sorted; nothing if they were not all booked on the batch's day. */
    private static List<Money> amounts(TakenStatement statement, int n, int many, NotifiedBatch batch) {
        List<Money> amounts = new ArrayList<>();
        for (int one = n; one < Math.min(n + many, statement.entries().size()); one++) {
            TakenEntry entry = statement.entries().get(one);
            if (!entry.bookedOn().equals(batch.bookedOn())) {
                return List.of();
            }
            amounts.add(entry.after().minus(before(statement, one)));
        }
        return amounts.stream().sorted().toList();
    }

    private static TakenStatement first(List<TakenStatement> ofDay, Money before, Money after) {
        return ofDay.stream()
                .filter(one -> holds(one, before) && holds(one, after))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(TakenStatement statement, Money balance) {
        return statement.opening().equals(balance)
                || statement.entries().stream().anyMatch(entry -> entry.after().equals(balance));
    }

    /** The one line that nothing else may be, and of which the bank said nothing more; empty: nobody can tell. */
    Optional<String> line() {
        return asOne.size() == 1 && inParts == 0 && asOne.getFirst().bare()
                ? Optional.of(asOne.getFirst().id())
                : Optional.empty();
    }
}
