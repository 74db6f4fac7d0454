package io.echeance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever looks for a rule finds it where the page says. */
@DisplayName("topology-docs/rules.md")
class RulesPageTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{2,3}\\b");

    @Test
    @DisplayName("names classes, methods and tests that exist")
    void namesWhatExists() throws IOException {
        List<String> lost = new ArrayList<>();
        for (String row : rows()) {
            Matcher name = NAME.matcher(row);
            while (name.find()) {
                String source = source(name.group(1));
                String member = name.group(2);
                if (source.isEmpty() || (member != null && !source.contains(" " + member))) {
                    lost.add(name.group());
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    @DisplayName("shows every scenario, and no other")
    void showsEveryScenario() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String row : rows()) {
            String[] cells = row.split("\\|");
            NUMBER.matcher(cells[cells.length - 1]).results().forEach(found -> shown.add(found.group()));
        }
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "scenarios"))) {
            Set<String> held = files.map(file -> file.getFileName().toString().split("-", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shown).isEqualTo(held);
        }
    }

    private static List<String> rows() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("topology-docs", "rules.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| clause") && !line.startsWith("| rule"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(80);
        return rows;
    }

    /** Text of the class of that name, whatever room it is in; empty: there is none. */
    private static String source(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            Path file = files.filter(path -> path.endsWith(type + ".java"))
                    .findFirst()
                    .orElse(null);
            return file == null ? "" : Files.readString(file);
        }
    }
}
