package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.book.Retelling;
import io.echeance.core.book.Retelling.Forecast;
import io.echeance.core.book.Retelling.View;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Account;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What an account tells of its past and its future is what playing the facts tells. */
final class RetellingLaws {

    private RetellingLaws() {}

    static @Nullable String past(History history) {
        Account account = history.played().account(History.ORDER);
        if (account == null) {
            return null;
        }
        LocalDate today = history.until().plusDays(1);
        Retelling retelling = new Retelling(account, History.DECIDER, today);
        Simulation received = new Simulation(List.copyOf(history.arrivals()), history.until());
        SplittableRandom random = new SplittableRandom(history.seed());
        LocalDate asOf = day(history, random);
        LocalDate knownOn = day(history, random);
        String broken = difference("as of " + asOf, retelling.asOf(asOf), received.asOf(asOf), asOf);
        if (broken == null) {
            broken =
                    difference("known on " + knownOn, retelling.asKnownOn(knownOn), received.asKnownOn(knownOn), today);
        }
        if (broken == null) {
            broken = difference(
                    "as of " + asOf + " known on " + knownOn,
                    retelling.asOf(asOf, knownOn),
                    received.asKnownOn(knownOn).asOf(asOf),
                    asOf);
        }
        return broken == null ? difference("now", retelling.now(), received, today) : broken;
    }

    private static @Nullable String difference(String asked, View view, Simulation fresh, LocalDate today) {
        Book book = new Book(History.DECIDER);
        fresh.play(book);
        Account account = book.account(History.ORDER);
        Statement statement = account == null ? null : History.DECIDER.statement(account, today);
        if (!Objects.equals(view.statement(), statement)) {
            return asked + ": the account says " + view.statement() + ", the facts say " + statement;
        }
        Issued issued = account == null ? Issued.NOTHING : account.issued();
        return view.account().issued().equals(issued)
                ? null
                : asked + ": the account says that this was issued: "
                        + view.account().issued() + ", the facts say " + issued;
    }

    /** What comes tomorrow, of a day on which nothing reaches us and of one on which it is told what will. */
    static @Nullable String future(History history) {
        SplittableRandom random = new SplittableRandom(history.seed());
        LocalDate today = day(history, random);
        Book book = new Book(History.DECIDER);
        new Simulation(List.copyOf(history.arrivals()), today.minusDays(1)).play(book);
        Account account = book.account(History.ORDER);
        if (account == null || account.terms() == null || !book.suspense().isEmpty()) {
            return null; // the account knows nothing of what waits beside it
        }
        List<Arrival.Received> coming = history.arrivals().stream()
                .filter(arrival -> arrival.knownOn().equals(today))
                .toList();
        Forecast forecast = new Retelling(account, History.DECIDER, today).forecast(List.of(), coming, today);
        List<Output> brought = new ArrayList<>();
        coming.forEach(arrival -> brought.addAll(book.take(arrival.fact(), today)));
        brought.addAll(book.close(today));
        return forecast.outputs().equals(brought)
                ? null
                : today + ": the forecast says " + forecast.outputs() + ", the day brings " + brought;
    }

    /** A forecast of many days is what those days bring, if nothing else is told. */
    static @Nullable String farFuture(History history) {
        SplittableRandom random = new SplittableRandom(history.seed());
        LocalDate today = day(history, random);
        List<Arrival> received = history.arrivals().stream()
                .filter(arrival -> arrival.knownOn().isBefore(today))
                .map(Arrival.class::cast)
                .toList();
        Book book = new Book(History.DECIDER);
        List<Output> before = new Simulation(received, today.minusDays(1)).play(book);
        Account account = book.account(History.ORDER);
        if (account == null || account.terms() == null || !book.suspense().isEmpty()) {
            return null;
        }
        LocalDate until = history.until().plusDays(200);
        Forecast forecast = new Retelling(account, History.DECIDER, today).forecast(List.of(), List.of(), until);
        List<Output> all = new Simulation(received, until).play(new Book(History.DECIDER));
        List<Output> brought = all.subList(before.size(), all.size());
        return forecast.outputs().equals(brought)
                ? null
                : "from " + today + ": the forecast says " + forecast.outputs() + ", the days bring " + brought;
    }

    private static LocalDate day(History history, SplittableRandom random) {
        long days = ChronoUnit.DAYS.between(history.start(), history.until());
        return history.start().plusDays(random.nextLong(days + 2));
    }
}
