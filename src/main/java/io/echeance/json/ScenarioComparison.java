package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Compares what was said with what is expected, day by day, as sets: every expected line needs a line of its own that
 * says
 * at least the same, and no other line may be left over. The order of lines, fields and listed elements does not
 * matter; an
 * absent field, null and an empty list are the same. How customers stand, and which
 * months are closed, is compared where any line says so.
 */
public final class ScenarioComparison {

    private static final Set<String> TOPICS =
            Set.of("invoices", "dunning-alerts", "refunds", "service-holds", "rejected");

    private ScenarioComparison() {}

    /** Empty: they agree. Else the first difference. */
    public static Optional<String> firstDifference(List<? extends JsonNode> expected, List<? extends JsonNode> said) {
        Set<String> topics = new HashSet<>(TOPICS);
        expected.stream()
                .map(line -> line.path("topic").asText())
                .filter(Set.of(OutputJson.STANDINGS, OutputJson.CLOSINGS)::contains)
                .forEach(topics::add);
        SortedMap<String, List<JsonNode>> want = byDay(expected, topics);
        SortedMap<String, List<JsonNode>> got = byDay(said, topics);
        Set<String> days = new TreeSet<>(want.keySet());
        days.addAll(got.keySet());
        for (String day : days) {
            List<JsonNode> wanted = want.getOrDefault(day, List.of());
            List<JsonNode> found = got.getOrDefault(day, List.of());
            Map<Integer, Integer> pairs = pair(wanted, found, ScenarioComparison::covers);
            for (int i = 0; i < wanted.size(); i++) {
                if (!pairs.containsKey(i)) {
                    return Optional.of(day + " missing: " + wanted.get(i) + "\n  among: " + found);
                }
            }
            for (int i = 0; i < found.size(); i++) {
                if (!pairs.containsValue(i)) {
                    return Optional.of(day + " unexpected: " + found.get(i));
                }
            }
        }
        return Optional.empty();
    }

    private static SortedMap<String, List<JsonNode>> byDay(List<? extends JsonNode> lines, Set<String> topics) {
        SortedMap<String, List<JsonNode>> byDay = new TreeMap<>();
        for (JsonNode line : lines) {
            if (topics.contains(line.path("topic").asText())) {
                byDay.computeIfAbsent(line.path("on").asText(), day -> new ArrayList<>())
                        .add(line);
            }
        }
        return byDay;
    }

    /** Whether {@code said} says everything that {@code expected} says. */
    private static boolean covers(JsonNode expected, JsonNode said) {
        if (expected.isObject()) {
            return said.isObject()
                    && expected.properties().stream()
                            .filter(field -> !isAbsent(field.getValue()))
                            .allMatch(field -> covers(field.getValue(), said.path(field.getKey())));
        }
        if (expected.isArray()) {
            List<JsonNode> wanted = elements(expected);
            return said.isArray()
                    && said.size() == wanted.size()
                    && pair(wanted, elements(said), ScenarioComparison::covers).size() == wanted.size();
        }
        return expected.asText().equals(said.asText());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** The largest pairing of wanted with found elements that cover them, by index. */
    private static Map<Integer, Integer> pair(
            List<JsonNode> wanted, List<JsonNode> found, BiPredicate<JsonNode, JsonNode> covers) {
        Map<Integer, Integer> ownerOfFound = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            place(i, wanted, found, covers, ownerOfFound, new HashSet<>());
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        ownerOfFound.forEach((index, owner) -> pairs.put(owner, index));
        return pairs;
    }

    private static boolean place(
            int wantedIndex,
            List<JsonNode> wanted,
            List<JsonNode> found,
            BiPredicate<JsonNode, JsonNode> covers,
            Map<Integer, Integer> ownerOfFound,
            Set<Integer> tried) {
        for (int i = 0; i < found.size(); i++) {
            if (covers.test(wanted.get(wantedIndex), found.get(i)) && tried.add(i)) {
                Integer owner = ownerOfFound.get(i);
                if (owner == null || place(owner, wanted, found, covers, ownerOfFound, tried)) {
                    ownerOfFound.put(i, wantedIndex);
                    return true;
                }
            }
        }
        return false;
    }
}
