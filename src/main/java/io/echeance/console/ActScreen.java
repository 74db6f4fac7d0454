package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Statement;
import io.echeance.json.FactJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Clerk.Answer;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/orders/{id}/do/{act}}: one form pattern for all that people do about an order. It proposes, shows
 * what will change, and sends; a second button only looks.
 */
final class ActScreen {

    private static final int AHEAD_DAYS = 90;
    private static final int REFUSED = 422;

    private ActScreen() {}

    static Screen ask(Visit visit) {
        String back = visit.asked("back");
        return form(visit, act(visit), Map.of(), null, back.isEmpty() ? home(visit) : back, Visit.newKey());
    }

    /** Null: it is taken, and the person goes on. */
    static @Nullable Screen send(Visit visit, Form form) {
        Act act = act(visit);
        String back = Doors.back(form.text("back"));
        if (form.text("step").equals("look")) {
            return form(visit, act, form.fields(), null, back, form.key());
        }
        Answer answer = visit.desk()
                .command(Desk.order(visit.id("id")) + "/commands/" + act.slug(), body(act, form.fields()), form.key());
        if (answer.isGood()) {
            visit.goOn(Undo.said(back, act.slug()));
            return null;
        }
        if (answer.status() == 400 || answer.status() == 409 || answer.status() == REFUSED) {
            String sentence = answer.json().path("detail").asText();
            return form(visit, act, form.fields(), sentence, back, Visit.newKey())
                    .withStatus(REFUSED);
        }
        throw Trouble.of(answer);
    }

    private static String home(Visit visit) {
        return "/console/orders/" + Desk.part(visit.id("id"));
    }

    private static Act act(Visit visit) {
        Act act = Act.of(visit.id("act")).orElseThrow(() -> new Trouble(404, ""));
        if (!visit.visitor().may(act.right())) {
            throw new Trouble(403, "");
        }
        return act;
    }

    private static Screen form(
            Visit visit, Act act, Map<String, String> entered, @Nullable String refusal, String back, String key) {
        String address = Desk.order(visit.id("id"));
        JsonNode order = visit.desk().get(address);
        if (!order.path("placed").asBoolean()) {
            throw new Trouble(404, "");
        }
        Statement statement = Desk.read(Statement.class, order.path("statement"));
        var fields = ActForm.fields(act, statement, entered, visit.visitor().name());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> !field.value().isBlank())
                .forEach(field -> body.put(field.name(), meant(field.name(), field.value())));
        Effect effect = act.moves() && refusal == null ? effect(visit, act, body, statement) : null;
        ActForm form = new ActForm(visit.id("id"), act, statement, fields, effect, refusal, Doors.back(back), key);
        String title = visit.words().say("act." + act.slug() + ".title", visit.id("id"));
        return Screen.of("act", title, "", Map.of("form", form));
    }

    /** Null: what is entered cannot be read, or nothing is entered that has to be. */
    private static @Nullable Effect effect(Visit visit, Act act, ObjectNode entered, Statement statement) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        LocalDate until = statement.today().plusDays(AHEAD_DAYS);
        question.put("until", until.toString());
        String address = Desk.order(statement.orderId()) + "/forecast";
        ObjectNode body = entered.deepCopy();
        if (act == Act.NOTICE_SERVED && !body.has("noticeId")) {
            return null;
        }
        try {
            question.putArray("facts")
                    .add(FactJson.write(act.command()
                            .fact(
                                    statement.orderId(),
                                    "assumed",
                                    body,
                                    statement.today(),
                                    visit.visitor().name())));
        } catch (Unreadable e) {
            return null;
        }
        Answer with = visit.desk().tryPost(address, question);
        JsonNode without = visit.desk().get(address + "?until=" + until);
        return with.isGood() ? Effect.of(without, with.json()) : null;
    }

    /** What was entered, empty fields left out. */
    private static ObjectNode body(Act act, Map<String, String> entered) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : act.fields()) {
            String value = entered.getOrDefault(field, "");
            if (!value.isEmpty()) {
                body.put(field, meant(field, value));
            }
        }
        return body;
    }

    private static String meant(String field, String value) {
        return field.equals("amount") ? plain(value) : value;
    }

    /** As people write amounts: 1 200,50 and 1,200.5 and 1200. Two decimals at most. */
    static String plain(String amount) {
        String digits = amount.replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (digits.matches("\\d{1,3}([,.]\\d{3})+") || digits.matches("\\d{1,3}(,\\d{3})*\\.\\d{1,2}")) {
            digits = digits.matches(".*\\.\\d{1,2}") ? digits.replace(",", "") : digits.replaceAll("[,.]", "");
        } else if (digits.matches("\\d{1,3}(\\.\\d{3})*,\\d{1,2}")) {
            digits = digits.replace(".", "");
        }
        String point = digits.replace(',', '.');
        return point.matches("\\d+") ? point + ".00" : point.matches("\\d+\\.\\d") ? point + "0" : point;
    }
}
