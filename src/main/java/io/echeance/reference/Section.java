package io.echeance.reference;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one map in a file, read by name and type. Whatever is wrong is noted and a stand-in returned, so that one
 * reading finds all problems of a file; nothing made of stand-ins leaves the reader.
 */
final class Section {

    private final String file;
    private final String path;
    private final YamlNode.Mapping mapping;
    private final List<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(String file, String path, YamlNode.Mapping mapping, List<Problem> problems) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The document as a section; an empty one, with a problem noted, if it is no map. */
    static Section root(String file, YamlNode node, List<Problem> problems) {
        return of(file, "", node, problems);
    }

    private static Section of(String file, String path, YamlNode node, List<Problem> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Section(file, path, mapping, problems);
        }
        problems.add(new Problem(file, node.line(), path, "expected a map of keys, found " + node.kind()));
        Section empty = new Section(file, path, new YamlNode.Mapping(node.line(), Map.of()), new ArrayList<>());
        return empty;
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    boolean has(String key) {
        asked.add(key);
        return mapping.entries().containsKey(key);
    }

    int line() {
        return mapping.line();
    }

    int lineOf(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    void problem(String key, String sentence) {
        problems.add(new Problem(file, lineOf(key), pathOf(key), sentence));
    }

    /** As {@link #problem}, of a key however deep inside, such as {@code late.ladder[0].offset}. */
    void problemWithin(String path, String sentence) {
        YamlNode at = mapping;
        int line = mapping.line();
        for (String part : path.split("[.\\[]")) {
            YamlNode.Entry entry =
                    at instanceof YamlNode.Mapping map ? map.entries().get(part) : null;
            if (entry != null) {
                line = entry.line();
                at = entry.value();
            } else if (at instanceof YamlNode.Sequence list && part.endsWith("]")) {
                at = list.items().get(Integer.parseInt(part.substring(0, part.length() - 1)));
                line = at.line();
            }
        }
        problems.add(new Problem(file, line, path, sentence));
    }

    /** To be called when everything was asked for: what is left over is unknown. */
    void nothingElse() {
        for (Map.Entry<String, YamlNode.Entry> entry : mapping.entries().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                problem(entry.getKey(), "unknown key; known here: " + String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    String text(String key) {
        return scalar(key, "", "a text", text -> text);
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    LocalDate date(String key) {
        return scalar(key, LocalDate.EPOCH, "a date such as 2026-09-01", LocalDate::parse);
    }

    boolean flag(String key) {
        return scalar(key, false, "true or false", Section::parseFlag);
    }

    /** False where it is left out. */
    boolean optionalFlag(String key) {
        return has(key) && flag(key);
    }

    int integer(String key) {
        return scalar(key, 0, "a whole number", Integer::parseInt);
    }

    /** A whole number of days, months, incidents: 0 or more. */
    int count(String key) {
        return scalar(key, 0, "a whole number, 0 or more", Section::parseCount);
    }

    @Nullable
    Integer optionalCount(String key) {
        return has(key) ? Integer.valueOf(count(key)) : null;
    }

    Percent percent(String key) {
        return scalar(key, Percent.ZERO, "a number of percent such as 10.75", Percent::of);
    }

    @Nullable
    Percent optionalPercent(String key) {
        return has(key) ? percent(key) : null;
    }

    Money money(String key) {
        return scalar(key, Money.ZERO, "an amount in euros with two decimals such as 40.00", Section::parseMoney);
    }

    @Nullable
    Money optionalMoney(String key) {
        return has(key) ? money(key) : null;
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return scalar(key, first(type), "one of " + names(type), text -> Enum.valueOf(type, text));
    }

    /** As {@link #oneOf}, for those who must not go on with a stand-in. */
    <E extends Enum<E>> boolean isOneOf(String key, Class<E> type) {
        int before = problems.size();
        oneOf(key, type);
        return problems.size() == before;
    }

    <E extends Enum<E>> @Nullable E optionalOneOf(String key, Class<E> type) {
        return has(key) ? oneOf(key, type) : null;
    }

    <E extends Enum<E>> Set<E> setOf(String key, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        int k = 0;
        for (YamlNode item : items(key)) {
            E value = parsed(
                    item,
                    pathOf(key) + "[" + k++ + "]",
                    first(type),
                    "one of " + names(type),
                    text -> Enum.valueOf(type, text));
            values.add(value);
        }
        return values;
    }

    List<String> texts(String key) {
        List<String> values = new ArrayList<>();
        int k = 0;
        for (YamlNode item : items(key)) {
            values.add(parsed(item, pathOf(key) + "[" + k++ + "]", "", "a text", text -> text));
        }
        return values;
    }

    /** A value with a reading of its own. */
    <T> T scalar(String key, T standIn, String expected, Function<String, T> reading) {
        YamlNode value = value(key, expected);
        return value == null ? standIn : parsed(value, pathOf(key), standIn, expected, reading);
    }

    boolean isMapping(String key) {
        asked.add(key);
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof YamlNode.Mapping;
    }

    Section section(String key) {
        YamlNode value = value(key, "a map of keys");
        YamlNode node = value == null ? new YamlNode.Mapping(mapping.line(), Map.of()) : value;
        // Of a section that is missing, each missing key would only repeat it.
        return of(file, pathOf(key), node, value == null ? new ArrayList<>() : problems);
    }

    @Nullable
    Section optionalSection(String key) {
        return has(key) ? section(key) : null;
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        int k = 0;
        for (YamlNode item : items(key)) {
            sections.add(of(file, pathOf(key) + "[" + k++ + "]", item, problems));
        }
        return sections;
    }

    private List<YamlNode> items(String key) {
        YamlNode value = value(key, "a list");
        if (value instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        if (value != null) {
            problem(key, "expected a list, found " + value.kind());
        }
        return List.of();
    }

    private @Nullable YamlNode value(String key, String expected) {
        if (!has(key)) {
            problem(key, "missing: " + expected);
            return null;
        }
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    private <T> T parsed(YamlNode node, String at, T standIn, String expected, Function<String, T> reading) {
        if (node instanceof YamlNode.Scalar scalar) {
            try {
                return reading.apply(scalar.text());
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException notOne) {
                // Told below.
            }
        }
        problems.add(new Problem(file, node.line(), at, "expected " + expected + ", found " + node.kind()));
        return standIn;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int parseCount(String text) {
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Money parseMoney(String text) {
        BigDecimal euros = new BigDecimal(text);
        if (euros.scale() != 2 || euros.signum() < 0) {
            throw new IllegalArgumentException(text);
        }
        return Money.of(euros);
    }

    private static <E extends Enum<E>> E first(Class<E> type) {
        return type.getEnumConstants()[0];
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
    }
}
