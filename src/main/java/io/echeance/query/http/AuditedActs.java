package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.terms.Terms;
import io.echeance.json.RecordJson;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.MonthShelf;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.OrderAnswer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people have done, as their facts say it, each that says by whom; gathered by one instance, the latest first. */
final class AuditedActs {

    private static final int PAGE = 200;

    /** Orders of an instance that are looked through for one question. */
    private static final int MOST_ORDERS = 20_000;

    private static final long FAR = 999_999_999;

    /** How far the day is from then, the key, the kind. */
    private static final Pattern PLACE = Pattern.compile("\\d{9} .+ [A-Z][A-Za-z]+", Pattern.DOTALL);

    private final AuditWanted wanted;
    private final Asker asker;
    private final SortedMap<Cursor, ObjectNode> acts = new TreeMap<>();

    AuditedActs(AuditWanted wanted, Asker asker) {
        this.wanted = wanted;
        this.asker = asker;
    }

    /** @throws Problem if there are more than are looked through, and none is named */
    void ofOrders(PartitionView shelf, Holdings holdings) throws TemporarilyUnavailable {
        if (wanted.order() != null) {
            if (holdings.keepersOf(wanted.order()).partition() == shelf.partition()) {
                add(holdings.active(wanted.order(), shelf.partition()));
            }
            return;
        }
        Cursor after = null;
        int looked = 0;
        do {
            Page<OrderStanding> page = shelf.page(new OrderList.Orders(wanted.seller(), null), after, PAGE);
            for (OrderStanding order : page.contents()) {
                add(holdings.active(order.orderId(), shelf.partition()));
            }
            looked += PAGE;
            after = page.next();
        } while (after != null && looked < MOST_ORDERS);
        if (after != null) {
            throw Problem.malformed(
                    "there are more than " + MOST_ORDERS + " orders in a partition: name one, by order");
        }
    }

    private void add(Optional<AccountView> held) {
        held.ifPresent(account -> {
            Terms terms = account.account().terms();
            String seller = terms == null ? null : terms.seller();
            if (seller == null || !asker.sees(seller) || !wanted.isOf(seller)) {
                return;
            }
            for (KnownFact known : account.account().evidence().facts()) {
                if (known.fact() instanceof OrderFact) {
                    continue; // It says which party of the contract did it, not who.
                }
                ObjectNode fact = OrderAnswer.withWords(account, known.fact());
                if (fact.path("by").isTextual()) { // Of what nobody has signed, nothing is kept.
                    add(known.fact().factId(), known.knownOn(), seller, fact)
                            .put("orderId", account.account().orderId());
                }
            }
        });
    }

    /** Mailings say what sent them; that is nobody's act. */
    void ofCustomers(PartitionView shelf) {
        CustomerShelf customers = shelf.customers();
        if (customers == null || wanted.order() != null) {
            return;
        }
        for (CustomerFact fact : customers.decisions()) {
            boolean isMailing = fact instanceof CustomerFact.MailingSent || fact instanceof CustomerFact.MailingFailed;
            if (!isMailing && asker.sees(fact.seller()) && wanted.isOf(fact.seller())) {
                add(fact.factId(), fact.on(), fact.seller(), RecordJson.write(fact))
                        .put("customer", fact.customer());
            }
        }
    }

    void ofMonths(List<MonthShelf> shelves) {
        for (MonthShelf shelf : shelves) {
            for (MonthClosed closed : wanted.order() == null ? shelf.all().get() : List.<MonthClosed>of()) {
                if (asker.sees(closed.seller()) && wanted.isOf(closed.seller())) {
                    ObjectNode fact = RecordJson.write(closed);
                    fact.put("type", MonthClosed.class.getSimpleName()).remove("totals");
                    add(closed.factId(), closed.on(), closed.seller(), fact)
                            .put("month", closed.month().toString());
                }
            }
        }
    }

    /** Of which seller a payment is, nobody may have decided yet. Who decided may be lost: that it was, stays. */
    void ofPayments(List<PaymentDecided> decided) {
        for (PaymentDecided one : decided) {
            boolean isOfOrder = wanted.order() == null
                    || one.parts().stream().anyMatch(part -> part.orderId().equals(wanted.order()));
            if (isOfOrder) {
                ObjectNode fact = RecordJson.write(one);
                fact.put("type", PaymentDecided.class.getSimpleName());
                add(one.decisionId(), one.on(), null, fact).put("paymentId", one.paymentId());
            }
        }
    }

    private ObjectNode add(String factId, LocalDate knownOn, @Nullable String seller, ObjectNode fact) {
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        JsonNode by = fact.path("by");
        String what = fact.path("type").asText();
        act.put("what", what).put("knownOn", knownOn.toString()).put("factId", factId);
        if (seller != null) {
            act.put("seller", seller);
        }
        act.set("fact", fact);
        if (wanted.isWanted(what, by.textValue(), knownOn)) {
            if (by.isTextual()) {
                act.set("by", by);
            }
            String place = "%09d %s %s".formatted(FAR - knownOn.toEpochDay(), factId, what);
            acts.put(Cursor.at(place.getBytes(StandardCharsets.UTF_8)), act);
        }
        return act;
    }

    /** Whether a page can go on behind it: no other list has such places. */
    static boolean isPlace(Cursor cursor) {
        return PLACE.matcher(new String(cursor.position().get(), StandardCharsets.UTF_8))
                .matches();
    }

    Page<ObjectNode> page(@Nullable Cursor after, int limit) {
        List<Page.Row<ObjectNode>> rows = acts.entrySet().stream()
                .filter(act -> after == null || act.getKey().compareTo(after) > 0)
                .limit(limit)
                .map(act -> new Page.Row<>(act.getKey(), act.getValue()))
                .toList();
        boolean more = !rows.isEmpty() && !rows.getLast().at().equals(acts.lastKey());
        return new Page<>(rows, more ? rows.getLast().at() : null);
    }
}
