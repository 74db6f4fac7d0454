package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** {@code /console/orders/{id}/explain}: how one amount comes about, and which facts moved it. */
final class ExplainScreen {

    private static final List<String> AMOUNTS = List.of("outstanding", "late", "paid", "interestToDate");

    private ExplainScreen() {}

    static Screen page(Visit visit) {
        String what = visit.asked("amount");
        if (!AMOUNTS.contains(what)) {
            throw new Trouble(404, "");
        }
        String address = Desk.order(visit.id("id"));
        JsonNode order = visit.desk().get(address + visit.dates().query("explain=true"));
        JsonNode influences =
                visit.desk().get(address + "/influences" + visit.dates().query());
        if (!order.path("placed").asBoolean()) {
            throw new Trouble(404, "");
        }
        OrderView view = OrderView.of(order, influences);
        ExplainView explained =
                ExplainView.of(visit.id("id"), view, order, influences, what, visit.asked("payer"), visit.asked("of"));
        String title = visit.words().say("explain.title." + what);
        return Screen.of("explain", title, "", Map.of("explained", explained)).forAnyDay();
    }
}
