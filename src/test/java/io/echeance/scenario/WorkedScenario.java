package io.echeance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.json.ScenarioJson;
import io.echeance.json.ScenarioJson.Scenario;
import io.echeance.json.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A scenario of the resources, with the lines that are expected of it. */
public record WorkedScenario(String name, Scenario scenario, List<JsonNode> expected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them, by name. */
    public static List<WorkedScenario> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(WorkedScenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has to be said; text that is no fact cannot be told to a stream, and so is not refused by it. */
    public List<JsonNode> expectedOfAStream() {
        List<String> untold = scenario.simulation().arrivals().stream()
                .filter(Arrival.Unreadable.class::isInstance)
                .map(arrival -> ((Arrival.Unreadable) arrival).rejection().factId())
                .toList();
        return expected.stream()
                .filter(line -> !untold.contains(line.path("factId").asText()))
                .toList();
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(WorkedScenario.class.getResource("/scenarios"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WorkedScenario read(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        try (Stream<String> lines = Files.lines(file.resolveSibling(name + ".expected.jsonl"))) {
            List<JsonNode> expected = lines.filter(line -> !line.isBlank())
                    .map(WorkedScenario::parse)
                    .toList();
            return new WorkedScenario(name, ScenarioJson.parse(Files.readString(file)), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(file + ": " + e.sentence(), e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + scenario.title();
    }
}
