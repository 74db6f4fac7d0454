package io.echeance.core.book;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays facts day by day: on each day those that reach us are taken in their order, then the day is closed.
 *
 * @param until the last day that is closed
 */
public record Simulation(List<Arrival> arrivals, LocalDate until) {

    /** What reaches us, and when. */
    public sealed interface Arrival {
        LocalDate knownOn();

        record Received(LocalDate knownOn, Fact fact) implements Arrival {}

        /** Of a customer, not of an order. */
        record OfCustomer(LocalDate knownOn, CustomerFact fact) implements Arrival {}

        /** Of the books of a seller. */
        record OfBooks(LocalDate knownOn, MonthClosed fact) implements Arrival {}

        /** Something that could not be read as a fact; {@code rejection} says why. */
        record Unreadable(LocalDate knownOn, Rejection rejection) implements Arrival {}
    }

    /** The same as it looked on the morning of {@code day}: with the days before it closed. */
    public Simulation asOf(LocalDate day) {
        return new Simulation(arrivals, day.minusDays(1));
    }

    /** The same without what reached us after {@code day}: "as known on". */
    public Simulation asKnownOn(LocalDate day) {
        return new Simulation(
                arrivals.stream()
                        .filter(arrival -> !arrival.knownOn().isAfter(day))
                        .toList(),
                until);
    }

    /** What if these reached us too? */
    public Simulation assuming(List<Arrival> more) {
        List<Arrival> all = new ArrayList<>(arrivals);
        all.addAll(more);
        return new Simulation(all, until);
    }

    /** What if the orders had been placed under other terms? */
    public Simulation underTerms(String termsId) {
        return new Simulation(
                arrivals.stream().map(arrival -> underTerms(arrival, termsId)).toList(), until);
    }

    private static Arrival underTerms(Arrival arrival, String termsId) {
        return arrival instanceof Arrival.Received(LocalDate knownOn, OrderPlaced placed)
                ? new Arrival.Received(
                        knownOn,
                        new OrderPlaced(
                                placed.factId(),
                                placed.orderId(),
                                placed.on(),
                                termsId,
                                placed.customer(),
                                placed.lines(),
                                placed.service(),
                                placed.deposit(),
                                placed.plan(),
                                placed.funding(),
                                placed.beginBeforeWithdrawalEnds()))
                : arrival;
    }

    /** The outputs in the order in which they are said. */
    public List<Output> play(Decider decider) {
        return play(new Book(decider));
    }

    /** Plays on {@code book}, which is left as it is after the last close. */
    public List<Output> play(Book book) {
        List<Output> outputs = new ArrayList<>();
        LocalDate today = arrivals.stream()
                .map(Arrival::knownOn)
                .min(LocalDate::compareTo)
                .orElse(until);
        while (!today.isAfter(until)) {
            for (Arrival arrival : arrivals) {
                if (arrival.knownOn().equals(today)) {
                    outputs.addAll(said(book, arrival, today));
                }
            }
            outputs.addAll(book.close(today));
            today = today.plusDays(1);
        }
        return outputs;
    }

    private static List<Output> said(Book book, Arrival arrival, LocalDate today) {
        return switch (arrival) {
            case Arrival.Received(LocalDate knownOn, Fact fact) -> book.take(fact, today);
            case Arrival.OfCustomer(LocalDate knownOn, CustomerFact fact) -> book.take(fact, today);
            case Arrival.OfBooks(LocalDate knownOn, MonthClosed fact) -> book.take(fact, today);
            case Arrival.Unreadable(LocalDate knownOn, Rejection rejection) -> List.of(rejection);
        };
    }
}
