package io.echeance.topology;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.CustomerAlert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.json.OutputJson;
import io.echeance.json.ScenarioComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every worked scenario on one stream and one calendar, interleaved day by day. */
final class ScenariosTogether {

    /** What the stream runs on. */
    interface Stage {

        /** Closes days between which nothing is told. */
        void close(List<LocalDate> days);

        /** Tells what reaches us on a day, in the log before anything that comes later. */
        void tell(List<Fact> facts, LocalDate today);
    }

    private static final Set<String> OF_CUSTOMERS =
            Set.of("ORDER_OF_BLOCKED_CUSTOMER", "PREPAYMENT_DUE", "OVER_LIMIT", "SET_OFF_PROPOSED", "ADDRESS_UNUSABLE");

    private ScenariosTogether() {}

    /** The day before the first fact is closed first, so that all know what day it is. */
    static void play(List<NamedScenario> scenarios, Stage stage) {
        SortedMap<LocalDate, List<Fact>> received = byDay(scenarios);
        LocalDate last = scenarios.stream()
                .map(NamedScenario::until)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate open = received.firstKey().minusDays(1);
        for (var entry : received.entrySet()) {
            LocalDate today = entry.getKey();
            stage.close(open.datesUntil(today).toList());
            stage.tell(entry.getValue(), today);
            open = today;
        }
        stage.close(open.datesUntil(last.plusDays(1)).toList());
    }

    /** What reaches us on each day: the first fact of every scenario, then every second one… */
    private static SortedMap<LocalDate, List<Fact>> byDay(List<NamedScenario> scenarios) {
        SortedMap<LocalDate, List<Fact>> received = new TreeMap<>();
        int most = scenarios.stream()
                .mapToInt(scenario -> scenario.arrivals().size())
                .max()
                .orElseThrow();
        for (int n = 0; n < most; n++) {
            for (NamedScenario scenario : scenarios) {
                if (n < scenario.arrivals().size()
                        && scenario.arrivals().get(n) instanceof Arrival.Received(LocalDate knownOn, Fact fact)) {
                    received.computeIfAbsent(knownOn, first -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        return received;
    }

    /**
     * What was said otherwise than it was worked out for a scenario. What is said of customers is left out: the
     * scenarios share them.
     */
    static Optional<String> firstDifference(NamedScenario scenario, List<Output> said) {
        List<JsonNode> its = said.stream()
                .filter(scenario::owns)
                .filter(output -> !(output instanceof CustomerAlert))
                .<JsonNode>map(OutputJson::write)
                .map(scenario::withItsOwnNames)
                .toList();
        List<JsonNode> expected = scenario.worked().expectedOfAStream().stream()
                .filter(line -> scenario.isOfAnOrder(line)
                        && !OF_CUSTOMERS.contains(line.path("kind").asText())
                        && !Set.of("customer-standing", "month-closings")
                                .contains(line.path("topic").asText()))
                .toList();
        return ScenarioComparison.firstDifference(expected, its);
    }
}
