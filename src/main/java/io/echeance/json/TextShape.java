package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands in the text form of a scenario: a word; the words of a record's components in their order; rows of
 * these, parted by semicolons.
 */
sealed interface TextShape {

    JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Stands for what is absent in a row. */
    String NOTHING = "-";

    /** Null: the value has no such form. */
    @Nullable
    String write(JsonNode value);

    /** Reads the words up to the end of the value. */
    JsonNode read(TextWords words) throws Unreadable;

    /** The shapes of a record's components by name; of a sealed interface's variants, all of them. */
    static Map<String, TextShape> ofFields(Stream<Class<?>> records) {
        Map<String, TextShape> fields = new LinkedHashMap<>();
        records.flatMap(type -> Stream.of(type.getRecordComponents()))
                .forEach(component -> fields.putIfAbsent(component.getName(), of(component.getGenericType())));
        return fields;
    }

    private static TextShape of(Type type) {
        if (type instanceof ParameterizedType list) {
            TextShape element = of(list.getActualTypeArguments()[0]);
            return new Rows(element instanceof Row || element instanceof Word ? element : Word.TEXT);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && !JsonLeaf.is(plain)) {
            Map<String, TextShape> components = new LinkedHashMap<>();
            for (RecordComponent component : plain.getRecordComponents()) {
                components.put(component.getName(), of(component.getGenericType()));
            }
            return new Row(components);
        }
        return switch (plain.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> Word.NUMBER;
            case "boolean", "Boolean" -> Word.TRUTH;
            default -> Word.TEXT;
        };
    }

    /** A text, a whole number, or true and false. */
    enum Word implements TextShape {
        TEXT(JsonNode::isTextual, NODES::textNode),
        NUMBER(JsonNode::isIntegralNumber, text -> NODES.numberNode(Integer.parseInt(text))),
        TRUTH(JsonNode::isBoolean, text -> NODES.booleanNode(Boolean.parseBoolean(text)));

        private final Function<JsonNode, Boolean> fits;
        private final Function<String, JsonNode> node;

        Word(Function<JsonNode, Boolean> fits, Function<String, JsonNode> node) {
            this.fits = fits;
            this.node = node;
        }

        @Override
        public @Nullable String write(JsonNode value) {
            return fits.apply(value) ? TextWords.quoted(value.asText()) : null;
        }

        @Override
        public JsonNode read(TextWords words) throws Unreadable {
            String word = words.next();
            try {
                return node.apply(word);
            } catch (NumberFormatException e) {
                throw new Unreadable(word + " is not a whole number");
            }
        }
    }

    /** The components of a record; what is absent at the end is left out, what is within stands in brackets. */
    record Row(Map<String, TextShape> components) implements TextShape {

        @Override
        public @Nullable String write(JsonNode value) {
            List<String> words = new ArrayList<>();
            for (Map.Entry<String, TextShape> component : components.entrySet()) {
                @Nullable JsonNode field = value.get(component.getKey());
                @Nullable
                String word = field == null ? NOTHING : component.getValue().write(field);
                if (word == null) {
                    return null;
                }
                boolean isWithin = field != null && !(component.getValue() instanceof Word);
                words.add(isWithin ? "(" + word + ")" : word);
            }
            while (!words.isEmpty() && words.getLast().equals(NOTHING)) {
                words.removeLast();
            }
            return words.isEmpty() ? null : String.join(" ", words);
        }

        @Override
        public JsonNode read(TextWords words) throws Unreadable {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, TextShape> component : components.entrySet()) {
                if (words.atEndOfValue()) {
                    break;
                }
                if (words.skips(NOTHING)) {
                    continue;
                }
                boolean isWithin = words.skips("(");
                object.set(component.getKey(), component.getValue().read(words));
                if (isWithin && !words.skips(")")) {
                    throw new Unreadable("a bracket is not closed after " + component.getKey());
                }
            }
            return object;
        }
    }

    /** Rows or words, parted by semicolons. */
    record Rows(TextShape element) implements TextShape {

        @Override
        public @Nullable String write(JsonNode value) {
            List<String> rows = new ArrayList<>();
            for (JsonNode one : value) {
                @Nullable String row = element.write(one);
                if (row == null) {
                    return null;
                }
                rows.add(row);
            }
            return value.isArray() && !rows.isEmpty() ? String.join("; ", rows) : null;
        }

        @Override
        public JsonNode read(TextWords words) throws Unreadable {
            ArrayNode array = NODES.arrayNode();
            do {
                array.add(element.read(words));
            } while (words.skips(";"));
            return array;
        }
    }
}
