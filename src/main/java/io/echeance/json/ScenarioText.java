package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios as a table that a person reads and writes: left of the line what happens, right of it what is said of it,
 * days first; the head says
 * {@code title}, {@code until} and perhaps, line by line, how the amounts were {@code worked} out.
 *
 * <p>An entry begins at the edge of its column; what is indented goes on with the one above. Empty lines, and those
 * that begin with {@code #}, say nothing.
 */
public final class ScenarioText {

    static final List<String> HEAD = List.of("title", "until", "worked");

    private ScenarioText() {}

    /**
     * @param scenario as {@link ScenarioJson} has it
     * @param said what is expected of it; empty: nothing stands on the right
     */
    public record Received(ObjectNode scenario, List<JsonNode> said) {}

    /**
     * A scenario in either form; of JSON nothing is expected.
     *
     * @throws Unreadable if it is of neither
     */
    public static Received of(String text) throws Unreadable {
        if (is(text)) {
            return read(text);
        }
        if (RecordJson.parse(text) instanceof ObjectNode scenario) {
            return new Received(scenario, List.of());
        }
        throw new Unreadable("a scenario is a JSON object with title, until and facts");
    }

    private static boolean is(String text) {
        return text.lines().anyMatch(line -> HEAD.stream().anyMatch(key -> line.startsWith(key + ":")));
    }

    /** @param said in the order of its days */
    public static String write(JsonNode scenario, List<? extends JsonNode> said) {
        return ScenarioTable.of(scenario, said);
    }

    /** @throws Unreadable naming the line */
    public static Received read(String text) throws Unreadable {
        ObjectNode scenario = JsonNodeFactory.instance.objectNode();
        List<Passage> happens = new ArrayList<>();
        List<Passage> said = new ArrayList<>();
        List<String> head = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            boolean isAbove = happens.isEmpty() && said.isEmpty();
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (isAbove && HEAD.contains(key(line))) {
                head.add(line);
            } else if (isAbove && !head.isEmpty() && line.startsWith(" ") && bar(line) < 0) {
                head.add(head.removeLast() + " " + line.strip());
            } else if (isAbove
                    && Character.isLetter(line.charAt(0))
                    && key(line).length() < line.length()) {
                throw new Unreadable("line " + (n + 1) + ": there is no " + key(line) + " in the head, the nearest is "
                        + FieldNames.nearest(key(line), HEAD));
            } else {
                int bar = bar(line);
                Passage.add(happens, bar < 0 ? line : line.substring(0, bar), n + 1);
                Passage.add(said, bar < 0 ? "" : line.substring(bar + 1).replaceFirst("^ ", ""), n + 1);
            }
        }
        for (String line : head) {
            put(scenario, key(line), line.substring(key(line).length() + 1).strip());
        }
        scenario.putArray("facts").addAll(Passage.all(happens, TextEntry::readFact));
        return new Received(scenario, Passage.all(said, TextEntry::readSaid));
    }

    private static String key(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    /** Where the line between the columns stands, by itself and not within quotes; below 0: nowhere. */
    private static int bar(String line) {
        int at = 0;
        while (at >= 0 && at < line.length()) {
            char sign = line.charAt(at);
            if (sign == '"') {
                at = TextWords.endOfQuoted(line, at);
            } else if (sign == '|'
                    && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))
                    && (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1)))) {
                return at;
            } else {
                at++;
            }
        }
        return -1;
    }

    private static void put(ObjectNode scenario, String key, String value) throws Unreadable {
        if (key.equals("worked")) {
            scenario.withArray("/worked").add(value);
        } else if (scenario.has(key)) {
            throw new Unreadable(key + " stands there a second time");
        } else {
            scenario.put(key, value);
        }
    }

    /** One entry, over as many lines as it takes. */
    private record Passage(int line, StringBuilder text) {

        interface Reading {
            JsonNode read(String text) throws Unreadable;
        }

        static void add(List<Passage> passages, String column, int line) throws Unreadable {
            if (column.isBlank()) {
                return;
            }
            if (!column.startsWith(" ")) {
                passages.add(new Passage(line, new StringBuilder(column.stripTrailing())));
            } else if (passages.isEmpty()) {
                throw new Unreadable("line " + line + ": it goes on with nothing; entries begin at the edge");
            } else {
                passages.getLast().text().append(' ').append(column.strip());
            }
        }

        static List<JsonNode> all(List<Passage> passages, Reading reading) throws Unreadable {
            List<JsonNode> all = new ArrayList<>();
            for (Passage passage : passages) {
                all.add(passage.read(reading));
            }
            return all;
        }

        private JsonNode read(Reading reading) throws Unreadable {
            try {
                return reading.read(text.toString());
            } catch (Unreadable e) {
                throw new Unreadable("line " + line + ": " + e.sentence());
            }
        }
    }
}
