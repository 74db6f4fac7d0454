package io.echeance.app.cluster;

import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was booked on a day in one format, from balance to balance: a way through balances, of which some stretches may
 * be missing. A balance that is left more often than it is come to was left once too often, unless the day began there.
 */
final class DayFlow {

    private record Move(String entry, TakenStatement statement) {}

    private final LocalDate day;
    private final Map<Money, List<Move>> leaving = new HashMap<>();
    private final Map<Money, List<Move>> coming = new HashMap<>();
    private final Set<String> entries = new HashSet<>();
    /** Where the day began, as far as it is said. */
    private final Set<Money> openings = new HashSet<>();
    /** Where a statement begins on the day; if nothing is said, the day may have begun there. */
    private final Set<Money> begins = new HashSet<>();

    private DayFlow(LocalDate day) {
        this.day = day;
    }

    static DayFlow of(TakenAccount taken, String dialect, LocalDate day) {
        DayFlow flow = new DayFlow(day);
        taken.byDay().getOrDefault(day, List.of()).stream()
                .filter(one -> one.dialect().equals(dialect))
                .forEach(one -> flow.add(one, Set.of()));
        if (flow.openings.isEmpty()) {
            taken.closedBefore(day).stream()
                    .filter(balance -> flow.leaving.containsKey(balance) || flow.coming.containsKey(balance))
                    .forEach(flow.openings::add);
        }
        return flow;
    }

    /** @param without entries that are left out */
    private void add(TakenStatement statement, Set<String> without) {
        Money before = statement.opening();
        LocalDate dayBefore = null;
        if (!statement.entries().isEmpty()
                && statement.entries().getFirst().bookedOn().equals(day)) {
            begins.add(before);
        }
        for (TakenEntry entry : statement.entries()) {
            if (entry.bookedOn().equals(day) && !without.contains(entry.id()) && entries.add(entry.id())) {
                Move move = new Move(entry.id(), statement);
                leaving.computeIfAbsent(before, none -> new ArrayList<>()).add(move);
                coming.computeIfAbsent(entry.after(), none -> new ArrayList<>()).add(move);
                if (dayBefore != null && dayBefore.isBefore(day)) {
                    openings.add(before);
                }
            }
            before = entry.after();
            dayBefore = entry.bookedOn();
        }
    }

    private int left(Money balance) {
        return leaving.getOrDefault(balance, List.of()).size();
    }

    private int reached(Money balance) {
        return coming.getOrDefault(balance, List.of()).size() + (openings.contains(balance) ? 1 : 0);
    }

    /**
     * Whether what is known of the day may leave the account with a balance: more leads there than away from it. Where
     * all goes round, and nobody says where the day began, it may end anywhere.
     */
    boolean mayHold(Money balance) {
        if (reached(balance) > left(balance)) {
            return true;
        }
        Set<Money> all = new HashSet<>(leaving.keySet());
        all.addAll(coming.keySet());
        return all.stream().allMatch(one -> reached(one) == left(one));
    }

    /**
     * A statement that tells something else of the same time than a further one does: both leave the same balance, and
     * nothing leads back there in between; or the further one begins where nothing else did, and comes to where
     * another came, which nothing leads away from. It may be the same money in other words, or cut otherwise.
     *
     * @param known entries of the further one that were taken before
     */
    Optional<TakenStatement> toldOtherwise(TakenStatement further, Set<String> known) {
        add(further, known);
        Set<String> fresh = new HashSet<>();
        Money from = null;
        Money before = further.opening();
        Optional<TakenStatement> other = Optional.empty();
        for (TakenEntry entry : further.entries()) {
            boolean isFresh = entry.bookedOn().equals(day) && !known.contains(entry.id());
            if (isFresh) {
                from = from == null ? before : from;
                fresh.add(entry.id());
            } else if (from != null) {
                other = toldOtherwise(from, before, fresh);
                from = null;
            }
            if (other.isPresent()) {
                return other;
            }
            before = entry.after();
        }
        return from == null ? Optional.empty() : toldOtherwise(from, before, fresh);
    }

    private Optional<TakenStatement> toldOtherwise(Money from, Money to, Set<String> fresh) {
        Optional<TakenStatement> leavesToo = another(leaving, from, fresh);
        if (leavesToo.isPresent()) {
            return isLeftOnceTooOften(from) ? leavesToo : Optional.empty();
        }
        boolean isFromNowhere =
                !openings.contains(from) && another(coming, from, fresh).isEmpty();
        return isFromNowhere && reached(to) > left(to) + 1 ? another(coming, to, fresh) : Optional.empty();
    }

    private boolean isLeftOnceTooOften(Money balance) {
        boolean mayBeOpening = openings.isEmpty() && begins.contains(balance);
        return left(balance) > reached(balance) + (mayBeOpening ? 1 : 0);
    }

    /** @param fresh entries that are not asked about */
    private static Optional<TakenStatement> another(Map<Money, List<Move>> moves, Money balance, Set<String> fresh) {
        return moves.getOrDefault(balance, List.of()).stream()
                .filter(move -> !fresh.contains(move.entry()))
                .map(Move::statement)
                .findFirst();
    }
}
