package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** {@code /console/orders/{id}}: who owes what of an order, what comes next, and why. */
final class OrderScreen {

    private OrderScreen() {}

    static Screen page(Visit visit) {
        String address = Desk.order(visit.id("id"));
        JsonNode order = visit.desk().get(address + visit.dates().query("explain=true"));
        JsonNode facts = visit.desk().get(address + "/facts" + visit.dates().query());
        String title = visit.words().say("order.title", visit.id("id"));
        if (!order.path("placed").asBoolean()) {
            return Screen.of("unplaced", title, "", Map.of("facts", FactLine.all(facts)))
                    .forAnyDay();
        }
        OrderView view = OrderView.of(order, facts);
        return Screen.of("order", title, "", Map.of("order", view, "chart", Lifeline.of(view)))
                .forAnyDay();
    }
}
