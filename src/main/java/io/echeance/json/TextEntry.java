package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Document;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.DunningAlert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a scenario's text form: day, order, name, then the fields that it has; {@code 2026-01-20 T-3 payment
 * received, paymentId P1, payerId ACME, amount 810.00}. What has no such form stands as JSON.
 */
final class TextEntry {

    /** Entries of one name: the fields that the name stands for, and the shapes of the others. */
    private record Kind(Map<String, String> named, Map<String, TextShape> fields) {}

    private static final Map<String, Kind> FACTS = facts();
    private static final Map<String, Kind> SAID = said();

    private TextEntry() {}

    static String fact(JsonNode fact) {
        return write(FACTS, fact);
    }

    static String said(JsonNode output) {
        return write(SAID, output);
    }

    static JsonNode readFact(String text) throws Unreadable {
        return read(FACTS, text);
    }

    static JsonNode readSaid(String text) throws Unreadable {
        return read(SAID, text);
    }

    private static String write(Map<String, Kind> kinds, JsonNode node) {
        for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
            @Nullable String text = write(kind.getKey(), kind.getValue(), node);
            if (text != null) {
                return text;
            }
        }
        return node.toString();
    }

    private static @Nullable String write(String name, Kind kind, JsonNode node) {
        for (Map.Entry<String, String> named : kind.named().entrySet()) {
            if (!named.getValue().equals(node.path(named.getKey()).textValue())) {
                return null;
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(word(node, "on") + " " + word(node, "orderId") + " " + name);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (kind.named().containsKey(key) || key.equals("on") || key.equals("orderId")) {
                continue;
            }
            @Nullable TextShape shape = kind.fields().get(key);
            @Nullable String value = shape == null ? null : shape.write(field.getValue());
            if (value == null) {
                return null;
            }
            parts.add(key + " " + value);
        }
        String text = String.join(", ", parts);
        return isReadAs(name, kind, text, node) ? text : null;
    }

    private static boolean isReadAs(String name, Kind kind, String text, JsonNode node) {
        try {
            return read(Map.of(name, kind), text).equals(node);
        } catch (Unreadable e) {
            return false;
        }
    }

    private static String word(JsonNode node, String field) {
        @Nullable String text = node.path(field).textValue();
        return text == null ? TextShape.NOTHING : TextWords.quoted(text);
    }

    private static JsonNode read(Map<String, Kind> kinds, String text) throws Unreadable {
        if (text.startsWith("{")) {
            return RecordJson.parse(text);
        }
        TextWords words = new TextWords(text);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "on", words);
        put(node, "orderId", words);
        String name = name(words);
        @Nullable Kind kind = kinds.get(name);
        if (kind == null) {
            throw new Unreadable("\"" + name + "\" is none of: " + String.join(", ", kinds.keySet())
                    + FieldNames.hint(name, kinds.keySet()));
        }
        kind.named().forEach(node::put);
        while (words.skips(",")) {
            String field = words.next();
            @Nullable TextShape shape = kind.fields().get(field);
            if (shape == null) {
                throw noSuchField(name, field, kind);
            }
            if (node.has(field)) {
                throw new Unreadable(name + ": " + field + " stands there a second time");
            }
            node.set(field, shape.read(words));
        }
        if (!words.isEmpty()) {
            throw new Unreadable(name + ": a comma is missing before " + words.next());
        }
        return node;
    }

    private static Unreadable noSuchField(String name, String field, Kind kind) {
        String sentence = field.chars().allMatch(Character::isDigit)
                ? "a comma parts fields: an amount is written with a point"
                : "there is no field " + field + ", the nearest is "
                        + FieldNames.nearest(field, kind.fields().keySet());
        return new Unreadable(name + ": " + sentence);
    }

    private static void put(ObjectNode node, String field, TextWords words) throws Unreadable {
        if (!words.skips(TextShape.NOTHING)) {
            node.put(field, words.next());
        }
    }

    private static String name(TextWords words) throws Unreadable {
        List<String> name = new ArrayList<>();
        while (!words.atEndOfValue()) {
            name.add(words.next());
        }
        return String.join(" ", name);
    }

    private static Map<String, Kind> facts() {
        Map<String, Kind> facts = new LinkedHashMap<>();
        FactJson.types().forEach((type, record) -> {
            Map<String, TextShape> fields = TextShape.ofFields(Stream.of(record));
            fields.put("knownOn", TextShape.Word.TEXT);
            String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            facts.put(words, new Kind(Map.of(JsonReader.TYPE, type), fields));
        });
        return facts;
    }

    private static Map<String, Kind> said() {
        Map<String, Kind> said = new LinkedHashMap<>();
        add(said, Document.Kind.values(), "invoices", Document.class);
        add(said, AlertKind.values(), "dunning-alerts", DunningAlert.class);
        for (ServiceHold.HeldService hold : ServiceHold.HeldService.values()) {
            for (ServiceHold.HoldState state : ServiceHold.HoldState.values()) {
                said.put(
                        words(hold) + " " + words(state),
                        kind("service-holds", ServiceHold.class, Map.of("hold", hold.name(), "state", state.name())));
            }
        }
        said.put("refund due", kind("refunds", RefundDue.class, Map.of()));
        said.put("payment decided", kind("cash-decisions", PaymentDecided.class, Map.of()));
        said.put("standing", kind(OutputJson.STANDINGS, CustomerStanding.class, Map.of()));
        said.put("month closed", kind(OutputJson.CLOSINGS, MonthClosed.class, Map.of()));
        said.put("rejected", kind("rejected", Rejection.class, Map.of()));
        return said;
    }

    private static void add(Map<String, Kind> said, Enum<?>[] kinds, String topic, Class<?> type) {
        Arrays.stream(kinds).forEach(kind -> said.put(words(kind), kind(topic, type, Map.of("kind", kind.name()))));
    }

    private static Kind kind(String topic, Class<?> type, Map<String, String> named) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("topic", topic));
        all.putAll(named);
        return new Kind(all, TextShape.ofFields(JsonReader.variants(type)));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
