package io.echeance.core.book;

import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.core.order.Statement.ReceivablePosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an order came to, morning by morning: played once, and drawn no more often than playing draws it. */
record Tally(Retelling order, @Nullable LocalDate knownOn) {

    /** What a day changed; the statement is null while the order is not placed. */
    private record DayBrought(@Nullable Statement statement, Money received, int letters) {}

    List<Totals> on(List<LocalDate> mornings) {
        NavigableMap<LocalDate, DayBrought> changes = changes(mornings.getLast());
        List<Totals> totals = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (LocalDate morning : mornings) {
            totals.add(on(morning, changes.headMap(morning, true), changes.subMap(before, false, morning, true)));
            before = morning;
        }
        return totals;
    }

    private NavigableMap<LocalDate, DayBrought> changes(LocalDate until) {
        NavigableMap<LocalDate, DayBrought> changes = new TreeMap<>();
        List<Received> received = order.account().evidence().facts().stream()
                .map(known -> new Received(known.knownOn(), known.fact()))
                .filter(fact -> knownOn == null || !fact.knownOn().isAfter(knownOn))
                .toList();
        Walk walk = new Walk(order.decider(), Account.opened(order.account().orderId()));
        walk.through(
                received,
                LocalDate.MIN,
                until.minusDays(1),
                (morning, came, said) ->
                        changes.put(morning, new DayBrought(walk.drawn(), money(came), letters(said))));
        return changes;
    }

    private static Totals on(
            LocalDate morning, NavigableMap<LocalDate, DayBrought> until, NavigableMap<LocalDate, DayBrought> since) {
        Statement statement =
                until.isEmpty() ? null : until.lastEntry().getValue().statement();
        if (statement == null) {
            return Totals.nothing(morning);
        }
        Money paid = sum(statement, Position::paid);
        Money received = since.values().stream().map(DayBrought::received).reduce(Money.ZERO, Money::plus);
        int letters = since.values().stream().mapToInt(DayBrought::letters).sum();
        return statement.status() == Statement.Status.WRITTEN_OFF
                ? new Totals(morning, paid, Money.ZERO, Money.ZERO, received, letters)
                : new Totals(
                        morning,
                        paid,
                        sum(statement, Position::outstanding),
                        late(statement, morning),
                        received,
                        letters);
    }

    private static Money late(Statement statement, LocalDate morning) {
        return statement.receivables().stream()
                .filter(debt -> debt.principal() && isDue(debt, morning))
                .map(ReceivablePosition::outstanding)
                .filter(Money::isPositive)
                .reduce(Money.ZERO, Money::plus);
    }

    private static boolean isDue(ReceivablePosition debt, LocalDate morning) {
        return debt.dueOn() != null && debt.dueOn().isBefore(morning);
    }

    private static Money sum(Statement statement, Function<Position, Money> amount) {
        return statement.payers().stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    private static Money money(List<Received> came) {
        return came.stream()
                .map(Received::fact)
                .filter(PaymentReceived.class::isInstance)
                .map(fact -> ((PaymentReceived) fact).amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private static int letters(List<Output> said) {
        return (int) said.stream().filter(LetterStep.class::isInstance).count();
    }
}
