package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.laws.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a backlog, what comes on a day may be read before the day before it is closed everywhere. It has no say about
 * that day: whose money still waits at its end is not reminded on the morning after, and of what has waited too long a
 * person hears, though on that morning the money finds its order. Two invoices of KASTOR fall due on 7 March, and he is
 * to be reminded on the 10th; his payment of the 4th is announced on the 8th, that of the 9th waits.
 */
@DisplayName("What is read too early")
class NextDayTest {

    private static final int PARTITIONS = 3;
    private static final LocalDate PLACED = LocalDate.of(2026, 1, 12);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 14);

    private final Simulator simulator = new Simulator();
    private final SortedMap<LocalDate, List<Fact>> facts = new TreeMap<>();

    static Stream<Long> schedules() {
        return LongStream.rangeClosed(1, Integer.getInteger("schedules", 5)).boxed();
    }

    @ParameterizedTest(name = "in the order of schedule {0}")
    @MethodSource("schedules")
    @DisplayName("says nothing of the day before: reminders and alerts are those of the days on which money came")
    void saysNothingOfTheDayBefore(long schedule) {
        tell(order("T-1"), order("T-2"), paid("P1", LocalDate.of(2026, 3, 4)), paid("P2", LocalDate.of(2026, 3, 9)));
        tell(decided("d1", "P1", LocalDate.of(2026, 3, 8)), decided("d2", "P2", LocalDate.of(2026, 3, 10)));
        tell(
                paid("P3", LocalDate.of(2026, 3, 5)),
                new PaymentReturned("r3", null, LocalDate.of(2026, 3, 9), "P3", "account closed"));
        Play play = new Play(schedule, schedule, PARTITIONS, 2, 500, 100, 8, true, false, events());

        assertThat(simulator.play(play, Saboteur.NOBODY, this::differences).wrong())
                .isNull();
    }

    private void tell(Fact... some) {
        for (Fact fact : some) {
            facts.computeIfAbsent(fact.on(), first -> new ArrayList<>()).add(fact);
        }
    }

    private static OrderPlaced order(String orderId) {
        return new OrderPlaced(
                "placed-" + orderId,
                orderId,
                PLACED,
                "technolowgic",
                new Customer("KASTOR", Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("2400.00"))),
                new Service(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 4), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static PaymentReceived paid(String id, LocalDate on) {
        return new PaymentReceived(
                "told-" + id, null, on, id, "KASTOR", Money.of("500.00"), Method.TRANSFER, "MERCI POUR LA FORMATION");
    }

    private static PaymentApplied decided(String id, String payment, LocalDate on) {
        return new PaymentApplied(
                id, on, payment, List.of(new PaymentPart("T-1", null, null, null)), null, "eve", null);
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        SampleParties.sellers().forEach(seller -> events.add(Event.Sent.of(seller, LocalDate.EPOCH)));
        SampleParties.of(order("T-1")).forEach(party -> events.add(Event.Sent.of(party, LocalDate.EPOCH)));
        events.add(Event.DayOver.of(PLACED.minusDays(1)));
        events.add(new Event.Rest());
        PLACED.datesUntil(UNTIL).forEach(day -> {
            facts.getOrDefault(day, List.of())
                    .forEach(fact -> events.add(Event.Sent.of(fact, Event.Sent.partitionOf(fact, PARTITIONS), day)));
            events.add(Event.DayOver.of(day));
        });
        return events;
    }

    /** Alerts by the core, day by day. */
    private List<Output> expected() {
        Book book = new Book(History.DECIDER);
        List<Output> said = new ArrayList<>(book.close(PLACED.minusDays(1)));
        PLACED.datesUntil(UNTIL).forEach(day -> {
            facts.getOrDefault(day, List.of()).forEach(fact -> said.addAll(book.take(fact, day)));
            said.addAll(book.close(day));
        });
        return said.stream().filter(Alert.class::isInstance).toList();
    }

    private String differences(Cluster cluster) {
        return Counts.difference("alerts", SimulatedOutputs.by(cluster).alerts(), expected());
    }
}
