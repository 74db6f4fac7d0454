package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Orders with late principal, the oldest due date first, a page at a time. */
final class LateScreen {

    private LateScreen() {}

    static Screen page(Visit visit) {
        String after = visit.asked("after");
        JsonNode list =
                visit.desk().get("/lists/late?limit=50" + (after.isEmpty() ? "" : "&after=" + Desk.part(after)));
        Map<String, Object> content =
                Map.of("rows", OrderRow.all(list), "next", list.path("next").asText());
        return Screen.of("late", visit.words().say("late.title"), "worklist", content);
    }
}
