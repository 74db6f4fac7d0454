package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the text form of a scenario: a block for each day, its facts on the left, what is said on the right. */
final class ScenarioTable {

    private static final int LEFT = 56;
    private static final int RIGHT = 61;
    private static final String INDENT = "    ";

    private final StringBuilder table = new StringBuilder();
    private final Deque<JsonNode> said;

    private ScenarioTable(List<? extends JsonNode> said) {
        this.said = new ArrayDeque<>(said);
    }

    /** @param said in the order of its days */
    static String of(JsonNode scenario, List<? extends JsonNode> said) {
        ScenarioTable table = new ScenarioTable(said);
        for (String key : ScenarioText.HEAD) {
            JsonNode text = scenario.path(key);
            if (text.isTextual()) {
                table.head(key, text.textValue());
            }
            text.forEach(one -> table.head(key, one.asText()));
        }
        List<String> happens = new ArrayList<>();
        @Nullable String day = null;
        for (JsonNode fact : scenario.path("facts")) {
            String on = fact.path("knownOn").asText(fact.path("on").asText(""));
            if (day != null && !on.equals(day)) {
                table.block(day, happens);
                happens = new ArrayList<>();
            }
            day = on;
            happens.addAll(broken(TextEntry.fact(fact), LEFT));
        }
        table.block(Objects.requireNonNullElse(day, ""), happens);
        table.before("9999-12-31");
        return table.table.toString();
    }

    private void head(String key, String text) {
        lines(broken(key + ": " + text.strip().replaceAll("\\s+", " "), LEFT + RIGHT), List.of());
    }

    private void block(String day, List<String> happens) {
        before(day);
        table.append('\n');
        lines(happens, saidOn(day));
    }

    /** What is said on earlier days, on which nothing happens. */
    private void before(String day) {
        while (!said.isEmpty() && day(said.element()).compareTo(day) < 0) {
            table.append('\n');
            lines(List.of(), saidOn(day(said.element())));
        }
    }

    private List<String> saidOn(String day) {
        List<String> lines = new ArrayList<>();
        while (!said.isEmpty() && day(said.element()).equals(day)) {
            lines.addAll(broken(TextEntry.said(said.remove()), RIGHT));
        }
        return lines;
    }

    private static String day(JsonNode output) {
        return output.path("on").asText();
    }

    private void lines(List<String> left, List<String> right) {
        for (int n = 0; n < Math.max(left.size(), right.size()); n++) {
            String one = n < left.size() ? left.get(n) : "";
            String other = n < right.size() ? " | " + right.get(n) : "";
            String padded = other.isEmpty() ? one : one + " ".repeat(Math.max(0, LEFT - one.length()));
            table.append(padded).append(other).append('\n');
        }
    }

    /**
     * In lines of at most so many characters where it can be broken: after a comma or semicolon, else between words;
     * not within quotes.
     */
    private static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int space = 0;
        int comma = 0;
        boolean isQuoted = false;
        for (int n = 0; n <= text.length(); n++) {
            int room = width - (lines.isEmpty() ? 0 : INDENT.length());
            boolean isEnd = n == text.length();
            if (n - start > room && space > start) {
                int end = comma > start + room / 3 ? comma : space;
                lines.add((lines.isEmpty() ? "" : INDENT) + text.substring(start, end));
                start = end + 1;
            }
            if (!isEnd && text.charAt(n) == ' ' && !isQuoted) {
                space = n;
                comma = ",;".indexOf(text.charAt(n - 1)) >= 0 ? n : comma;
            }
            isQuoted ^= !isEnd && text.charAt(n) == '"' && (n == 0 || text.charAt(n - 1) != '\\');
        }
        lines.add((lines.isEmpty() ? "" : INDENT) + text.substring(start));
        return lines;
    }
}
