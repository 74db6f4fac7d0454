package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.laws.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight orders are invoiced, one a day, and paid by their numbers, in a backlog and on several partitions; persons put
 * some payments elsewhere. Number n is that of the order T-n.
 */
@DisplayName("A rule that persons correct, where payments lie in several partitions,")
class CorrectedRuleTest {

    private static final int ORDERS = 8;
    private static final LocalDate PLACED = LocalDate.of(2026, 1, 12);
    private static final LocalDate SERVED = LocalDate.of(2026, 2, 2);
    private static final LocalDate PAID = SERVED.plusDays(ORDERS + 3);
    private static final LocalDate UNTIL = PAID.plusDays(12);

    private final Simulator simulator = new Simulator();
    private final SortedMap<LocalDate, List<Fact>> facts = new TreeMap<>();
    private int ids;

    static Stream<Long> schedules() {
        return LongStream.rangeClosed(1, Integer.getInteger("schedules", 5)).boxed();
    }

    @ParameterizedTest(name = "in the order of schedule {0}")
    @MethodSource("schedules")
    @DisplayName("proposes from the morning after, everywhere at once, and it is told once")
    void proposesFromTheMorningAfter(long schedule) {
        tellOrders();
        pay(1, PAID);
        pay(2, PAID);
        correct("P1", PAID.plusDays(1));
        correct("P2", PAID.plusDays(1));
        pay(3, PAID.plusDays(1));
        pay(4, PAID.plusDays(2));
        pay(5, PAID.plusDays(2));

        List<Output> expected = played(schedule);
        assertThat(expected).contains(new RuleDemoted(PAID.plusDays(2), "technolowgic", MatchingRule.NUMBER));
        assertThat(expected.stream().filter(alert -> alert.toString().contains("UnmatchedPayment")))
                .hasSize(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("schedules")
    @DisplayName("is as the core has it, whatever persons decide, and when")
    void isAsTheCoreHasIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        tellOrders();
        for (int n = 1; n <= ORDERS; n++) {
            LocalDate on = PAID.plusDays(random.nextInt(7));
            pay(n, on);
            if (random.nextInt(3) > 0) {
                correct("P" + n, on.plusDays(random.nextInt(4)));
            }
        }
        played(seed);
    }

    private List<Output> played(long schedule) {
        List<Output> expected = expected();
        Play play = new Play(schedule, schedule, 3, 2, 500, 100, 8, true, false, events());

        assertThat(simulator
                        .play(
                                play,
                                Saboteur.NOBODY,
                                cluster -> Counts.difference(
                                        "alerts", SimulatedOutputs.by(cluster).alerts(), expected))
                        .wrong())
                .as("%s", facts)
                .isNull();
        return expected;
    }

    private void tell(Fact fact) {
        facts.computeIfAbsent(fact.on(), first -> new ArrayList<>()).add(fact);
    }

    private void tellOrders() {
        for (int n = 1; n <= ORDERS; n++) {
            tell(order(n));
        }
    }

    private static OrderPlaced order(int n) {
        LocalDate end = SERVED.plusDays(n);
        return new OrderPlaced(
                "placed-" + n,
                "T-" + n,
                PLACED,
                "technolowgic",
                new Customer("KASTOR", Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("2400.00"))),
                new Service(SERVED, end, List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private void pay(int n, LocalDate on) {
        tell(new PaymentReceived(
                "told-" + n, null, on, "P" + n, null, Money.of("2880.00"), Method.TRANSFER, "FACTURE " + number(n)));
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "technolowgic-2026-%06d", n);
    }

    private void correct(String payment, LocalDate on) {
        PaymentPart elsewhere = new PaymentPart("T-" + ORDERS, null, null, null);
        tell(new PaymentApplied("d" + ++ids, on, payment, List.of(elsewhere), null, "eve", null));
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        SampleParties.sellers().forEach(seller -> events.add(Event.Sent.of(seller, LocalDate.EPOCH)));
        SampleParties.of(order(1)).forEach(party -> events.add(Event.Sent.of(party, LocalDate.EPOCH)));
        events.add(Event.DayOver.of(PLACED.minusDays(1)));
        events.add(new Event.Rest());
        PLACED.datesUntil(UNTIL).forEach(day -> {
            facts.getOrDefault(day, List.of()).forEach(fact -> events.add(Event.Sent.of(fact, partition(fact), day)));
            events.add(Event.DayOver.of(day));
        });
        return events;
    }

    /** What concerns one payment lies in one partition, in its order. */
    private static int partition(Fact fact) {
        return fact instanceof PaymentFact money
                ? Math.floorMod(money.movementId().hashCode(), 3)
                : Event.Sent.partitionOf(fact, 3);
    }

    /** Alerts by the core, day by day. */
    private List<Output> expected() {
        Book book = new Book(History.DECIDER);
        List<Output> said = new ArrayList<>(book.close(PLACED.minusDays(1)));
        PLACED.datesUntil(UNTIL).forEach(day -> {
            facts.getOrDefault(day, List.of()).forEach(fact -> said.addAll(book.take(fact, day)));
            List<Output> closed = book.close(day);
            said.addAll(closed);
            for (Output output : closed) {
                if (output instanceof Document document) {
                    String number = number(Integer.parseInt(document.orderId().substring(2)));
                    said.addAll(book.take(
                            new DocumentNumbered(document.orderId(), document.on(), document.id(), number),
                            day.plusDays(1)));
                }
            }
        });
        return said.stream().filter(Alert.class::isInstance).toList();
    }
}
