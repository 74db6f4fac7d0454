package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.query.DemotedRule;
import io.echeance.query.http.Clerk.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/suspense}: money whose order nobody knows, with what its reference may name, and what was set aside.
 * A person decides; what was decided is taken back as easily.
 */
final class SuspenseScreen {

    private static final String ASIDE = "aside";

    private SuspenseScreen() {}

    static Screen page(Visit visit) {
        return page(visit, "", "", "");
    }

    /** @param entered the order that was refused; empty: none was */
    private static Screen page(Visit visit, String refusal, String payment, String entered) {
        JsonNode waiting = visit.desk().get("/lists/suspense?" + Pager.asked(visit, "after"));
        JsonNode aside = visit.desk().get("/lists/set-aside?" + Pager.asked(visit, ASIDE));
        Map<String, Object> content = Map.of(
                "waiting",
                SuspenseRow.all(waiting),
                "rules",
                rules(waiting),
                "further",
                Pager.of(visit, "after", waiting),
                ASIDE,
                SuspenseRow.all(aside),
                "furtherAside",
                Pager.of(visit, ASIDE, aside),
                "refusal",
                refusal,
                "refused",
                payment,
                "entered",
                entered,
                "key",
                Visit.newKey());
        return Screen.of("suspense", visit.words().say("suspense.title"), "suspense", content);
    }

    private static List<DemotedRule> rules(JsonNode page) {
        List<DemotedRule> rules = new ArrayList<>();
        page.path("rules").forEach(rule -> rules.add(Desk.read(DemotedRule.class, rule)));
        return rules;
    }

    /** All of it to one order, all of it aside, or all of it back. Null: it is taken, and the person goes on. */
    static @Nullable Screen decide(Visit visit, Form form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!form.text("reason").isEmpty()) {
            body.putObject("setAside").put("amount", form.text("amount")).put("reason", form.text("reason"));
        } else if (!form.text("step").equals("undo")) {
            body.putArray("parts").addObject().put("orderId", form.text("orderId"));
        }
        Optional<String> refusal = decide(visit, form, body);
        return refusal.isEmpty()
                ? null
                : page(visit, refusal.get(), visit.id("id"), form.text("orderId"))
                        .withStatus(422);
    }

    /** Sends a decision about the payment of the address. Empty: it is taken, and the person goes on; else why not. */
    static Optional<String> decide(Visit visit, Form form, ObjectNode body) {
        String payment = visit.id("id");
        if (!form.text("replaces").isEmpty()) {
            body.put("replaces", form.text("replaces"));
        }
        Answer answer = visit.desk().command("/payments/" + Desk.part(payment) + "/decision", body, form.key());
        if (answer.isGood()) {
            String back = form.text("back").isEmpty() ? "/console/suspense" : Doors.back(form.text("back"));
            boolean undone = form.text("step").equals("undo");
            visit.goOn(
                    undone
                            ? Undo.said(back, "undone", payment)
                            : Undo.placed(
                                    back, payment, answer.json().path("factId").asText(), PaymentForm.orders(form)));
            return Optional.empty();
        }
        if (answer.status() < 500 && answer.status() != 403) {
            return Optional.of(refusal(visit, form, answer.json()));
        }
        throw Trouble.of(answer);
    }

    /** Where somebody was quicker, what he decided; else what is wrong, by the names that stand on the page. */
    private static String refusal(Visit visit, Form form, JsonNode answer) {
        JsonNode now = answer.path("reason").asText().equals("CONTRADICTS_EARLIER_FACT")
                ? visit.desk()
                        .get("/payments/" + Desk.part(visit.id("id")))
                        .path("payment")
                        .path("standing")
                : MissingNode.getInstance();
        if (now.isObject()) {
            PaymentApplied standing = Desk.read(PaymentApplied.class, now);
            if (!standing.factId().equals(form.text("replaces"))) {
                return PaymentForm.decidedMeanwhile(visit.words(), standing);
            }
        }
        return PaymentForm.inWords(visit.words(), answer.path("detail").asText());
    }
}
