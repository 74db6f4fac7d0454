package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Sentence;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.query.Cursor;
import io.echeance.query.InSuspense;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /lists/{list}}: pages of orders, and of payments in suspense, over all instances. */
final class ListPages {

    private static final String RULES = "rules";
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    private static final Set<String> OF_PAYMENTS = Set.of("suspense", "set-aside", "second-person");

    private final ScatterGather gathering;

    ListPages(ScatterGather gathering) {
        this.gathering = gathering;
    }

    /** Where a page begins, and how long it is. */
    record Wanted(@Nullable Cursor after, int limit) {}

    Reply list(Context request) {
        String name = request.pathParam("list");
        if (OF_PAYMENTS.contains(name)) {
            Asker.of(request).requireAllSellers("money that waits is of no seller yet");
            new Asked(request).only("after", "limit", ScatterGather.PARTIAL);
            Wanted wanted = wanted(request);
            return page(request, wanted, shelves -> payments(shelves, name, wanted), Part.MONEY);
        }
        OrderList list = ListParameters.of(name, new Asked(request))
                .orElseThrow(() -> new Problem(Kind.NO_SUCH_PAGE, "there are the lists " + ListParameters.NAMES));
        Wanted wanted = wanted(request);
        return page(request, wanted, shelves -> {
            List<Listed> partitions =
                    shelves.stream().map(shelf -> shelf.listed(list)).toList();
            return json(Listed.page(partitions, wanted.after(), wanted.limit()));
        });
    }

    private static Page<ObjectNode> payments(List<PartitionView> shelves, String list, Wanted wanted) {
        Page<InSuspense> page = Page.merged(
                shelves.stream()
                        .map(shelf -> list.equals("second-person")
                                ? shelf.awaitingSecond(wanted.after(), wanted.limit())
                                : shelf.suspense(list.equals("set-aside"), wanted.after(), wanted.limit()))
                        .toList(),
                wanted.limit());
        return new Page<>(
                page.rows().stream()
                        .map(row -> new Page.Row<>(row.at(), json(row.content())))
                        .toList(),
                page.next());
    }

    private static ObjectNode json(InSuspense waiting) {
        ObjectNode row = RecordJson.write(waiting.entry());
        if (waiting.standing() != null) {
            row.set("standing", FactJson.write(waiting.standing()));
        }
        return row;
    }

    static Wanted wanted(Context request) {
        String after = request.queryParam("after");
        String limit = request.queryParam("limit");
        if (limit != null && !limit.matches("\\d{1,3}")) {
            throw Problem.malformed("limit is a number from 1 to " + MOST);
        }
        int rows = limit == null ? USUAL_LIMIT : Integer.parseInt(limit);
        if (rows < 1 || rows > MOST) {
            throw Problem.malformed("limit is a number from 1 to " + MOST);
        }
        try {
            return new Wanted(after == null ? null : Cursor.of(after), rows);
        } catch (IllegalArgumentException e) {
            throw noPlace();
        }
    }

    static Problem noPlace() {
        return Problem.malformed(new Sentence(
                "la suite de cette liste n’est pas à cet endroit : reprenez-la à son début",
                "after is the field next of the page before"));
    }

    /** @param more what the rows are made of besides orders */
    Reply page(Context request, Wanted wanted, Function<List<PartitionView>, Page<ObjectNode>> ask, Part... more) {
        Parts parts = gathering.parts(
                request,
                shelves -> {
                    ObjectNode own = json(ask.apply(shelves), wanted);
                    shelves.stream()
                            .map(PartitionView::today)
                            .min(LocalDate::compareTo)
                            .ifPresent(day -> own.put("today", day.toString()));
                    shelves.stream()
                            .flatMap(shelf -> shelf.demotedRules().stream())
                            .distinct()
                            .forEach(rule -> own.withArray(RULES).add(RecordJson.write(rule)));
                    return own;
                },
                more);
        List<Page<ObjectNode>> pages =
                parts.parts().stream().map(ListPages::read).toList();
        ObjectNode answer = json(Page.merged(pages, wanted.limit()), wanted);
        parts.parts().stream()
                .map(part -> part.path("today").asText())
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .ifPresent(day -> answer.put("today", day));
        // Of lists of money, and of nothing else that looks at it.
        if (List.of(more).equals(List.of(Part.MONEY))) {
            rules(parts).forEach(rule -> answer.withArray(RULES).add(rule));
        }
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** Each instance knows of all. */
    private static Set<JsonNode> rules(Parts parts) {
        Set<JsonNode> rules = new LinkedHashSet<>();
        parts.parts().forEach(part -> part.path(RULES).forEach(rules::add));
        return rules;
    }

    static <R extends Record> Page<ObjectNode> json(Page<R> page) {
        List<Page.Row<ObjectNode>> rows = page.rows().stream()
                .map(row -> new Page.Row<>(row.at(), RecordJson.write(row.content())))
                .toList();
        return new Page<>(rows, page.next());
    }

    private static ObjectNode json(Page<ObjectNode> page, Wanted wanted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("limit", wanted.limit());
        ArrayNode rows = json.putArray("rows");
        page.rows().forEach(row -> rows.add(row.content().put("at", row.at().text())));
        if (page.next() != null) {
            json.put("next", page.next().text());
        }
        return json;
    }

    private static Page<ObjectNode> read(ObjectNode part) {
        List<Page.Row<ObjectNode>> rows = new ArrayList<>();
        for (JsonNode row : part.path("rows")) {
            rows.add(new Page.Row<>(Cursor.of(row.path("at").asText()), (ObjectNode) row));
        }
        return new Page<>(
                rows, part.hasNonNull("next") ? Cursor.of(part.get("next").asText()) : null);
    }
}
