package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.document.SampleParties;
import io.echeance.topology.LoadedPast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Before the first close each record says what day it is. Whichever is read first, an order has the documents, and the
 * dates on them, that its own facts ask for: what waits for one order says nothing of the day of another.
 * {@code HistoryBeforeFirstDayIT} plays the same on a broker. So it is where who pays is read after his
 * orders: nothing is held back for that before the first close.
 */
@DisplayName("A past that is loaded before the first day")
class LoadedPastTest {

    private static final int PARTITIONS = 3;
    private static final List<Fact> FACTS = LoadedPast.of(40);

    private final Simulator simulator = new Simulator();

    @ParameterizedTest(name = "read in the order of schedule {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 111, 135, 141, 167, 193, 209})
    @DisplayName("has the documents of its facts, with their dates, whatever is read first")
    void hasTheDocumentsOfItsFacts(long schedule) {
        Play play = new Play(schedule, schedule, PARTITIONS, 2, 500, 100, 8, schedule % 2 == 0, false, events());

        assertThat(simulator
                        .play(play, Saboteur.NOBODY, LoadedPastTest::differences)
                        .wrong())
                .isNull();
    }

    private static String differences(Cluster cluster) {
        List<String> differences = LoadedPast.differences(
                FACTS,
                SimulatedOutputs.by(cluster).invoices().stream()
                        .map(Invoice::document)
                        .toList());
        return differences.isEmpty() ? null : String.join(System.lineSeparator(), differences);
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        SampleParties.sellers().forEach(seller -> events.add(Event.Sent.of(seller, LocalDate.EPOCH)));
        FACTS.stream()
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .flatMap(order -> SampleParties.of(order).stream())
                .distinct()
                .forEach(party -> events.add(Event.Sent.of(party, LocalDate.EPOCH)));
        FACTS.forEach(fact -> events.add(Event.Sent.of(fact, Event.Sent.partitionOf(fact, PARTITIONS), fact.on())));
        return events;
    }
}
