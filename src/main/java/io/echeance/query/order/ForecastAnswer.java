package io.echeance.query.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Idle;
import io.echeance.core.book.Retelling.Forecast;
import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Statement;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What will be said about an order if nothing else reaches us than what is assumed. */
public record ForecastAnswer(AccountView held) {

    /**
     * The lines of {@code simulate} that each day until {@code until} will bring, and the statement on the morning
     * after it.
     *
     * @param assumed what if this reached us too; empty: nothing is paid
     */
    public ObjectNode until(LocalDate until, List<Received> assumed) {
        Forecast forecast = held.retelling().forecast(held.mornings(), assumed, until);
        ObjectNode answer = OrderAnswer.head(held, held.today());
        answer.put("until", until.toString());
        ArrayNode said = answer.putArray("said");
        forecast.outputs().forEach(output -> said.add(OutputJson.write(output)));
        Statement statement = forecast.end().statement();
        if (statement != null) {
            answer.set("statement", RecordJson.write(statement));
        }
        return answer;
    }

    /**
     * The same, and of what is assumed to reach us today why it would do nothing: a command of it would be refused.
     * Each is looked at by itself, as the order stands.
     */
    public ObjectNode until(LocalDate until, List<Received> assumed, Language language) {
        ObjectNode answer = until(until, assumed);
        ArrayNode idle = JsonNodeFactory.instance.arrayNode();
        for (int n = 0; n < assumed.size(); n++) {
            Received one = assumed.get(n);
            Idle why = one.knownOn().equals(held.today())
                    ? Idle.of(one.fact(), held.account(), held.decider(), held.today())
                    : null;
            if (why != null) {
                idle.addObject()
                        .put("fact", n)
                        .put("reason", why.ground().name())
                        .put("detail", language.in(why.said()));
            }
        }
        if (!idle.isEmpty()) {
            answer.set("idle", idle);
        }
        return answer;
    }

    /**
     * The facts of a request: as in a scenario, but for {@code orderId}, which is the order's, and {@code knownOn},
     * which is never before today.
     *
     * @throws Unreadable naming the fact
     */
    public List<Received> assumed(JsonNode facts) throws Unreadable {
        if (!facts.isArray()) {
            throw new Unreadable("facts is not a JSON array");
        }
        List<Received> assumed = new ArrayList<>();
        for (JsonNode fact : facts) {
            assumed.add(received(fact, assumed.size() + 1));
        }
        return assumed;
    }

    private Received received(JsonNode node, int n) throws Unreadable {
        String orderId = held.account().orderId();
        JsonNode own = node;
        if (node instanceof ObjectNode object && !object.hasNonNull("orderId")) {
            own = object.deepCopy().put("orderId", orderId);
        }
        String place = "facts[" + (n - 1) + "]";
        return switch (FactJson.parse(own, "assumed-" + n)) {
            case Parsed.Malformed malformed ->
                throw new Unreadable(malformed.said().within(place + ": "));
            case Parsed.Received received -> {
                if (!orderId.equals(received.fact().orderId())) {
                    throw new Unreadable(place + ": it is about another order");
                }
                yield new Received(knownOn(own, received.fact(), place), received.fact());
            }
        };
    }

    private LocalDate knownOn(JsonNode node, Fact fact, String place) throws Unreadable {
        LocalDate knownOn = fact.on();
        if (node.hasNonNull("knownOn")) {
            try {
                knownOn = LocalDate.parse(node.get("knownOn").asText());
            } catch (DateTimeException e) {
                throw new Unreadable(place + ": knownOn is not a date");
            }
        }
        return knownOn.isBefore(held.today()) ? held.today() : knownOn;
    }
}
