package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.PaymentFact;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts as JSON objects: {@code type} names the fact, the other fields are its components. */
public final class FactJson {

    /** What reaches us from outside, by topic. What the numbering tells the account is not among it. */
    private static final List<Class<? extends Fact>> FAMILIES =
            List.of(OrderFact.class, PaymentFact.class, FundingFact.class, CollectionFact.class);

    private static final Map<String, Class<?>> TYPES = types(FAMILIES);

    /** With what the numbering tells the account: a scenario may play it. */
    private static final Map<String, Class<?>> ALL_TYPES = types(
            List.of(OrderFact.class, PaymentFact.class, FundingFact.class, CollectionFact.class, NumberingFact.class));

    private FactJson() {}

    /** What became of a JSON object. */
    public sealed interface Parsed {

        /** A fact; whether it breaks a rule is not looked at. */
        record Told(Fact fact) implements Parsed {}

        /**
         * A field is missing, or cannot be read.
         *
         * @param sentence which, for a person
         */
        record Malformed(String sentence, @Nullable String orderId, String factId) implements Parsed {}
    }

    /** @param factId the fact's id, if the object has none */
    public static Parsed parse(String text, String factId) {
        try {
            return parse(RecordJson.parse(text), factId);
        } catch (Unreadable e) {
            return new Parsed.Malformed(e.sentence(), null, factId);
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
        try {
            return new Parsed.Told((Fact) JsonReader.read(type(named, types), named, ""));
        } catch (Unreadable e) {
            @Nullable String own = text(named, "factId");
            return new Parsed.Malformed(e.sentence(), text(named, "orderId"), own == null ? factId : own);
        }
    }

    public static ObjectNode write(Fact fact) {
        return RecordJson.write(fact);
    }

    private static Class<?> type(JsonNode node, Map<String, Class<?>> types) throws Unreadable {
        if (!node.isObject()) {
            throw new Unreadable("it is no JSON object");
        }
        if (!node.hasNonNull(JsonReader.TYPE)) {
            throw new Unreadable("type is missing");
        }
        @Nullable Class<?> type = types.get(node.get(JsonReader.TYPE).asText());
        if (type == null || !node.get(JsonReader.TYPE).isTextual()) {
            throw new Unreadable("type: " + node.get(JsonReader.TYPE) + " is none of " + types.keySet());
        }
        return type;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static Map<String, Class<?>> types(List<Class<? extends Fact>> families) {
        Map<String, Class<?>> types = new TreeMap<>();
        families.stream().flatMap(JsonReader::variants).forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }
}
