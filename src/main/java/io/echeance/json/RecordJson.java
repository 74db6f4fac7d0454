package io.echeance.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.serde.record.DunningAlert;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Any record of ours as a JSON object, its fields named as its components. Amounts, rates and shares are text, dates
 * ISO, bytes base64; what is null or an empty list is left out; the variant of a sealed interface says its
 * {@code type}.
 */
public final class RecordJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");

    private RecordJson() {}

    /** @throws Unreadable if it is no JSON, names a field twice, or has half a character */
    public static JsonNode parse(String text) throws Unreadable {
        try {
            JsonNode node = MAPPER.readTree(text);
            HalfCharacters.refuse(text, node);
            return node;
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new Unreadable("it is not JSON" + where + ": " + why(e));
        }
    }

    /** In our words: those of the reader are for who programs it. */
    private static String why(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "it is nested too deep, or a text, a number or a name in it is too long";
        }
        if (e instanceof JsonEOFException) {
            return "it ends before it is whole";
        }
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        return twice.lookingAt()
                ? "the field " + twice.group(1) + " stands there twice"
                : "something stands there that does not belong there";
    }

    /** @throws Unreadable naming the field that is missing or of another kind */
    public static <T> T read(Class<T> type, JsonNode node) throws Unreadable {
        return type.cast(JsonReader.read(type, node, ""));
    }

    /**
     * As {@link #read}, of what a person wrote: no field may be unknown.
     *
     * @throws Unreadable naming the field, and the known one that is most like it
     */
    public static <T> T readWhole(Class<T> type, JsonNode node) throws Unreadable {
        Optional<String> unknown = FieldNames.unknown(type, node, "");
        T read;
        try {
            read = read(type, node);
        } catch (Unreadable e) {
            throw unknown.isEmpty()
                    ? e
                    : new Unreadable(new Sentence(e.said().french(), e.sentence() + "; " + unknown.get()));
        }
        if (unknown.isPresent()) {
            throw new Unreadable(Reason.UNKNOWN_FIELD.with(unknown.get()));
        }
        return read;
    }

    /** In UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode write(Object value) {
        ObjectNode object = NODES.objectNode();
        writeType(value, object);
        writeFields(carried(value), object);
        return object;
    }

    /** The record that carries a value: alerts of all kinds have one. */
    static Object carried(Object value) {
        return value instanceof Alert alert ? DunningAlert.of(alert) : value;
    }

    private static void writeType(Object value, ObjectNode object) {
        for (Class<?> asked : value.getClass().getInterfaces()) {
            if (asked.isSealed() && !OutputJson.isTopicOf(value)) {
                object.put(JsonReader.TYPE, value.getClass().getSimpleName());
            }
        }
    }

    static void writeFields(Object value, ObjectNode object) {
        for (WrittenField written : WrittenField.of(value.getClass())) {
            @Nullable Object field = written.of(value);
            if (field == null) {
                continue;
            }
            if (written.isInline()) {
                writeFields(field, object);
                continue;
            }
            JsonNode node = node(field);
            if (!(node.isArray() && node.isEmpty())) {
                object.set(written.name(), node);
            }
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof Collection<?> elements) {
            ArrayNode array = NODES.arrayNode();
            // A set has no order of its own: it gets one, so that equal records give equal lines.
            Collection<?> inOrder = elements instanceof Set<?> ? new TreeSet<>(elements) : elements;
            inOrder.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            new TreeMap<>(map).forEach((key, entry) -> object.set(key.toString(), node(entry)));
            return object;
        }
        if (value instanceof Record && !JsonLeaf.is(value.getClass())) {
            return write(value);
        }
        return leaf(value);
    }

    private static JsonNode leaf(Object value) {
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number.intValue());
        }
        if (value instanceof Long number) {
            // No wider than it is: as a reader of the text has it.
            return number.intValue() == number ? NODES.numberNode(number.intValue()) : NODES.numberNode((long) number);
        }
        if (value instanceof BigDecimal decimal) {
            return NODES.textNode(decimal.toPlainString());
        }
        if (value instanceof Bytes bytes) {
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes.get()));
        }
        return NODES.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
}
