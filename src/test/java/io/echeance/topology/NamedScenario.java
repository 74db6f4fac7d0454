package io.echeance.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Output;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.scenario.WorkedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A worked scenario whose orders and payments have names of their own, so that several can be played on one stream: the
 * orders are called {@code T-…} and the payments {@code P…} in each of them.
 */
record NamedScenario(WorkedScenario worked, List<Arrival> arrivals) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

    static NamedScenario numbered(String number) {
        WorkedScenario worked = WorkedScenario.all().stream()
                .filter(scenario -> scenario.name().startsWith(number))
                .findFirst()
                .orElseThrow();
        try {
            String text = Files.readString(FOLDER.resolve(worked.name() + ".json"))
                    .replace("\"T-", "\"" + prefix(worked) + "T-")
                    .replace("\"paymentId\": \"", "\"paymentId\": \"" + prefix(worked));
            return new NamedScenario(
                    worked, ScenarioJson.parse(text).simulation().arrivals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    private static String prefix(WorkedScenario worked) {
        return "S" + worked.name().substring(0, 2) + "-";
    }

    String number() {
        return worked.name();
    }

    LocalDate until() {
        return worked.scenario().simulation().until();
    }

    List<JsonNode> expected() {
        return worked.expected();
    }

    /** Whether it was said in this scenario, before its end. */
    boolean owns(Output output) {
        return Objects.requireNonNull(output.orderId()).startsWith(prefix(worked))
                && !output.on().isAfter(until().plusDays(1));
    }

    JsonNode withItsOwnNames(JsonNode line) {
        try {
            return JSON.readTree(line.toString().replace(prefix(worked), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
