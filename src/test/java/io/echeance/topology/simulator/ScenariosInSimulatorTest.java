package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.Rejection;
import io.echeance.document.SampleParties;
import io.echeance.house.Everything;
import io.echeance.json.OutputJson;
import io.echeance.json.ScenarioComparison;
import io.echeance.scenario.WorkedScenario;
import io.echeance.topology.simulator.Simulator.Ending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulated stream plays the worked scenarios, with crashes, moves and a registry that goes away. Fact by fact, it
 * says line by line what was worked out by hand; with everything sent at once, what the core says of what it made of
 * that. {@code -Deverything=true} plays all scenarios both ways, {@code -Dplayings=20} each more often.
 */
class ScenariosInSimulatorTest {

    /** The first on few partitions: a day takes hops in proportion to their square. */
    private static final int PLAYINGS = Integer.getInteger("playings", 1);

    private static final Simulator SIMULATOR = new Simulator();

    static List<WorkedScenario> some() {
        return Everything.orOneOf(4, WorkedScenario.all());
    }

    /** Counted from the last one. */
    static List<WorkedScenario> others() {
        return Everything.orOneOf(4, WorkedScenario.all().reversed());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void saysWhatWasWorkedOut(WorkedScenario worked) {
        for (int n = 0; n < PLAYINGS; n++) {
            Ending ending = SIMULATOR.play(play(worked, n, true), Saboteur.NOBODY, cluster -> wrong(worked, cluster));

            assertThat(ending.wrong()).as("playing %d", n).isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void saysWhatTheCoreSaysOfThemInAnyOrder(WorkedScenario worked) {
        for (int n = 0; n < PLAYINGS; n++) {
            Play play = play(worked, n, false);
            Ending ending = SIMULATOR.play(play);

            assertThat(ending.wrong()).as("playing %d", n).isNull();
        }
    }

    private static Play play(WorkedScenario worked, int playing, boolean inOrder) {
        long seed = 31L * worked.name().hashCode() + playing;
        SplittableRandom random = new SplittableRandom(seed);
        int partitions = 1 + random.nextInt(playing == 0 ? 2 : 4);
        Simulation simulation = worked.scenario().simulation();
        return new Play(
                seed,
                random.nextLong(),
                partitions,
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                inOrder ? 100 : 1 + random.nextInt(60),
                random.nextInt(40),
                random.nextBoolean(),
                random.nextInt(10) == 0,
                inOrder ? inOrder(simulation, partitions) : atOnce(simulation, partitions));
    }

    /** Each fact is worked off before the next one comes, and all of a day before it is over. */
    private static List<Event> inOrder(Simulation simulation, int partitions) {
        List<Event> events = new ArrayList<>();
        for (Event event : atOnce(simulation, partitions)) {
            boolean waits = event instanceof Event.Sent;
            if (waits || !events.isEmpty() && events.getLast() instanceof Event.Sent) {
                events.add(new Event.Rest());
            }
            events.add(event);
        }
        return events;
    }

    /** Days and facts one behind the other; nobody waits for anything but that a first day is closed. */
    private static List<Event> atOnce(Simulation simulation, int partitions) {
        LocalDate first = simulation.arrivals().stream()
                .map(Arrival::knownOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<Event> events = new ArrayList<>();
        events.add(Event.DayOver.of(first.minusDays(1)));
        parties(simulation).forEach(party -> events.add(Event.Sent.of(party, first)));
        events.add(new Event.Rest());
        first.datesUntil(simulation.until().plusDays(1)).forEach(today -> {
            simulation.arrivals().stream()
                    .filter(arrival -> arrival.knownOn().equals(today))
                    .forEach(arrival -> sent(arrival, partitions, today).ifPresent(events::add));
            events.add(Event.DayOver.of(today));
        });
        return events;
    }

    /** Whoever is named, once; whose id is refused in an order is no party either. */
    private static Collection<Party> parties(Simulation simulation) {
        SortedMap<String, Party> parties = new TreeMap<>();
        SampleParties.sellers().forEach(party -> parties.put(party.id(), party));
        simulation.arrivals().stream()
                .flatMap(ScenariosInSimulatorTest::facts)
                .filter(OrderPlaced.class::isInstance)
                .flatMap(order -> SampleParties.of((OrderPlaced) order).stream())
                .filter(party -> PersonalIds.NO_EMAIL.wrong("id", party.id()) == null)
                .forEach(party -> parties.putIfAbsent(party.id(), party));
        return parties.values();
    }

    /** Text that is no fact cannot be told to a stream. */
    private static Optional<Event> sent(Arrival arrival, int partitions, LocalDate today) {
        return switch (arrival) {
            case Arrival.Received(LocalDate knownOn, Fact fact) ->
                Optional.of(Event.Sent.of(fact, Event.Sent.partitionOf(fact, partitions), today));
            case Arrival.OfCustomer(LocalDate knownOn, CustomerFact fact) ->
                Optional.of(Event.Sent.of(fact, partitions, today));
            case Arrival.OfBooks(LocalDate knownOn, MonthClosed fact) ->
                Optional.of(Event.Sent.of(fact, partitions, today));
            case Arrival.Unreadable unreadable -> Optional.empty();
        };
    }

    private static Stream<Fact> facts(Arrival arrival) {
        return arrival instanceof Arrival.Received(LocalDate knownOn, Fact fact) ? Stream.of(fact) : Stream.empty();
    }

    private static @Nullable String wrong(WorkedScenario worked, Cluster cluster) {
        String wrong = Verdict.of(cluster);
        SimulatedOutputs outputs = SimulatedOutputs.by(cluster);
        List<JsonNode> said = new ArrayList<>();
        outputs(outputs).forEach(output -> said.add(OutputJson.write(output)));
        outputs.standings().forEach(standing -> said.add(OutputJson.write(standing)));
        outputs.closings().forEach(closing -> said.add(OutputJson.write(closing)));
        return wrong != null
                ? wrong
                : ScenarioComparison.firstDifference(worked.expectedOfAStream(), said)
                        .orElse(null);
    }

    private static List<Output> outputs(SimulatedOutputs said) {
        List<Output> outputs = new ArrayList<>();
        said.invoices().forEach(invoice -> outputs.add(invoice.document()));
        outputs.addAll(said.alerts());
        outputs.addAll(said.refunds());
        outputs.addAll(said.holds());
        said.rejected()
                .forEach(each -> outputs.add(
                        new Rejection(each.on(), each.orderId(), each.factId(), each.reason(), each.sentence())));
        return outputs;
    }
}
