package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Sentence;
import io.echeance.serde.record.DunningAlert;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of JSON objects whose fields are named as their components. A list that is absent is empty, a component
 * that may be null may be absent, a few others have a {@linkplain ReadRecord.Field#standard default}; further
 * fields are not looked at here.
 */
final class JsonReader {

    /** Names the variant of a sealed interface. */
    static final String TYPE = "type";

    private JsonReader() {}

    /** @param place where it stands, for the message: empty at the top, else such as {@code lines[0].net} */
    static Object read(Type type, JsonNode node, String place) throws Unreadable {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), node, place);
        }
        Class<?> plain = (Class<?>) type;
        if (JsonLeaf.is(plain)) {
            return JsonLeaf.read(plain, node, place);
        }
        if (Alert.class.isAssignableFrom(plain)) {
            return alert(node, place);
        }
        if (plain.isSealed()) {
            return record(variant(plain, node, place), node, place);
        }
        return plain.isRecord() ? record(plain, node, place) : JsonLeaf.read(plain, node, place);
    }

    private static Alert alert(JsonNode node, String place) throws Unreadable {
        try {
            return ((DunningAlert) record(DunningAlert.class, node, place)).alert();
        } catch (IllegalArgumentException e) {
            throw new Unreadable((place.isEmpty() ? "" : place + ": ") + e.getMessage());
        }
    }

    /** Every record that a sealed interface permits. */
    static Stream<Class<?>> variants(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JsonReader::variants)
                : Stream.of(type);
    }

    private static Class<?> variant(Class<?> type, JsonNode node, String place) throws Unreadable {
        @Nullable JsonNode named = node.get(TYPE);
        List<Class<?>> variants = variants(type).toList();
        for (Class<?> variant : variants) {
            if (named != null && named.isTextual() && variant.getSimpleName().equals(named.textValue())) {
                return variant;
            }
        }
        String known = variants.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
        throw new Unreadable(
                within(place, TYPE) + (named == null ? " is missing" : ": " + named + " is not one of " + known));
    }

    private static Object record(Class<?> type, JsonNode node, String place) throws Unreadable {
        if (!node.isObject()) {
            throw new Unreadable((place.isEmpty() ? "it" : place) + " is not a JSON object");
        }
        ReadRecord read = ReadRecord.of(type);
        @Nullable Object[] values = new Object[read.fields().size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = field(read.fields().get(n), node, place);
        }
        return made(read.constructor(), values, place);
    }

    private static @Nullable Object field(ReadRecord.Field field, JsonNode node, String place) throws Unreadable {
        if (field.isInline()) {
            return read(field.type(), node, place);
        }
        String name = field.name();
        @Nullable JsonNode value = node.get(name);
        if (value != null && !value.isNull()) {
            return read(field.type(), value, within(place, name));
        }
        if (field.mayBeNull()) {
            return null;
        }
        @Nullable Object empty = empty(field.raw());
        if (empty == null && field.standard() == null) {
            throw missing(within(place, name));
        }
        return empty == null ? field.standard() : empty;
    }

    /** Of a field that must be there. */
    static Unreadable missing(String field) {
        return new Unreadable(new Sentence(field + " manque", field + " is missing"));
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        return Map.class.isAssignableFrom(type)
                ? new TreeMap<>()
                : (java.util.Set.class.isAssignableFrom(type) ? new TreeSet<>() : null);
    }

    private static Object made(Constructor<?> constructor, @Nullable Object[] values, String place) throws Unreadable {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            String why = e.getCause() instanceof IllegalArgumentException ours ? ours.getMessage() : null;
            throw new Unreadable(
                    (place.isEmpty() ? constructor.getDeclaringClass().getSimpleName() : place) + ": "
                            + (why == null ? "something in it is missing, or cannot be" : why));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object collection(Class<?> raw, Type[] arguments, JsonNode node, String place) throws Unreadable {
        if (Map.class.isAssignableFrom(raw)) {
            return map(arguments, node, place);
        }
        if (!node.isArray()) {
            throw new Unreadable(place + " is not a JSON array");
        }
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(read(arguments[0], element, place + "[" + elements.size() + "]"));
        }
        if (raw == List.class) {
            return List.copyOf(elements);
        }
        SortedSet<Object> set = new TreeSet<>(elements);
        if (set.size() < elements.size()) {
            throw new Unreadable(place + " says something twice");
        }
        return set;
    }

    private static SortedMap<Object, Object> map(Type[] arguments, JsonNode node, String place) throws Unreadable {
        if (!node.isObject()) {
            throw new Unreadable(place + " is not a JSON object");
        }
        SortedMap<Object, Object> map = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String at = within(place, entry.getKey());
            Object key = JsonLeaf.read(
                    (Class<?>) arguments[0], com.fasterxml.jackson.databind.node.TextNode.valueOf(entry.getKey()), at);
            map.put(key, read(arguments[1], entry.getValue(), at));
        }
        return map;
    }

    private static String within(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
