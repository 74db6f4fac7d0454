package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.console.BookView.Bucket;
import io.echeance.console.BookView.Deadlines;
import io.echeance.console.BookView.Promises;
import io.echeance.query.Ageing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pages about the whole book: how old it is, what was promised, what binds the seller, how the instance is. */
final class BookScreens {

    private static final int AHEAD_DAYS = 14;

    private BookScreens() {}

    /** {@code /console/ageing}: the aged balance, now or as it was known at the close of a day. */
    static Screen ageing(Visit visit) {
        LocalDate on = Visit.date(visit.request(), "on");
        String seller = visit.asked("seller");
        Map<String, String> query = new LinkedHashMap<>();
        if (on != null) {
            query.put("on", on.toString());
        }
        if (!seller.isEmpty()) {
            query.put("seller", seller);
        }
        JsonNode answer = visit.desk().get("/ageing" + Pager.written(query));
        ObjectNode own = answer.deepCopy();
        own.remove(List.of("total", "partitions"));
        Ageing ageing = Desk.read(Ageing.class, own);
        return Screen.of(
                "ageing",
                visit.words().say("ageing.title"),
                "ageing",
                Map.of("ageing", ageing, "buckets", Bucket.all(ageing.total()), "seller", seller, "asked", on != null));
    }

    /** {@code /console/promises}: due today, to come within two weeks, broken. */
    static Screen promises(Visit visit) {
        JsonNode list = visit.desk().get("/lists/promised?" + Pager.asked(visit, "after"));
        JsonNode broken = visit.desk().get("/worklist?reason=BROKEN_PROMISE&all=true&" + Pager.asked(visit, "broken"));
        LocalDate today = LocalDate.parse(list.path("today").asText());
        return Screen.of(
                "promises",
                visit.words().say("promises.title"),
                "promises",
                Map.of(
                        "promises",
                        Promises.of(OrderRow.all(list), broken, today, AHEAD_DAYS),
                        "further",
                        Pager.of(visit, "after", list),
                        "furtherBroken",
                        Pager.of(visit, "broken", broken)));
    }

    /** {@code /console/deadlines}: what binds the seller. */
    static Screen deadlines(Visit visit) {
        JsonNode refunds = visit.desk().get("/lists/refunds-due?" + Pager.asked(visit, "refunds"));
        JsonNode owedBack = visit.desk().get("/lists/owed-back?" + Pager.asked(visit, "owed"));
        JsonNode near = visit.desk().get("/lists/deadlines?" + Pager.asked(visit, "near"));
        return Screen.of(
                "deadlines",
                visit.words().say("deadlines.title"),
                "deadlines",
                Map.of(
                        "deadlines",
                        new Deadlines(
                                LocalDate.parse(refunds.path("today").asText()),
                                OrderRow.all(refunds),
                                OrderRow.all(owedBack),
                                DeadlineRow.all(near)),
                        "furtherRefunds",
                        Pager.of(visit, "refunds", refunds),
                        "furtherOwed",
                        Pager.of(visit, "owed", owedBack),
                        "furtherNear",
                        Pager.of(visit, "near", near)));
    }

    /** {@code /console/health}: what machines that watch are answered, in words. */
    static Screen health(Visit visit) {
        JsonNode ready = visit.desk().tryGet("/health/ready").json();
        Map<String, String> found = new TreeMap<>();
        ready.properties()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().asText()));
        return Screen.of("health", visit.words().say("health.title"), "health", Map.of("found", found));
    }
}
