package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Document;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OwnFact;
import io.echeance.json.OutputJson;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.OrderAnswer;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code /customers/{seller}/{customer}/timeline}: what reached us and what we issued about all orders of a customer,
 * the newest first.
 */
final class TimelinePage {

    private static final int MOST_ORDERS = 200;
    private static final int MOST_EVENTS = 200;
    private static final Comparator<JsonNode> NEWEST = Comparator.comparing(
                    (JsonNode event) -> event.path("on").asText())
            .reversed()
            .thenComparing(event -> event.path("orderId").asText())
            .thenComparing(event -> event.path("kind").asText());

    private final ScatterGather gathering;
    private final Holdings holdings;

    TimelinePage(ScatterGather gathering, Holdings holdings) {
        this.gathering = gathering;
        this.holdings = holdings;
    }

    Reply timeline(Context request) {
        Asked asked = new Asked(request);
        asked.only(ScatterGather.PARTIAL);
        String seller = asked.inPath("seller");
        String customer = asked.inPath("customer");
        Parts parts = gathering.parts(request, shelves -> own(shelves, seller, customer));
        List<JsonNode> events = new ArrayList<>();
        boolean more = false;
        for (ObjectNode part : parts.parts()) {
            part.path("events").forEach(events::add);
            more |= part.path("more").asBoolean();
        }
        ObjectNode answer = newest(events, more);
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    private ObjectNode own(List<PartitionView> shelves, String seller, String customer) {
        List<JsonNode> events = new ArrayList<>();
        boolean more = false;
        for (PartitionView shelf : shelves) {
            Page<OrderStanding> orders = shelf.page(new OrderList.OfCustomer(seller, customer), null, MOST_ORDERS);
            more |= orders.next() != null;
            for (OrderStanding order : orders.contents()) {
                try {
                    holdings.active(order.orderId(), shelf.partition()).ifPresent(held -> add(held, events));
                } catch (TemporarilyUnavailable moving) {
                    throw new Problem(Kind.MOVING, moving.sentence());
                }
            }
        }
        return newest(events, more);
    }

    private static void add(AccountView held, List<JsonNode> events) {
        for (KnownFact known : held.account().evidence().facts()) {
            if (!(known.fact() instanceof OwnFact)) {
                events.add(OrderAnswer.withWords(held, known.fact())
                        .put("orderId", held.account().orderId())
                        .put("kind", "FACT")
                        .put("knownOn", known.knownOn().toString()));
            }
        }
        for (Document document : held.account().documents()) {
            ObjectNode whole = OutputJson.write(document);
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            for (String field : List.of("on", "orderId", "id", "payer", "gross")) {
                event.set(field, whole.path(field));
            }
            events.add(
                    event.put("kind", "DOCUMENT").put("type", whole.path("kind").asText()));
        }
    }

    private static ObjectNode newest(List<JsonNode> events, boolean more) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        events.sort(NEWEST);
        ArrayNode shown = json.putArray("events");
        events.stream().limit(MOST_EVENTS).forEach(shown::add);
        return json.put("more", more || events.size() > MOST_EVENTS);
    }
}
