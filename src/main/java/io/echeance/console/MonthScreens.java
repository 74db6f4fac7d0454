package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.query.http.Clerk.Answer;
import io.echeance.query.http.Right;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /console/months}: what is to be looked at before a month is closed, closing it, and those that are closed. */
final class MonthScreens {

    private static final int REFUSED = 422;
    private static final String PLACE = "months";

    private MonthScreens() {}

    /** The months of the first seller. */
    static Screen any(Visit visit) {
        List<String> sellers = TimeMachineScreen.sellers(visit);
        return sellers.isEmpty() ? page(visit, "", sellers, List.of()) : list(visit, sellers.getFirst(), sellers);
    }

    static Screen list(Visit visit) {
        return list(visit, visit.id("seller"), TimeMachineScreen.sellers(visit));
    }

    private static Screen list(Visit visit, String seller, List<String> sellers) {
        List<MonthView.Row> rows = new ArrayList<>();
        visit.desk().get(address(seller)).path("months").forEach(one -> rows.add(MonthView.Row.of(one)));
        return page(visit, seller, sellers, rows);
    }

    private static Screen page(Visit visit, String seller, List<String> sellers, List<MonthView.Row> rows) {
        return Screen.of(
                "months",
                visit.words().say("months.title"),
                PLACE,
                Map.of("seller", seller, "sellers", sellers, "rows", rows));
    }

    static Screen month(Visit visit) {
        return month(visit, null, Visit.newKey());
    }

    private static Screen month(Visit visit, @Nullable String refusal, String key) {
        JsonNode answer = visit.desk().get(address(visit));
        MonthView month = MonthView.of(answer, refusal, key);
        String title =
                visit.words().say("month.title", visit.words().month(month.row().month()), month.seller());
        return Screen.of("month", title, PLACE, Map.of("month", month));
    }

    /** Null: it is closed, and the person goes on. */
    static @Nullable Screen close(Visit visit, Form form) {
        if (!visit.visitor().may(Right.BOOKS)) {
            throw new Trouble(403, "");
        }
        if (!form.text("entries").matches("[0-9]{1,18}")) {
            throw Trouble.damagedForm();
        }
        if (form.text("seen").isEmpty()) {
            return month(visit, visit.words().say("month.not-seen"), Visit.newKey())
                    .withStatus(REFUSED);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("entries", Long.parseLong(form.text("entries"))).put("debit", form.text("debit"));
        Answer answer = visit.desk().command(address(visit) + "/close", body, form.key());
        if (answer.isGood()) {
            visit.goOn("/console" + address(visit.id("seller")) + "?said=close-month");
            return null;
        }
        if (answer.status() == REFUSED) {
            return month(visit, answer.json().path("detail").asText(), Visit.newKey())
                    .withStatus(REFUSED);
        }
        throw Trouble.of(answer);
    }

    /** The month as a file of entries. */
    static void entries(Visit visit) {
        byte[] file = visit.desk().file(address(visit) + "/entries");
        String name = (visit.id("seller") + "-" + visit.id("month")).replaceAll("[^\\w.-]", "_");
        visit.request()
                .contentType("text/plain; charset=" + StandardCharsets.UTF_8)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".txt\"")
                .result(file);
    }

    private static String address(String seller) {
        return "/sellers/" + Desk.part(seller) + "/months";
    }

    private static String address(Visit visit) {
        return address(visit.id("seller")) + "/" + Desk.part(visit.id("month"));
    }
}
