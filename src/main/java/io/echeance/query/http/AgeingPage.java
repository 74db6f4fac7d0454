package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.PartitionView;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /ageing}: what is unpaid by how late it is, of all orders or of one customer's. */
final class AgeingPage {

    private static final int PAGE = 200;

    private final ScatterGather gathering;

    AgeingPage(ScatterGather gathering) {
        this.gathering = gathering;
    }

    Reply ageing(Context request) {
        Asked asked = new Asked(request);
        asked.only("on", "seller", "customer", ScatterGather.PARTIAL);
        LocalDate on = asked.date("on");
        String seller = asked.text("seller").orElse("");
        String customer = asked.text("customer").orElse("");
        if (on != null && !customer.isEmpty()) {
            throw Problem.malformed("the ageing of one customer is available as of today only: leave out on");
        }
        Parts parts = gathering.parts(request, shelves -> own(shelves, on, seller, customer));
        List<Ageing> ageings = new ArrayList<>();
        for (ObjectNode part : parts.parts()) {
            part.remove("partitions");
            part.remove("total");
            if (part.hasNonNull("on")) {
                ageings.add(ScatterGather.read(Ageing.class, part));
            }
        }
        LocalDate day =
                ageings.stream().map(Ageing::on).min(LocalDate::compareTo).orElse(on);
        if (day == null) {
            throw new Problem(Kind.MOVING, "no partition answers");
        }
        ObjectNode answer = json(Ageing.merged(ageings, day));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** Nothing but an empty object where this instance has no shelf. */
    private static ObjectNode own(List<PartitionView> shelves, @Nullable LocalDate on, String seller, String customer) {
        List<Ageing> ageings = new ArrayList<>();
        for (PartitionView shelf : shelves) {
            LocalDate complete = shelf.lastComplete();
            if (on != null && (complete == null || on.isAfter(complete))) {
                throw Problem.notYet(new Sentence("ce jour n’est pas encore clos", "that day is not closed yet"));
            }
            String only = seller.isEmpty() ? null : seller;
            ageings.add(
                    customer.isEmpty()
                            ? shelf.ageing(on, only)
                            : Ageing.of(ordersOf(customer, only, shelf), shelf.today()));
        }
        return ageings.stream()
                .map(Ageing::on)
                .min(LocalDate::compareTo)
                .map(day -> json(Ageing.merged(ageings, day)))
                .orElseGet(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance::objectNode);
    }

    private static List<OrderStanding> ordersOf(String customer, @Nullable String seller, PartitionView shelf) {
        List<OrderStanding> orders = new ArrayList<>();
        Cursor after = null;
        do {
            Page<OrderStanding> page = shelf.page(new OrderList.OfCustomer(seller, customer), after, PAGE);
            orders.addAll(page.contents());
            after = page.next();
        } while (after != null);
        return orders;
    }

    private static ObjectNode json(Ageing ageing) {
        ObjectNode json = RecordJson.write(ageing);
        json.withArray("lines");
        json.set("total", RecordJson.write(ageing.total()));
        return json;
    }
}
