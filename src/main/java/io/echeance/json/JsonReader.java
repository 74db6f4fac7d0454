package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.Inline;
import io.echeance.core.order.Alert;
import io.echeance.serde.record.DunningAlert;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
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
 * that may be null may be absent, a few others have a {@linkplain #DEFAULTS default}; further
 * fields are not looked at here.
 */
final class JsonReader {

    /** Names the variant of a sealed interface. */
    static final String TYPE = "type";

    private static final Map<String, Object> DEFAULTS =
            Map.of("OrderPlaced.beginBeforeWithdrawalEnds", false, "Party.country", "FR", "Party.language", "fr");

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
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = component(type, components[n], node, place);
        }
        return made(type, components, values, place);
    }

    private static @Nullable Object component(Class<?> type, RecordComponent component, JsonNode node, String place)
            throws Unreadable {
        if (component.isAnnotationPresent(Inline.class)) {
            return read(component.getGenericType(), node, place);
        }
        String name = component.getName();
        @Nullable JsonNode value = node.get(name);
        if (value != null && !value.isNull()) {
            return read(component.getGenericType(), value, within(place, name));
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        @Nullable Object empty = empty(component.getType());
        @Nullable Object standard = DEFAULTS.get(type.getSimpleName() + "." + name);
        if (empty == null && standard == null) {
            throw new Unreadable(within(place, name) + " is missing");
        }
        return empty == null ? standard : empty;
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        return Map.class.isAssignableFrom(type)
                ? new TreeMap<>()
                : (java.util.Set.class.isAssignableFrom(type) ? new TreeSet<>() : null);
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values, String place)
            throws Unreadable {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            String why = e.getCause() instanceof IllegalArgumentException ours ? ours.getMessage() : null;
            throw new Unreadable((place.isEmpty() ? type.getSimpleName() : place) + ": "
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
