package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.json.RecordJson;
import io.echeance.query.Page;
import io.echeance.query.access.AuditDesk;
import io.echeance.query.http.ListPages.Wanted;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;
import io.echeance.topology.store.Calendar;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** {@code /audit}: who has done what. {@code /audit/accesses}: who was shown whose names. */
final class AuditPage {

    private static final int MOST_ACCESSES = 200;

    private final ListPages lists;
    private final Holdings holdings;
    private final AuditDesk desk;

    AuditPage(ListPages lists, Holdings holdings, AuditDesk desk) {
        this.lists = lists;
        this.holdings = holdings;
        this.desk = desk;
    }

    /** The latest first. */
    Reply acts(Context request, Asker asker) {
        Asked asked = new Asked(request);
        asked.only("seller", "order", "by", "kind", "from", "until", "after", "limit", ScatterGather.PARTIAL);
        AuditWanted sought = AuditWanted.of(asked);
        Wanted wanted = ListPages.wanted(request);
        if (wanted.after() != null && !AuditedActs.isPlace(wanted.after())) {
            throw ListPages.noPlace();
        }
        boolean first = PeerClient.markOf(request).isEmpty();
        return lists.page(
                request, wanted, shelves -> page(shelves, sought, wanted, asker, first), Part.CUSTOMERS, Part.MONEY);
    }

    /** @param first nobody else was asked before: what stands on topics is read once */
    private Page<ObjectNode> page(
            List<PartitionView> shelves, AuditWanted sought, Wanted wanted, Asker asker, boolean first) {
        AuditedActs acts = new AuditedActs(sought, asker, wanted);
        // Of which seller a payment is, nobody may have decided yet.
        boolean isOfAll = asker.sellers().isEmpty() && sought.seller() == null;
        try {
            for (PartitionView shelf : shelves) {
                acts.ofOrders(shelf, holdings);
                acts.ofCustomers(shelf);
                if (isOfAll) {
                    acts.ofWaiting(shelf);
                }
            }
            if (first) {
                acts.ofMonths(desk.closings());
            }
            if (first && isOfAll) {
                acts.ofPayments(desk.decided());
                acts.ofRefused(desk.refused());
            }
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
        return acts.page();
    }

    /** The last ones, the latest first. It is of no seller: who sees some sellers only does not see it. */
    Reply accesses(Context request, Asker asker) {
        asker.requireAllSellers("who was shown names is noted for all sellers together");
        Asked asked = new Asked(request);
        asked.only("by", "person", "order", "from", "until");
        LocalDate from = asked.date("from");
        LocalDate until = asked.date("until");
        String by = asked.text("by").orElse("");
        String person = asked.text("person").orElse("");
        String order = asked.text("order").orElse("");
        try {
            List<NamesShown> shown = desk.shown(
                    one -> (by.isEmpty() || by.equals(one.by()))
                            && (person.isEmpty() || one.persons().contains(person))
                            && (order.isEmpty() || one.orders().contains(order))
                            && (from == null || !day(one).isBefore(from))
                            && (until == null || !day(one).isAfter(until)),
                    MOST_ACCESSES + 1);
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode rows = answer.putArray("rows");
            shown.stream().limit(MOST_ACCESSES).forEach(one -> rows.add(row(one)));
            answer.put("more", shown.size() > MOST_ACCESSES);
            return Reply.of(answer);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    private static ObjectNode row(NamesShown shown) {
        ObjectNode row = RecordJson.write(shown);
        row.put("at", Instant.ofEpochMilli(shown.at()).toString());
        return row;
    }

    private static LocalDate day(NamesShown shown) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(shown.at()), Calendar.ZONE);
    }
}
