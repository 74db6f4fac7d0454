package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.json.RecordJson;
import io.echeance.query.Cursor;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.worklist.Candidate;
import io.echeance.query.worklist.KnownCandidates;
import io.echeance.query.worklist.Points;
import io.echeance.query.worklist.Reason;
import io.echeance.query.worklist.Worklist;
import io.echeance.query.worklist.Worklist.Row;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /worklist}: the customers to care for, first things first. Of each instance the orders that have been late
 * longest are looked at, {@value #MOST} of them, those with a deadline that is near, and what waits in suspense first.
 */
final class WorklistPage {

    private static final int MOST = 2_000;
    private static final int USUAL_LIMIT = 50;
    private static final int LONGEST = 200;
    private static final int NEAR = 200;
    private static final int SUSPENSE = 200;

    private final ScatterGather gathering;
    private final Points points;
    private final KnownCandidates known = new KnownCandidates();

    WorklistPage(ScatterGather gathering, Points points) {
        this.gathering = gathering;
        this.points = points;
    }

    Reply worklist(Context request) {
        Asked asked = new Asked(request);
        asked.only("seller", "owner", "reason", "all", "after", "limit", ScatterGather.PARTIAL);
        Asker asker = Asker.of(request);
        if (asked.text("owner").isPresent()) {
            asker.require(Right.NAMES);
        }
        Optional<Reason> reason = asked.text("reason").map(WorklistPage::reason);
        Predicate<Row> wanted = wanted(asked.text("owner"), reason);
        boolean all = asked.isTrue("all");
        int limit = limit(asked);
        int after = after(asked);
        String seller = asked.text("seller").orElse("");
        List<Candidate> candidates = new ArrayList<>();
        boolean byPeer = PeerClient.markOf(request).isPresent();
        Parts parts = gathering.parts(request, shelves -> own(shelves, seller, asker, candidates, byPeer), Part.MONEY);
        if (byPeer) {
            return Reply.of(parts.parts().getFirst());
        }
        Map<String, LocalDate> waiting = new HashMap<>();
        LocalDate today = null;
        boolean more = false;
        for (ObjectNode part : parts.parts()) {
            part.path("candidates").forEach(one -> candidates.add(ScatterGather.read(Candidate.class, one)));
            part.path("waiting")
                    .properties()
                    .forEach(one -> waiting.put(
                            one.getKey(), LocalDate.parse(one.getValue().asText())));
            more |= part.path("more").asBoolean();
            if (part.hasNonNull("today")) {
                LocalDate day = LocalDate.parse(part.path("today").asText());
                today = today == null || day.isBefore(today) ? day : today;
            }
        }
        if (today == null) {
            throw new Problem(Kind.MOVING, "no partition answers");
        }
        List<Candidate> found =
                reason.map(one -> Candidate.whereMayBe(one, candidates)).orElse(candidates);
        ObjectNode answer = json(Worklist.of(found, waiting, points, today, wanted, all), after, limit);
        answer.put("today", today.toString())
                .put("considered", candidates.size())
                .put("more", more);
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    private static Predicate<Row> wanted(Optional<String> owner, Optional<Reason> reason) {
        return row -> (owner.isEmpty() || owner.get().equals(row.assignedTo()))
                && (reason.isEmpty() || row.reasons().stream().anyMatch(why -> why.reason() == reason.get()));
    }

    private static Reason reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("reason is one of " + Arrays.toString(Reason.values())));
    }

    private static int limit(Asked asked) {
        int limit = asked.text("limit")
                .map(value -> value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0)
                .orElse(USUAL_LIMIT);
        if (limit < 1 || limit > LONGEST) {
            throw Problem.malformed("limit is a number from 1 to " + LONGEST);
        }
        return limit;
    }

    /**
     * What one instance knows: its orders with something late, and what waits in its suspense. Who is there for some
     * sellers learns of no other order that something waits for it.
     *
     * @param candidates where its orders go, unless they are written for another instance
     */
    private ObjectNode own(
            List<PartitionView> shelves, String seller, Asker asker, List<Candidate> candidates, boolean byPeer) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ArrayNode written = own.putArray("candidates");
        ObjectNode waiting = own.putObject("waiting");
        LocalDate today = shelves.stream()
                .map(PartitionView::today)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (today == null) {
            return own;
        }
        OrderList late = new OrderList.Late(seller.isEmpty() ? null : seller, 1, null);
        List<Listed> listed = shelves.stream().map(shelf -> shelf.listed(late)).toList();
        Page<OrderStanding> page = Listed.page(listed, null, MOST);
        Map<String, OrderStanding> standings = new LinkedHashMap<>();
        page.contents().forEach(standing -> standings.put(standing.orderId(), standing));
        for (DeadlineKind kind : DeadlineKind.values()) {
            OrderList near = new OrderList.Deadlines(late.seller(), kind, today, Candidate.last(kind, today));
            List<Listed> ending =
                    shelves.stream().map(shelf -> shelf.listed(near)).toList();
            Listed.page(ending, null, NEAR).contents().forEach(standing -> standings.put(standing.orderId(), standing));
        }
        for (OrderStanding standing : standings.values()) {
            Candidate candidate = known.of(standing, today);
            if (byPeer) {
                written.add(RecordJson.write(candidate));
            } else {
                candidates.add(candidate);
            }
        }
        for (PartitionView shelf : shelves) {
            shelf.suspense(false, (Cursor) null, SUSPENSE)
                    .contents()
                    .forEach(one -> one.entry()
                            .proposals()
                            .forEach(proposal -> waiting.put(
                                    proposal.orderId(), one.entry().since().toString())));
        }
        if (!asker.sellers().isEmpty()) {
            waiting.retain(standings.keySet());
        }
        own.put("more", page.next() != null);
        return own.put("today", today.toString());
    }

    private static int after(Asked asked) {
        String after = asked.text("after").orElse("0");
        if (!after.matches("\\d{1,6}")) {
            throw ListPages.noPlace();
        }
        return Integer.parseInt(after);
    }

    /** Its order is made anew for each page: what has moved meanwhile may be missed, or come twice. */
    private static ObjectNode json(Worklist worklist, int after, int limit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hidden", worklist.hidden());
        ArrayNode rows = json.putArray("rows");
        worklist.rows().stream().skip(after).limit(limit).map(RecordJson::write).forEach(rows::add);
        json.put("rowsInAll", worklist.rows().size());
        if (worklist.rows().size() > after + limit) {
            json.put("next", Integer.toString(after + limit));
        }
        return json;
    }
}
