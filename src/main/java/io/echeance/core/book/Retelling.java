package io.echeance.core.book;

import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One account, replayed: how it stood, and what will be said of it. Its evidence holds every fact that was accepted
 * and when it reached us, so that the past is played from it as {@link Simulation} plays a list of facts: every day is
 * closed. A payment that waited for its reference is known from the day on which it found its order.
 *
 * @param account as it stands
 * @param decider with the terms that bind the order
 * @param today the morning after the last closed day
 */
public record Retelling(Account account, Decider decider, LocalDate today) {

    /**
     * An account on a day.
     *
     * @param statement null: the order was not placed
     */
    public record View(
            Account account, LocalDate today, @Nullable Statement statement) {}

    /**
     * What comes.
     *
     * @param outputs in the order in which they will be said
     * @param end the account on the morning after the last day
     */
    public record Forecast(List<Output> outputs, View end) {}

    /** As it stands. */
    public View now() {
        return view(account, today);
    }

    /** As it looked on the morning of {@code day}: with the days before it closed, and what had reached us by then. */
    public View asOf(LocalDate day) {
        return past(received -> received.knownOn().isBefore(day), day);
    }

    /** As it would look today without what reached us after {@code day}. */
    public View asKnownOn(LocalDate day) {
        return day.isBefore(today) ? past(received -> !received.knownOn().isAfter(day), today) : now();
    }

    /** As it looked on the morning of {@code day}, without what reached us after {@code knownOn}. */
    public View asOf(LocalDate day, LocalDate knownOn) {
        return past(
                received ->
                        received.knownOn().isBefore(day) && !received.knownOn().isAfter(knownOn),
                day);
    }

    /**
     * As it would look today had this fact not reached us: played anew, every day closed.
     *
     * @param factId of none of them: as it looks with all of them
     */
    public View without(String factId) {
        return past(received -> !received.fact().factId().equals(factId), today);
    }

    private View past(Predicate<Received> known, LocalDate morning) {
        List<Received> received = account.evidence().facts().stream()
                .map(fact -> new Received(fact.knownOn(), fact.fact()))
                .filter(known)
                .toList();
        Walk walk = new Walk(decider, Account.opened(account.orderId()));
        walk.through(received, LocalDate.MIN, morning.minusDays(1));
        return view(walk.account(), morning);
    }

    /**
     * What will be said if nothing else reaches us than {@code assumed}.
     *
     * @param unfinished mornings that have begun, and on which the account may still have to be closed
     * @param assumed each known on {@code today} or later
     * @param until the last day that is closed
     */
    public Forecast forecast(List<LocalDate> unfinished, List<Received> assumed, LocalDate until) {
        Walk walk = new Walk(decider, account);
        unfinished.forEach(walk::close);
        walk.through(assumed, today, until);
        return new Forecast(walk.outputs(), view(walk.account(), until.plusDays(1)));
    }

    /**
     * Its story until the morning {@code until}, as it looks today.
     *
     * @param unfinished mornings that have begun, and on which the account may still have to be closed
     * @param knownOn only with what had reached us by that day, and not beyond today; null: with all of it
     */
    public List<Frame> frames(List<LocalDate> unfinished, @Nullable LocalDate knownOn, LocalDate until) {
        return new Story(this, knownOn).frames(unfinished, until);
    }

    /**
     * What it came to on each of these mornings, the earliest first and none after today.
     *
     * @param knownOn only with what had reached us by that day; null: with all of it
     */
    public List<Totals> totals(List<LocalDate> mornings, @Nullable LocalDate knownOn) {
        return new Tally(this, knownOn).on(mornings);
    }

    /**
     * The letters that have fallen due, as it is played anew, and the next one to each payer.
     *
     * @param unfinished mornings that have begun, and on which the account may still have to be closed
     */
    public Correspondence correspondence(List<LocalDate> unfinished) {
        List<Received> received = account.evidence().facts().stream()
                .map(fact -> new Received(fact.knownOn(), fact.fact()))
                .toList();
        Walk past = new Walk(decider, Account.opened(account.orderId()));
        past.through(received, LocalDate.MIN, today.minusDays(1));
        Walk ahead = new Walk(decider, account);
        unfinished.forEach(ahead::close);
        ahead.through(List.of(), today, today.plusYears(1));
        Map<String, LetterStep> next = new LinkedHashMap<>();
        letters(ahead).forEach(letter -> next.putIfAbsent(letter.payer(), letter));
        return new Correspondence(
                letters(past),
                List.copyOf(next.values()),
                Stream.concat(past.drafts().stream(), ahead.drafts().stream()).toList());
    }

    private static List<LetterStep> letters(Walk walk) {
        return walk.outputs().stream()
                .filter(LetterStep.class::isInstance)
                .map(LetterStep.class::cast)
                .toList();
    }

    private View view(Account seen, LocalDate day) {
        return new View(seen, day, decider.statement(seen, day));
    }
}
