package io.echeance.reference;

import java.util.List;
import java.util.Map;

/** A YAML document as a tree that remembers its lines (from 1). */
sealed interface YamlNode {

    int line();

    /** Keys in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

    /** @param line the key's */
    record Entry(int line, YamlNode value) {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** @param text as written, without quotes */
    record Scalar(int line, String text) implements YamlNode {}

    /** A key without a value. */
    record Nothing(int line) implements YamlNode {}

    default String kind() {
        return switch (this) {
            case Mapping mapping -> "a map of keys";
            case Sequence sequence -> "a list";
            case Scalar scalar -> "'" + scalar.text() + "'";
            case Nothing nothing -> "nothing";
        };
    }
}
