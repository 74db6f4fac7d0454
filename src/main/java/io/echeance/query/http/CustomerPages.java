package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.json.RecordJson;
import io.echeance.query.CustomerShelf.CustomerView;
import io.echeance.query.CustomerShelf.Judged;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.ListPages.Wanted;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /customers}: how customers of a seller stand, and all that is known of one. Sellers are apart: what somebody
 * owes another seller of the installation is not shown. It names nobody: customers are ids.
 */
final class CustomerPages {

    /** Orders of one customer that are shown, the longest placed first. */
    private static final int MOST_ORDERS = 200;

    /** What a person has decided today, the one that will count about each kind. */
    static final String DECIDED_TODAY = "decidedToday";

    static final List<String> LISTS = List.of("decisions", "shown", "orders");
    private static final List<String> SUMS = List.of("outstanding", "late", "ofFunders");

    private final ScatterGather gathering;
    private final ListPages lists;

    CustomerPages(ScatterGather gathering, ListPages lists) {
        this.gathering = gathering;
        this.lists = lists;
    }

    /** A page of those of whom anything holds, or this. */
    Reply list(Context request) {
        Asked asked = new Asked(request);
        asked.only("seller", "standing", "after", "limit", ScatterGather.PARTIAL);
        String seller = text(asked, "seller");
        StandingKind kind = kind(asked);
        Wanted wanted = ListPages.wanted(request);
        return lists.page(
                request,
                wanted,
                shelves -> Page.merged(
                        shelves.stream()
                                .flatMap(shelf -> Stream.ofNullable(shelf.customers())
                                        .map(of -> lines(
                                                of.page(seller, kind, wanted.after(), wanted.limit(), shelf.today()))))
                                .toList(),
                        wanted.limit()),
                Part.CUSTOMERS);
    }

    private static Page<ObjectNode> lines(Page<Judged> page) {
        List<Page.Row<ObjectNode>> rows = new ArrayList<>();
        for (Page.Row<Judged> row : page.rows()) {
            ObjectNode line = RecordJson.write(row.content().standing());
            decidedToday(row.content().decided(), line);
            rows.add(new Page.Row<>(row.at(), line));
        }
        return new Page<>(rows, page.next());
    }

    private static void decidedToday(Map<StandingKind, StandingDecided> decided, ObjectNode line) {
        if (!decided.isEmpty()) {
            ArrayNode list = line.putArray(DECIDED_TODAY);
            decided.forEach((kind, one) -> list.addObject()
                    .put("kind", kind.name())
                    .put("outcome", one.outcome().name())
                    .put("by", one.by())
                    .put("factId", one.factId()));
        }
    }

    private static @Nullable StandingKind kind(Asked asked) {
        String named = text(asked, "standing");
        if (named == null) {
            return null;
        }
        return Arrays.stream(StandingKind.values())
                .filter(kind -> kind.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("standing is one of " + Arrays.toString(StandingKind.values())));
    }

    @SuppressWarnings("NullAway") // Null means any.
    private static @Nullable String text(Asked asked, String name) {
        return asked.text(name).orElse(null);
    }

    /** All that is known of one, over all its orders at the seller. */
    Reply customer(Context request) {
        new Asked(request).only(ScatterGather.PARTIAL);
        CustomerKey customer = new CustomerKey(request.pathParam("seller"), request.pathParam("id"));
        Parts parts = gathering.parts(request, shelves -> part(shelves, customer), Part.CUSTOMERS);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        earliest(parts).ifPresent(day -> answer.put("today", day));
        answer.put("seller", customer.seller()).put("customer", customer.customer());
        parts.parts().stream()
                .filter(part -> part.hasNonNull("standing"))
                .findFirst()
                .ifPresent(part -> answer.set("standing", part.get("standing")));
        parts.parts().stream()
                .filter(part -> part.hasNonNull(DECIDED_TODAY))
                .findFirst()
                .ifPresent(part -> answer.set(DECIDED_TODAY, part.get(DECIDED_TODAY)));
        for (String list : LISTS) {
            ArrayNode all = answer.putArray(list);
            parts.parts().stream()
                    .flatMap(part -> part.path(list).valueStream())
                    .sorted(Comparator.comparing(one -> one.path("orderId").asText()))
                    .forEach(all::add);
        }
        for (String name : SUMS) {
            Money sum = parts.parts().stream()
                    .map(part -> Money.of(part.path(name).asText("0.00")))
                    .reduce(Money.ZERO, Money::plus);
            answer.put(name, sum.toString());
        }
        boolean isKnown = answer.hasNonNull("standing")
                || LISTS.stream().anyMatch(list -> !answer.path(list).isEmpty());
        if (!isKnown && PeerClient.markOf(request).isEmpty()) {
            throw new Problem(Kind.UNKNOWN_CUSTOMER, "the seller has no customer with this id");
        }
        answer.set("timeline", Timeline.of(answer));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** A customer of whom the request decides, whichever instance keeps it. */
    KnownCustomer known(Context request, CustomerKey customer) {
        String path = request.req().getRequestURI().replaceFirst("/commands/decide$", "");
        return KnownCustomer.of(gathering
                .parts(request, Question.before(request, path), shelves -> part(shelves, customer), Part.CUSTOMERS)
                .parts());
    }

    private static Optional<String> earliest(Parts parts) {
        return parts.parts().stream()
                .map(part -> part.path("today").asText())
                .filter(day -> !day.isEmpty())
                .min(String::compareTo);
    }

    /** What the partitions of this instance know. */
    private static ObjectNode part(List<PartitionView> shelves, CustomerKey customer) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        shelves.stream()
                .map(PartitionView::today)
                .min(LocalDate::compareTo)
                .ifPresent(day -> part.put("today", day.toString()));
        shelves.stream()
                .flatMap(shelf -> Stream.ofNullable(shelf.customers())
                        .flatMap(of -> Stream.ofNullable(of.customer(customer, shelf.today()))))
                .findFirst()
                .ifPresent(view -> view(view, part));
        ArrayNode orders = part.putArray("orders");
        Money outstanding = Money.ZERO;
        Money late = Money.ZERO;
        Money ofFunders = Money.ZERO;
        for (PartitionView shelf : shelves) {
            OrderList list = new OrderList.OfCustomer(customer.seller(), customer.customer());
            for (OrderStanding order : shelf.page(list, null, MOST_ORDERS).contents()) {
                orders.add(RecordJson.write(order));
                outstanding = outstanding.plus(sum(order, debt -> isOwn(debt, customer)));
                late = late.plus(sum(order, debt -> isOwn(debt, customer) && debt.isLate(shelf.today())));
                ofFunders = ofFunders.plus(sum(order, debt -> !isOwn(debt, customer)));
            }
        }
        part.put("outstanding", outstanding.toString());
        part.put("late", late.toString());
        part.put("ofFunders", ofFunders.toString());
        return part;
    }

    private static boolean isOwn(OrderStanding.Debt debt, CustomerKey customer) {
        return debt.payer().equals(customer.customer());
    }

    private static Money sum(OrderStanding order, Predicate<OrderStanding.Debt> counts) {
        return order.debts().stream()
                .filter(counts)
                .map(OrderStanding.Debt::outstanding)
                .reduce(Money.ZERO, Money::plus);
    }

    private static void view(CustomerView view, ObjectNode part) {
        CustomerStanding standing = view.standing();
        if (standing != null) {
            part.set("standing", RecordJson.write(standing));
        }
        decidedToday(view.decidedToday(), part);
        ArrayNode decisions = part.putArray("decisions");
        view.decisions().forEach(decision -> decisions.add(RecordJson.write(decision)));
        ArrayNode shown = part.putArray("shown");
        view.shown().forEach(order -> shown.add(RecordJson.write(order)));
    }
}
