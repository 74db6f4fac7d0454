package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to a customer, over all its orders, as one story: made of what {@link CustomerPages} gathers. */
final class Timeline {

    private final List<ObjectNode> events = new ArrayList<>();

    private Timeline() {}

    static ArrayNode of(JsonNode customer) {
        Timeline timeline = new Timeline();
        customer.path("orders")
                .forEach(order -> timeline.add(order.path("orderedOn"), "ORDER_PLACED", order.path("orderId")));
        for (JsonNode order : customer.path("shown")) {
            JsonNode orderId = order.path("orderId");
            JsonNode shown = order.path("shown");
            for (JsonNode incident : shown.path("incidents")) {
                JsonNode debt = incident.path("receivable");
                timeline.add(incident.path("on"), "BECAME_LATE", orderId).set("receivable", debt);
                timeline.add(incident.path("settledOn"), "SETTLED", orderId).set("receivable", debt);
            }
            shown.path("paid")
                    .forEach(paid ->
                            timeline.add(paid.path("on"), "PAID", orderId).set("amount", paid.path("amount")));
            for (JsonNode dispute : shown.path("disputes")) {
                timeline.add(dispute.path("from"), "DISPUTED", orderId);
                timeline.add(dispute.path("lastDay"), "LAST_DAY_OF_DISPUTE", orderId);
            }
        }
        for (JsonNode decision : customer.path("decisions")) {
            ObjectNode event = timeline.add(decision.path("on"), "DECIDED", decision.path("none"));
            for (String field : List.of("kind", "outcome", "by", "reason", "until")) {
                if (decision.hasNonNull(field)) {
                    event.set(field, decision.get(field));
                }
            }
        }
        return timeline.inOrder();
    }

    /** What has no day is not in it. */
    private ObjectNode add(JsonNode on, String what, JsonNode orderId) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        if (on.isTextual()) {
            event.set("on", on);
            event.put("what", what);
            if (orderId.isTextual()) {
                event.set("orderId", orderId);
            }
            events.add(event);
        }
        return event;
    }

    private ArrayNode inOrder() {
        events.sort(Comparator.comparing((ObjectNode event) -> event.path("on").asText())
                .thenComparing(event -> event.path("orderId").asText())
                .thenComparing(event -> event.path("what").asText()));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        events.forEach(all::add);
        return all;
    }
}
