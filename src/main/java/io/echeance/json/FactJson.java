package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Bounds;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts as JSON objects: {@code type} names the fact, the other fields are its components, and no others. */
public final class FactJson {

    /** What reaches us from outside, by topic. What the numbering tells the account is not among it. */
    private static final List<Class<? extends Fact>> FAMILIES =
            List.of(OrderFact.class, PaymentFact.class, FundingFact.class, CollectionFact.class);

    private static final Map<String, Class<?>> TYPES = types(FAMILIES);

    /** With what the numbering tells the account: a scenario may play it. */
    private static final Map<String, Class<?>> ALL_TYPES =
            types(List.of(OrderFact.class, PaymentFact.class, FundingFact.class, CollectionFact.class, OwnFact.class));

    private FactJson() {}

    /** Of customers, and of the books. */
    private static final Map<String, Class<?>> OF_OTHERS = byName(Stream.of(CustomerFact.class, MonthClosed.class));

    /** Every fact that a scenario may play, by the name of its type. */
    static Map<String, Class<?>> types() {
        Map<String, Class<?>> all = new TreeMap<>(ALL_TYPES);
        all.putAll(OF_OTHERS);
        return all;
    }

    /** Whether it is, by its type, a fact of a customer or of the books, and not of an order. */
    static boolean isOfNoOrder(JsonNode node) {
        return OF_OTHERS.containsKey(node.path(JsonReader.TYPE).asText());
    }

    /** What became of a JSON object. */
    public sealed interface Parsed {

        /** A fact; whether it breaks a rule is not looked at. */
        record Received(Fact fact) implements Parsed {}

        /**
         * A field is missing, cannot be read, or is unknown.
         *
         * @param said which, for a person
         */
        record Malformed(
                Reason reason, Sentence said, @Nullable String orderId, String factId) implements Parsed {

            /** In English. */
            public String sentence() {
                return said.english();
            }
        }
    }

    /** @param factId the fact's id, if the object has none */
    public static Parsed parse(String text, String factId) {
        try {
            return parse(RecordJson.parse(text), factId);
        } catch (Unreadable e) {
            return new Parsed.Malformed(reason(text.length(), Reason.MALFORMED), e.said(), null, factId);
        }
    }

    /** @param factId the fact's id, if the object has none */
    public static Parsed parse(JsonNode node, String factId) {
        return parse(node, factId, TYPES);
    }

    /** A fact of a scenario, in which the numbering's own may stand too. */
    static Parsed parseOfScenario(JsonNode node, String factId) {
        return parse(node, factId, ALL_TYPES);
    }

    private static Parsed parse(JsonNode node, String factId, Map<String, Class<?>> types) {
        JsonNode named = node;
        if (node instanceof ObjectNode object && !object.hasNonNull("factId")) {
            named = object.deepCopy().put("factId", factId);
        }
        Optional<String> unknown = Optional.empty();
        try {
            Class<?> type = type(named, types);
            // As it was given: not every fact has an id of its own to be given one.
            unknown = FieldNames.unknown(type, withoutKnownOn(node), "");
            Fact fact = (Fact) JsonReader.read(type, named, "");
            return unknown.isEmpty()
                    ? new Parsed.Received(fact)
                    : refused(Reason.UNKNOWN_FIELD, Reason.UNKNOWN_FIELD.with(unknown.get()), named, factId);
        } catch (Unreadable e) {
            String english = e.sentence() + unknown.map(also -> "; " + also).orElse("");
            return refused(Reason.MALFORMED, new Sentence(e.said().french(), english), named, factId);
        }
    }

    private static Parsed.Malformed refused(Reason reason, Sentence said, JsonNode node, String factId) {
        @Nullable String own = text(node, "factId");
        int length = node.toString().length();
        return new Parsed.Malformed(reason(length, reason), said, text(node, "orderId"), own == null ? factId : own);
    }

    /** What is too large as a record is not looked at more closely. */
    private static Reason reason(int length, Reason otherwise) {
        return length > Bounds.RECORD_BYTES ? Reason.TOO_LARGE : otherwise;
    }

    /** It says when a fact reaches us, and belongs to none. */
    private static JsonNode withoutKnownOn(JsonNode node) {
        return node instanceof ObjectNode object && object.has("knownOn")
                ? object.deepCopy().without("knownOn")
                : node;
    }

    public static ObjectNode write(Fact fact) {
        return RecordJson.write(fact);
    }

    private static Class<?> type(JsonNode node, Map<String, Class<?>> types) throws Unreadable {
        if (!node.isObject()) {
            throw new Unreadable("it is not a JSON object");
        }
        if (!node.hasNonNull(JsonReader.TYPE)) {
            throw new Unreadable("type is missing");
        }
        @Nullable Class<?> type = types.get(node.get(JsonReader.TYPE).asText());
        if (type == null || !node.get(JsonReader.TYPE).isTextual()) {
            JsonNode name = node.get(JsonReader.TYPE);
            throw new Unreadable("type: " + name + " is not known, the nearest is "
                    + FieldNames.nearest(name.asText(), types.keySet()) + ", of " + types.keySet());
        }
        return type;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static Map<String, Class<?>> types(List<Class<? extends Fact>> families) {
        return byName(families.stream());
    }

    private static Map<String, Class<?>> byName(Stream<? extends Class<?>> families) {
        Map<String, Class<?>> types = new TreeMap<>();
        families.flatMap(JsonReader::variants).forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }
}
