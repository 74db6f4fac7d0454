package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.Inline;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds fields that a record does not have, however deep inside: a name that was mistyped must not vanish. */
final class FieldNames {

    private FieldNames() {}

    /**
     * A sentence about the first field that is unknown, with the known one that is most like it.
     *
     * @param type what {@code node} is read as
     * @param place where it stands: empty at the top
     */
    static Optional<String> unknown(Type type, JsonNode node, String place) {
        if (type instanceof ParameterizedType generic) {
            return unknownWithin(generic, node, place);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            String named = node.path(JsonReader.TYPE).asText();
            return JsonReader.variants(plain)
                    .filter(variant -> variant.getSimpleName().equals(named))
                    .findFirst()
                    .flatMap(variant -> unknown(variant, node, place));
        }
        return plain.isRecord() && !JsonLeaf.is(plain) && node.isObject()
                ? unknownInRecord(plain, node, place)
                : Optional.empty();
    }

    private static Optional<String> unknownWithin(ParameterizedType type, JsonNode node, String place) {
        Type[] arguments = type.getActualTypeArguments();
        if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                Optional<String> found = unknown(arguments[0], node.get(n), place + "[" + n + "]");
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return node.properties().stream()
                .map(entry -> unknown(arguments[arguments.length - 1], entry.getValue(), at(place, entry.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unknownInRecord(Class<?> type, JsonNode node, String place) {
        Map<String, Type> known = fields(type);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            if (name.equals(JsonReader.TYPE) && isVariant(type)) {
                continue;
            }
            @Nullable Type component = known.get(name);
            if (component == null) {
                return Optional.of("%s: there is no such field in %s, the nearest is %s"
                        .formatted(at(place, name), type.getSimpleName(), nearest(name, known.keySet())));
            }
            Optional<String> within = field.getValue().isNull()
                    ? Optional.empty()
                    : unknown(component, field.getValue(), at(place, name));
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    /** The components, those of what is inline in its place. */
    private static Map<String, Type> fields(Class<?> type) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                JsonReader.variants(component.getType()).forEach(variant -> fields.putAll(fields(variant)));
            } else {
                fields.put(component.getName(), component.getGenericType());
            }
        }
        return fields;
    }

    private static boolean isVariant(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    /** The known name that is most like one that is unknown. */
    static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(name, one)))
                .orElse("none");
    }

    /** The end of a sentence that has listed the known names; empty where none of them is like it. */
    static String hint(String name, Collection<String> known) {
        String nearest = nearest(name, known);
        boolean isLike = distance(name, nearest) < Math.max(name.length(), nearest.length());
        return isLike ? ", the nearest is " + nearest : "";
    }

    private static int distance(String one, String other) {
        return changes(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /** How many letters have to be added, taken away or changed (Levenshtein). */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, n -> n);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static String at(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
