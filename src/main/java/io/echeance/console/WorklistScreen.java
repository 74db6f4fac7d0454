package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.worklist.Reason;
import io.echeance.query.worklist.Worklist.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code /console}: the customers to care for, first things first. */
final class WorklistScreen {

    private WorklistScreen() {}

    static Screen page(Visit visit) {
        WorklistView.Filter filter = new WorklistView.Filter(
                visit.asked("seller"),
                visit.asked("owner"),
                reason(visit.asked("reason")),
                visit.asked("all").equals("true"));
        JsonNode answer = visit.desk().get("/worklist?" + Pager.asked(visit, "after") + query(filter));
        List<Row> rows = new ArrayList<>();
        answer.path("rows").forEach(row -> rows.add(Desk.read(Row.class, row)));
        WorklistView shown = new WorklistView(
                rows,
                LocalDate.parse(answer.path("today").asText()),
                answer.path("rowsInAll").asInt(),
                answer.path("hidden").asInt(),
                answer.path("considered").asInt(),
                answer.path("more").asBoolean(),
                filter);
        return Screen.of(
                "worklist",
                visit.words().say("worklist.title"),
                "worklist",
                Map.of("list", shown, "further", Pager.of(visit, "after", answer)));
    }

    /** Empty: any. */
    private static String reason(String asked) {
        if (!asked.isEmpty() && Arrays.stream(Reason.values()).map(Reason::name).noneMatch(asked::equals)) {
            throw Trouble.noReason(asked);
        }
        return asked;
    }

    private static String query(WorklistView.Filter filter) {
        return (filter.seller().isEmpty() ? "" : "&seller=" + Desk.part(filter.seller()))
                + (filter.owner().isEmpty() ? "" : "&owner=" + Desk.part(filter.owner()))
                + (filter.reason().isEmpty() ? "" : "&reason=" + filter.reason())
                + (filter.all() ? "&all=true" : "");
    }
}
