package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** {@code /console/customers/{seller}/{id}}: what a customer owes in all, and one timeline of all his orders. */
final class CustomerScreen {

    private CustomerScreen() {}

    static Screen page(Visit visit) {
        String seller = visit.id("seller");
        String id = visit.id("id");
        String kind = visit.asked("kind");
        JsonNode list = visit.desk()
                .get("/lists/of-customer?" + Pager.asked(visit, "after") + "&seller=" + Desk.part(seller) + "&customer="
                        + Desk.part(id));
        if (list.path("rows").isEmpty()) {
            throw new Trouble(404, "");
        }
        JsonNode timeline = visit.desk().get("/customers/" + Desk.part(seller) + "/" + Desk.part(id) + "/timeline");
        StandingView standing =
                StandingView.of(visit.desk().get("/customers/" + Desk.part(seller) + "/" + Desk.part(id)));
        CustomerView view = CustomerView.of(seller, id, list, timeline, CustomerView.KINDS.contains(kind) ? kind : "");
        return Screen.of(
                "customer",
                visit.words().say("customer.title", id),
                "",
                Map.of("customer", view, "standing", standing, "further", Pager.of(visit, "after", list)));
    }
}
