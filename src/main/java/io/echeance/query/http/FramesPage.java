package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Totals;
import io.echeance.core.order.OrderStanding;
import io.echeance.json.RecordJson;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.FramesAnswer;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The story of a customer's orders, each with its frames, and that of a seller: what its orders came to on each Monday,
 * and on the last morning.
 */
final class FramesPage {

    private static final int MOST_OF_A_CUSTOMER = 50;
    private static final int MOST_OF_A_SELLER = 500;
    private static final int USUAL_MONTHS = 18;
    private static final int MOST_YEARS = 5;

    private final ScatterGather gathering;
    private final Holdings holdings;

    FramesPage(ScatterGather gathering, Holdings holdings) {
        this.gathering = gathering;
        this.holdings = holdings;
    }

    Reply customer(Context request) {
        Asked asked = new Asked(request);
        asked.only("from", "until", "knownOn", ScatterGather.PARTIAL);
        OrderList list = new OrderList.OfCustomer(asked.inPath("seller"), asked.inPath("customer"));
        LocalDate from = asked.date("from");
        LocalDate until = asked.date("until");
        LocalDate knownOn = asked.date("knownOn");
        Parts parts = gathering.parts(request, shelves -> {
            ObjectNode own = begin(shelves);
            ArrayNode orders = own.putArray("orders");
            boolean more = false;
            for (PartitionView shelf : shelves) {
                Page<OrderStanding> page = shelf.page(list, null, MOST_OF_A_CUSTOMER);
                more |= page.next() != null;
                for (OrderStanding order : page.contents()) {
                    AccountView held = held(order, shelf);
                    if (held != null) {
                        orders.add(new FramesAnswer(held).frames(from, within(held.today(), until), knownOn));
                    }
                }
            }
            return own.put("more", more);
        });
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("seller", asked.inPath("seller")).put("customer", asked.inPath("customer"));
        earliest(parts, answer);
        ArrayNode orders = answer.putArray("orders");
        parts.parts().forEach(part -> part.path("orders").forEach(orders::add));
        answer.put(
                "more",
                parts.parts().stream().anyMatch(part -> part.path("more").asBoolean()));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    Reply seller(Context request) {
        Asked asked = new Asked(request);
        asked.only("from", "until", "knownOn", ScatterGather.PARTIAL);
        String seller = asked.inPath("seller");
        Asker.of(request).requireSeller(seller, holdings.sellers());
        LocalDate from = asked.date("from");
        LocalDate until = asked.date("until");
        LocalDate knownOn = asked.date("knownOn");
        Parts parts = gathering.parts(request, shelves -> ofSeller(shelves, seller, from, until, knownOn));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("seller", seller);
        earliest(parts, answer);
        answer.put(
                "orders",
                parts.parts().stream()
                        .mapToInt(part -> part.path("orders").asInt())
                        .sum());
        answer.put(
                "more",
                parts.parts().stream().anyMatch(part -> part.path("more").asBoolean()));
        ArrayNode frames = answer.putArray("frames");
        merged(parts).forEach(totals -> frames.add(RecordJson.write(totals)));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** What the orders of this instance came to, those placed longest ago. */
    private ObjectNode ofSeller(
            List<PartitionView> shelves,
            String seller,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate knownOn) {
        ObjectNode own = begin(shelves);
        ArrayNode frames = own.putArray("frames");
        if (shelves.isEmpty()) {
            return own.put("orders", 0).put("more", false);
        }
        LocalDate today = LocalDate.parse(own.path("today").asText());
        List<LocalDate> mornings = mornings(today, from, until);
        NavigableMap<LocalDate, Totals> sums = new TreeMap<>();
        int orders = 0;
        boolean more = false;
        for (PartitionView shelf : shelves) {
            Page<OrderStanding> page =
                    shelf.page(new OrderList.Orders(seller, null), null, Math.max(1, MOST_OF_A_SELLER - orders));
            more |= page.next() != null;
            for (OrderStanding order : page.contents()) {
                AccountView held = held(order, shelf);
                if (held != null) {
                    held.retelling().totals(mornings, knownOn).forEach(one -> sums.merge(one.day(), one, Totals::plus));
                    orders++;
                }
            }
        }
        sums.values().forEach(totals -> frames.add(RecordJson.write(totals)));
        return own.put("orders", orders).put("more", more);
    }

    private static List<LocalDate> mornings(LocalDate today, @Nullable LocalDate from, @Nullable LocalDate until) {
        LocalDate last = until == null ? today : until;
        LocalDate first = from == null ? last.minusMonths(USUAL_MONTHS) : from;
        if (last.isAfter(today) || first.isAfter(last) || first.isBefore(last.minusYears(MOST_YEARS))) {
            throw Problem.malformed("from and until lie in this order, not after today, " + today + ", and "
                    + MOST_YEARS + " years apart at most");
        }
        List<LocalDate> mornings = new ArrayList<>();
        LocalDate monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; monday.isBefore(last); monday = monday.plusWeeks(1)) {
            mornings.add(monday);
        }
        mornings.add(last);
        return mornings;
    }

    /** On the mornings that all have: where one is a day ahead, its last one is left out. */
    private static List<Totals> merged(Parts parts) {
        NavigableMap<LocalDate, Totals> sums = new TreeMap<>();
        Map<Integer, Set<LocalDate>> days = new TreeMap<>();
        for (ObjectNode part : parts.parts()) {
            Set<LocalDate> own = new HashSet<>();
            for (JsonNode frame : part.path("frames")) {
                Totals totals = ScatterGather.read(Totals.class, frame);
                own.add(totals.day());
                sums.merge(totals.day(), totals, Totals::plus);
            }
            if (!own.isEmpty()) {
                days.put(days.size(), own);
            }
        }
        sums.keySet().removeIf(day -> days.values().stream().anyMatch(own -> !own.contains(day)));
        return List.copyOf(sums.values());
    }

    private @Nullable AccountView held(OrderStanding order, PartitionView shelf) {
        try {
            return holdings.active(order.orderId(), shelf.partition()).orElse(null);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    private static ObjectNode begin(List<PartitionView> shelves) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        shelves.stream()
                .map(PartitionView::today)
                .min(LocalDate::compareTo)
                .ifPresent(day -> own.put("today", day.toString()));
        return own;
    }

    private static void earliest(Parts parts, ObjectNode answer) {
        parts.parts().stream()
                .map(part -> part.path("today").asText())
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .ifPresent(day -> answer.put("today", day));
    }

    /** @return {@code until}, which may lie in what comes, but not far */
    static @Nullable LocalDate within(LocalDate today, @Nullable LocalDate until) {
        if (until != null && until.isAfter(today.plusYears(MOST_YEARS))) {
            throw Problem.malformed("until lies within " + MOST_YEARS + " years from today, " + today);
        }
        return until;
    }
}
