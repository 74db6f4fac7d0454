package io.echeance.app.cluster;

import io.echeance.bank.BankStatement;
import io.echeance.bank.Movement;
import io.echeance.bank.Trace;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a return takes back among the entries of its account: what came in there under the same end-to-end id, as
 * much, by its day at the latest and not from another account, and was not taken back yet. Of two that are equal in
 * that nobody can tell which it is, unless both come back; nor while a statement is missing, which may hold another;
 * nor where somebody posted a payment under that id: then the return names nothing, and a person decides.
 *
 * @param posted whether somebody posted a payment under an end-to-end id, of that sum
 */
record TracedReturns(TakenAccount account, BiPredicate<String, Money> posted) {

    /** The nth entry of a statement. */
    private record Return(int n, Movement movement, String trace) {}

    /**
     * @param statement as it was read
     * @param known the ids of entries that were taken before: these are traced where they were taken
     */
    TakenStatement in(TakenStatement statement, BankStatement source, Set<String> known) {
        Map<String, List<TakenEntry>> open = new HashMap<>();
        List<Return> returns = new ArrayList<>();
        List<TakenEntry> entries = new ArrayList<>();
        for (int n = 0; n < statement.entries().size(); n++) {
            TakenEntry entry = statement.entries().get(n);
            Movement movement = source.entries().get(n).movement();
            String trace = known.contains(entry.id()) ? null : Trace.of(statement.account(), movement);
            if (trace != null && movement.isPayment()) {
                entry = traced(entry, trace, null);
                open(trace, open).add(entry);
            } else if (trace != null && movement.takesBack()) {
                returns.add(new Return(n, movement, trace));
            }
            entries.add(entry);
        }
        Set<String> until = returns.isEmpty() ? Set.of() : account.entriesUntil(statement);
        for (int n = 0; n < returns.size(); n++) {
            takeBack(returns.subList(n, returns.size()), open, entries, until);
        }
        return statement.of(entries);
    }

    private List<TakenEntry> open(String trace, Map<String, List<TakenEntry>> open) {
        return open.computeIfAbsent(
                Trace.base(trace), base -> new ArrayList<>(account.byTrace().getOrDefault(base, List.of())));
    }

    /**
     * @param returns the first of them is, the others follow it in the statement
     * @param until of what is known without a gap
     */
    private void takeBack(
            List<Return> returns, Map<String, List<TakenEntry>> open, List<TakenEntry> entries, Set<String> until) {
        Return first = returns.getFirst();
        List<TakenEntry> mayBe = open(first.trace(), open);
        List<TakenEntry> meant = meant(first, mayBe, entries);
        if (meant.isEmpty()) {
            return;
        }
        long asMany = behind(first, entries).contains(meant.getFirst())
                ? 1
                : returns.stream()
                        .filter(one -> Trace.base(one.trace()).equals(Trace.base(first.trace())))
                        .filter(one -> meant(one, mayBe, entries).equals(meant))
                        .count();
        TakenEntry entry = entries.get(first.n());
        String endToEnd = String.valueOf(first.movement().endToEnd());
        if (meant.size() > asMany
                || !meant.stream().allMatch(one -> until.contains(one.id()))
                || posted.test(endToEnd, first.movement().amount().negate())) {
            entries.set(first.n(), traced(entry, null, entry.id()));
            return;
        }
        mayBe.remove(meant.getFirst());
        entries.set(first.n(), traced(entry, first.trace(), meant.getFirst().id()));
    }

    /** What it may take back; what stands behind it in its statement only where nothing before it may be meant. */
    private static List<TakenEntry> meant(Return returned, List<TakenEntry> open, List<TakenEntry> entries) {
        TakenEntry entry = entries.get(returned.n());
        List<TakenEntry> possible = open.stream()
                .filter(one -> !one.bookedOn().isAfter(entry.bookedOn())
                        && Trace.mayBeOne(String.valueOf(one.trace()), returned.trace()))
                .toList();
        List<TakenEntry> behind = behind(returned, entries);
        List<TakenEntry> before =
                possible.stream().filter(one -> !behind.contains(one)).toList();
        return before.isEmpty() ? possible : before;
    }

    private static List<TakenEntry> behind(Return returned, List<TakenEntry> entries) {
        return entries.subList(returned.n() + 1, entries.size());
    }

    private static TakenEntry traced(TakenEntry entry, @Nullable String trace, @Nullable String takesBack) {
        return new TakenEntry(entry.id(), entry.bookedOn(), entry.after(), entry.bare(), entry.out(), trace, takesBack);
    }
}
