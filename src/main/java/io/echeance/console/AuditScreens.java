package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /console/audit}: who has done what; {@code /console/audit/accesses}: who was shown whose names. */
final class AuditScreens {

    private static final List<String> OF_ACTS = List.of("seller", "order", "by", "kind", "from", "until");
    private static final List<String> OF_ACCESSES = List.of("by", "person", "order", "from", "until");

    private AuditScreens() {}

    static Screen acts(Visit visit) {
        may(visit, Right.NAMES);
        Map<String, String> sought = sought(visit, OF_ACTS);
        JsonNode answer = visit.desk().get("/audit?" + Pager.asked(visit, "after") + query(sought));
        List<AuditView.Act> acts = new ArrayList<>();
        answer.path("rows").forEach(row -> acts.add(AuditView.Act.of(row)));
        return Screen.of(
                "audit",
                visit.words().say("audit.title"),
                "audit",
                Map.of(
                        "view",
                        new AuditView(acts, sought, acts.size() < Pager.ROWS && answer.hasNonNull("next")),
                        "further",
                        Pager.of(visit, "after", answer),
                        "accesses",
                        visit.visitor().may(Right.PERSONS) && visit.visitor().isOfAll()));
    }

    static Screen accesses(Visit visit) {
        may(visit, Right.PERSONS);
        Map<String, String> sought = sought(visit, OF_ACCESSES);
        String query = query(sought);
        JsonNode answer = visit.desk().get("/audit/accesses" + (query.isEmpty() ? "" : "?" + query.substring(1)));
        List<AuditView.Access> rows = new ArrayList<>();
        answer.path("rows").forEach(row -> rows.add(AuditView.Access.of(row)));
        return Screen.of(
                "accesses",
                visit.words().say("accesses.title"),
                "audit",
                Map.of("rows", rows, "more", answer.path("more").asBoolean(), "sought", sought));
    }

    private static void may(Visit visit, Right right) {
        if (!visit.visitor().may(right)) {
            throw new Trouble(403, "");
        }
    }

    private static Map<String, String> sought(Visit visit, List<String> fields) {
        Map<String, String> sought = new LinkedHashMap<>();
        for (String field : fields) {
            if (!visit.asked(field).isEmpty()) {
                sought.put(field, visit.asked(field));
            }
        }
        return sought;
    }

    private static String query(Map<String, String> sought) {
        StringBuilder query = new StringBuilder();
        sought.forEach(
                (field, value) -> query.append('&').append(field).append('=').append(Desk.part(value)));
        return query.toString();
    }
}
