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
import java.util.function.Function;

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
    /** Where one that was taken begins on the day; if nothing is said, the day may have begun there. */
    private final Set<Money> begins = new HashSet<>();

    private DayFlow(LocalDate day) {
        this.day = day;
    }

    static DayFlow of(TakenAccount taken, String dialect, LocalDate day) {
        DayFlow flow = new DayFlow(day);
        taken.byDay().getOrDefault(day, List.of()).stream()
                .filter(one -> one.dialect().equals(dialect))
                .forEach(flow::add);
        if (flow.openings.isEmpty()) {
            taken.closedBefore(day).stream()
                    .filter(balance -> flow.leaving.containsKey(balance) || flow.coming.containsKey(balance))
                    .forEach(flow.openings::add);
        }
        return flow;
    }

    private void add(TakenStatement statement) {
        List<Step> steps = steps(statement, Set.of());
        if (!steps.isEmpty() && steps.getFirst().isNew()) {
            begins.add(steps.getFirst().from());
        }
        steps.forEach(step -> add(step, statement));
        opening(statement).ifPresent(openings::add);
    }

    private void add(Step step, TakenStatement statement) {
        if (step.isNew() && entries.add(step.entry())) {
            Move move = new Move(step.entry(), statement);
            leaving.computeIfAbsent(step.from(), none -> new ArrayList<>()).add(move);
            coming.computeIfAbsent(step.to(), none -> new ArrayList<>()).add(move);
        }
    }

    /**
     * An entry of a statement, from balance to balance.
     *
     * @param isNew whether it is of the day, and was not taken before
     */
    private record Step(String entry, Money from, Money to, boolean isOfDay, boolean isNew) {}

    private List<Step> steps(TakenStatement statement, Set<String> known) {
        List<Step> steps = new ArrayList<>();
        Money from = statement.opening();
        for (TakenEntry entry : statement.entries()) {
            boolean isOfDay = entry.bookedOn().equals(day);
            steps.add(new Step(entry.id(), from, entry.after(), isOfDay, isOfDay && !known.contains(entry.id())));
            from = entry.after();
        }
        return steps;
    }

    /** Where the day began, as a statement says that tells of the one before too. */
    private Optional<Money> opening(TakenStatement statement) {
        TakenEntry before = null;
        for (TakenEntry entry : statement.entries()) {
            if (before != null
                    && before.bookedOn().isBefore(day)
                    && entry.bookedOn().equals(day)) {
                return Optional.of(before.after());
            }
            before = entry;
        }
        return Optional.empty();
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
        Set<Money> ends = new HashSet<>(coming.keySet());
        ends.removeIf(balance -> reached(balance) <= left(balance));
        List<Step> steps = steps(further, known);
        steps.forEach(step -> add(step, further));
        opening(further).ifPresent(begins::add);
        boolean isFromNowhere = false;
        boolean goesOn = false;
        for (Step step : steps) {
            isFromNowhere = goesOn ? isFromNowhere : isFromNowhere(step.from(), further);
            goesOn = step.isNew();
            Optional<TakenStatement> other = Optional.empty();
            if (step.isNew() && isLeftOnceTooOften(step.from())) {
                other = rival(leaving, step.from(), further, count(steps, known, step.from(), Step::from));
            }
            if (other.isEmpty() && step.isNew() && isFromNowhere && ends.contains(step.to())) {
                other = rival(coming, step.to(), further, count(steps, known, step.to(), Step::to));
            }
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private static int count(List<Step> steps, Set<String> known, Money balance, Function<Step, Money> end) {
        return (int) steps.stream()
                .filter(step -> step.isOfDay()
                        && known.contains(step.entry())
                        && end.apply(step).equals(balance))
                .count();
    }

    private boolean isFromNowhere(Money balance, TakenStatement further) {
        return !openings.contains(balance)
                && rival(coming, balance, further, 0).isEmpty()
                && !(isAllLedTo(balance)
                        || opening(further).filter(balance::equals).isPresent());
    }

    /** More often than what was taken, and what is new, leads there. A day that began there is left once more. */
    private boolean isLeftOnceTooOften(Money balance) {
        int more = left(balance) - reached(balance);
        return more > 1 || more == 1 && !(begins.contains(balance) && isAllLedTo(balance));
    }

    /** Whether the day may have begun there: nobody says where, and to all else that is left something leads. */
    private boolean isAllLedTo(Money balance) {
        return openings.isEmpty()
                && leaving.keySet().stream().allMatch(one -> one.equals(balance) || left(one) <= reached(one));
    }

    /** @param own how many of these the further one tells of itself: it knows them from its new ones */
    private static Optional<TakenStatement> rival(
            Map<Money, List<Move>> moves, Money balance, TakenStatement further, int own) {
        List<Move> others = moves.getOrDefault(balance, List.of()).stream()
                .filter(move -> !move.statement().equals(further))
                .toList();
        return others.size() > own ? Optional.of(others.getFirst().statement()) : Optional.empty();
    }
}
