package io.echeance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.json.ScenarioJson;
import io.echeance.json.ScenarioJson.Scenario;
import io.echeance.json.ScenarioText;
import io.echeance.json.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario of the resources, with the lines that are expected of it.
 *
 * @param table as it stands in its file
 * @param json as {@code simulate} reads it in the other form
 */
public record WorkedScenario(String name, String table, ObjectNode json, Scenario scenario, List<JsonNode> expected) {

    public static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

    /** All of them, by name, read once. */
    public static List<WorkedScenario> all() {
        return Worked.ALL;
    }

    private static final class Worked {
        private static final List<WorkedScenario> ALL = readAll();
    }

    private static List<WorkedScenario> readAll() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(WorkedScenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has to be said; text that is no fact cannot be told to a stream, and so is not refused by it. */
    public List<JsonNode> expectedOfAStream() {
        List<String> unannounced = scenario.simulation().arrivals().stream()
                .filter(Arrival.Unreadable.class::isInstance)
                .map(arrival -> ((Arrival.Unreadable) arrival).rejection().factId())
                .toList();
        return expected.stream()
                .filter(line -> !unannounced.contains(line.path("factId").asText()))
                .toList();
    }

    private static WorkedScenario read(Path file) {
        try {
            String table = Files.readString(file);
            ScenarioText.Received received = ScenarioText.read(table);
            return new WorkedScenario(
                    file.getFileName().toString().replace(".txt", ""),
                    table,
                    received.scenario(),
                    ScenarioJson.parse(table),
                    received.said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(file + ": " + e.sentence(), e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + scenario.title();
    }
}
