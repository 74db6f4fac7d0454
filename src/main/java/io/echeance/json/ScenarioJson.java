package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.json.FactJson.Parsed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios: {@code {"title": …, "until": …, "facts": […]}}, or the same {@linkplain ScenarioText as a table}. */
public final class ScenarioJson {

    private static final List<String> FIELDS = List.of("title", "until", "worked", "facts");

    private ScenarioJson() {}

    /** @param title what it shows */
    public record Scenario(String title, Simulation simulation) {}

    public static Scenario parse(String text) throws Unreadable {
        return parse(text, "f");
    }

    /**
     * The scenario that a text tells. A fact without an id is {@code f1}, {@code f2}… by its place (what
     * {@code ids} names these by); one that does not
     * say when it reaches us does so on its own date. A fact that cannot be read reaches us all the same, and is
     * rejected.
     *
     * @throws Unreadable if it is none: neither JSON nor a table, no day until which to play, no list of facts, or
     *     something beside these that no scenario has
     */
    public static Scenario parse(String text, String ids) throws Unreadable {
        return parse(ScenarioText.of(text).scenario(), ids);
    }

    private static Scenario parse(JsonNode node, String ids) throws Unreadable {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new Unreadable("%s: there is no such field in a scenario, the nearest is %s"
                        .formatted(field.getKey(), FieldNames.nearest(field.getKey(), FIELDS)));
            }
        }
        if (!node.path("facts").isArray()) {
            throw new Unreadable("facts is not a JSON array");
        }
        if (!node.hasNonNull("until")) {
            throw new Unreadable("until is missing: the last day to play");
        }
        LocalDate until = (LocalDate) JsonLeaf.read(LocalDate.class, node.path("until"), "until");
        return new Scenario(
                node.path("title").asText(""), new Simulation(arrivals(node.path("facts"), ids, until), until));
    }

    private static List<Arrival> arrivals(JsonNode facts, String ids, LocalDate until) {
        List<Arrival> arrivals = new ArrayList<>();
        for (JsonNode fact : facts) {
            // One that says no day at all comes with the one before it.
            LocalDate before = arrivals.isEmpty()
                    ? earliest(facts, until)
                    : arrivals.getLast().knownOn();
            String id = ids + (arrivals.size() + 1);
            LocalDate knownOn = knownOn(fact, before);
            arrivals.add(
                    FactJson.isOfNoOrder(fact)
                            ? ofNoOrder(fact, id, knownOn)
                            : arrival(FactJson.parseOfScenario(fact, id), fact, knownOn));
        }
        return arrivals;
    }

    private static Arrival ofNoOrder(JsonNode fact, String id, LocalDate knownOn) {
        ObjectNode named = fact.deepCopy();
        named.remove("knownOn");
        if (!named.hasNonNull("factId")) {
            named.put("factId", id);
        }
        try {
            return named.path(JsonReader.TYPE).asText().equals(MonthClosed.class.getSimpleName())
                    ? new Arrival.OfBooks(
                            knownOn, RecordJson.readWhole(MonthClosed.class, named.without(JsonReader.TYPE)))
                    : new Arrival.OfCustomer(knownOn, RecordJson.readWhole(CustomerFact.class, named));
        } catch (Unreadable e) {
            return unreadable(
                    knownOn,
                    Reason.MALFORMED,
                    e.sentence(),
                    null,
                    named.path("factId").asText());
        }
    }

    private static Arrival arrival(Parsed parsed, JsonNode fact, LocalDate knownOn) {
        return switch (parsed) {
            case Parsed.Received received
            when day(fact, "knownOn") != null || !fact.has("knownOn") -> new Arrival.Received(knownOn, received.fact());
            case Parsed.Received received ->
                unreadable(
                        knownOn,
                        Reason.MALFORMED,
                        "knownOn: " + fact.get("knownOn") + " is not a date",
                        received.fact().orderId(),
                        received.fact().factId());
            case Parsed.Malformed malformed ->
                unreadable(knownOn, malformed.reason(), malformed.sentence(), malformed.orderId(), malformed.factId());
        };
    }

    private static Arrival unreadable(
            LocalDate knownOn, Reason reason, String sentence, @Nullable String orderId, String factId) {
        return new Arrival.Unreadable(knownOn, new Rejection(knownOn, orderId, factId, reason, sentence));
    }

    private static LocalDate knownOn(JsonNode fact, LocalDate otherwise) {
        @Nullable LocalDate knownOn = day(fact, "knownOn");
        @Nullable LocalDate on = day(fact, "on");
        return knownOn != null ? knownOn : (on != null ? on : otherwise);
    }

    private static LocalDate earliest(JsonNode facts, LocalDate until) {
        LocalDate earliest = until;
        for (JsonNode fact : facts) {
            LocalDate day = knownOn(fact, until);
            earliest = day.isBefore(earliest) ? day : earliest;
        }
        return earliest;
    }

    private static @Nullable LocalDate day(JsonNode fact, String field) {
        try {
            return (LocalDate) JsonLeaf.read(LocalDate.class, fact.path(field), field);
        } catch (Unreadable e) {
            return null;
        }
    }
}
