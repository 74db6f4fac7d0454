package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.money.Money;
import io.echeance.query.http.Clerk.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /console/suspense}: money whose order nobody knows, with what its reference may name. A person decides. */
final class SuspenseScreen {

    private static final String PLACED = "said=decision";

    private SuspenseScreen() {}

    static Screen page(Visit visit) {
        return page(visit, null, null);
    }

    private static Screen page(Visit visit, @Nullable String refusal, @Nullable String payment) {
        List<SuspenseRow> waiting = rows(visit.desk().get("/lists/suspense?limit=200"));
        List<SuspenseRow> aside = rows(visit.desk().get("/lists/set-aside?limit=200"));
        Map<String, Object> content = Map.of(
                "waiting",
                waiting,
                "aside",
                aside,
                "refusal",
                refusal == null ? "" : refusal,
                "refused",
                payment == null ? "" : payment,
                "key",
                Visit.newKey());
        return Screen.of("suspense", visit.words().say("suspense.title"), "suspense", content);
    }

    /** Null: it is taken, and the person goes on. */
    static @Nullable Screen decide(Visit visit, Form form) {
        String payment = visit.id("id");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (form.text("reason").isEmpty()) {
            body.putArray("parts").addObject().put("orderId", form.text("orderId"));
        } else {
            body.putArray("parts");
            body.putObject("setAside").put("amount", form.text("amount")).put("reason", form.text("reason"));
        }
        if (!form.text("replaces").isEmpty()) {
            body.put("replaces", form.text("replaces"));
        }
        Answer answer = visit.desk().command("/payments/" + Desk.part(payment) + "/decision", body, form.key());
        if (answer.isGood()) {
            visit.goOn("/console/suspense?" + PLACED);
            return null;
        }
        if (answer.status() < 500 && answer.status() != 403) {
            return page(visit, answer.json().path("detail").asText(), payment).withStatus(422);
        }
        throw Trouble.of(answer);
    }

    private static List<SuspenseRow> rows(JsonNode page) {
        List<SuspenseRow> rows = new ArrayList<>();
        for (JsonNode row : page.path("rows")) {
            JsonNode fact = row.path("fact");
            List<String> proposals = new ArrayList<>();
            row.path("proposals").forEach(one -> {
                if (!proposals.contains(one.path("orderId").asText())) {
                    proposals.add(one.path("orderId").asText());
                }
            });
            rows.add(new SuspenseRow(
                    fact.path("paymentId").asText(),
                    fact.path("type").asText(),
                    LocalDate.parse(row.path("since").asText()),
                    fact.hasNonNull("amount") ? Money.of(fact.path("amount").asText()) : null,
                    fact.path("reference").asText(),
                    fact.path("payerId").asText(),
                    proposals,
                    row.path("setAside").path("reason").asText(),
                    row.hasNonNull("setAside")
                            ? Money.of(row.path("setAside").path("amount").asText())
                            : null));
        }
        return rows;
    }
}
