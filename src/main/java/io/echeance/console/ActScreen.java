package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.console.ActForm.Option;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.core.order.Statement;
import io.echeance.json.FactJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Clerk.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
            String customer = answer.json().path("statement").path("customer").asText();
            String payer = answer.json().path("fact").path("payerId").asText(customer);
            String done = Undo.said(back, said(act, form), payer, visit.id("id"));
            boolean holds = act == Act.PROMISE || act == Act.HOLD;
            visit.goOn(
                    holds
                            ? done
                                    + Undo.held(
                                            visit.id("id"),
                                            answer.json().path("factId").asText())
                            : done);
            return null;
        }
        if (answer.status() == 400 || answer.status() == 409 || answer.status() == REFUSED) {
            String sentence = answer.json().path("detail").asText();
            return form(visit, act, form.fields(), sentence, back, Visit.newKey())
                    .withStatus(REFUSED);
        }
        throw Trouble.of(answer);
    }

    /** A promise that is undone is said to be taken back, though what does it is that its hold is released. */
    private static String said(Act act, Form form) {
        return act == Act.RELEASE && form.text("was").equals(Act.PROMISE.slug()) ? "unpromised" : act.slug();
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
        var fields =
                ActForm.fields(act, statement, entered, visit.visitor().name(), about(visit, act, address, statement));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> !field.value().isBlank())
                .forEach(field -> body.put(field.name(), meant(field.name(), field.value())));
        boolean isShown = act.moves() && refusal == null && (!entered.isEmpty() || saysWhich(act, fields));
        Looked looked = isShown ? look(visit, act, body, statement) : Looked.NOT;
        String why = refusal == null && !entered.isEmpty() ? looked.wrong() : refusal;
        String said = why == null ? null : inWords(visit.words(), act, asTyped(why, entered));
        String idle = entered.isEmpty() && looked.isWhole() ? looked.wrong() : null;
        String asItStands = idle == null ? null : visit.words().written(idle);
        ActForm form = new ActForm(
                visit.id("id"), act, statement, fields, looked.effect(), asItStands, said, Doors.back(back), key);
        String title = visit.words().say("act." + act.slug() + ".title", visit.id("id"));
        return Screen.of("act", title, "", Map.of("form", form));
    }

    /** Which notice, or hold, a form is about that nobody has filled in: shown where there is one, or to who looks. */
    private static boolean saysWhich(Act act, List<ActForm.Field> fields) {
        return switch (act) {
            case RELEASE -> false;
            case NOTICE_SERVED ->
                fields.stream()
                        .anyMatch(field -> field.name().equals("noticeId")
                                && field.options().size() == 1);
            case PROMISE, HOLD, CONTACT, RESUBMIT, ASSIGN, WAIVER, WRITE_OFF -> true;
        };
    }

    /** An amount is quoted as it was typed, not as it was read. */
    private static String asTyped(String why, Map<String, String> entered) {
        String typed = entered.getOrDefault("amount", "");
        return typed.isEmpty() ? why : why.replace("\"" + plain(typed) + "\"", "\"" + typed + "\"");
    }

    /** A field is named as its label has it; days and amounts stand as everywhere on the page. */
    private static String inWords(Words words, Act act, String why) {
        for (String field : act.fields()) {
            if (why.matches("(?s)" + field + "\\b.*")) {
                String label = words.say("field." + act.slug() + "." + field);
                String rest = why.substring(field.length());
                return rest.startsWith(": ")
                        ? words.say("field.wrong", label, words.written(rest.substring(2)))
                        : words.say("field.quoted", label) + words.written(rest);
            }
        }
        return words.written(why);
    }

    private static List<Option> about(Visit visit, Act act, String order, Statement statement) {
        return switch (act) {
            case RELEASE ->
                HoldChoice.of(statement, visit.desk().get(order + "/facts").path("facts"), visit.words());
            case NOTICE_SERVED -> notices(visit, order);
            case PROMISE, HOLD, CONTACT, RESUBMIT, ASSIGN, WAIVER, WRITE_OFF -> List.of();
        };
    }

    /** Notices that have gone out, the last one first. */
    private static List<Option> notices(Visit visit, String order) {
        List<Option> notices = new ArrayList<>();
        for (JsonNode letter : visit.desk().get(order + "/letters").path("letters")) {
            String id = letter.path("noticeId").asText();
            if (letter.path("kind").asText().equals("FORMAL_NOTICE")
                    && !letter.path("toCome").asBoolean()) {
                notices.addFirst(new Option(id, null));
            }
        }
        return notices;
    }

    /**
     * What will change.
     *
     * @param effect null: what is entered cannot be read, or is refused
     * @param wrong why; null: nobody looked, or nothing is
     * @param isWhole whether what is entered is a fact that could be sent: more of it is not asked for
     */
    private record Looked(@Nullable Effect effect, @Nullable String wrong, boolean isWhole) {
        private static final Looked NOT = new Looked(null, null, false);

        static Looked unfit(String wrong) {
            return new Looked(null, wrong, false);
        }

        static Looked refused(String wrong) {
            return new Looked(null, wrong, true);
        }
    }

    private static Looked look(Visit visit, Act act, ObjectNode entered, Statement statement) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        LocalDate until = statement.today().plusDays(AHEAD_DAYS);
        question.put("until", until.toString());
        String address = Desk.order(statement.orderId()) + "/forecast";
        try {
            Fact fact = act.command()
                    .fact(
                            statement.orderId(),
                            "assumed",
                            entered.deepCopy(),
                            statement.today(),
                            visit.visitor().name());
            Refusal byItself = Admission.atTheDoor(fact);
            if (byItself != null) {
                return Looked.unfit(visit.words().said(byItself.said()));
            }
            question.putArray("facts").add(FactJson.write(fact));
        } catch (Unreadable e) {
            return Looked.unfit(visit.words().said(e.said()));
        }
        Answer with = visit.desk().tryPost(address, question);
        if (!with.isGood()) {
            return Looked.refused(with.json().path("detail").asText());
        }
        for (JsonNode line : with.json().path("said")) {
            if (line.path("topic").asText().equals("rejected")) {
                return Looked.refused(visit.words().said(refusal(line)));
            }
        }
        if (with.json().has("idle")) {
            return Looked.refused(
                    with.json().path("idle").path(0).path("detail").asText());
        }
        JsonNode without = visit.desk().get(address + "?until=" + until);
        return new Looked(Effect.of(without, with.json()), null, true);
    }

    private static Sentence refusal(JsonNode line) {
        return Reason.valueOf(line.path("reason").asText())
                .with(line.path("sentence").asText());
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

    /**
     * As people write amounts: 1 200,50 and 1,200.5 and 1200. Two decimals at most: what may be thousands or three
     * decimals, such as 12.345, is no number then, and is refused.
     */
    static String plain(String amount) {
        String digits = amount.replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (digits.matches("\\d{1,3}[,.]\\d{3}")) {
            return digits.replace('.', ',');
        }
        if (digits.matches("\\d{1,3}(,\\d{3}){2,}|\\d{1,3}(\\.\\d{3}){2,}")
                || digits.matches("\\d{1,3}(,\\d{3})*\\.\\d{1,2}")) {
            digits = digits.matches(".*\\.\\d{1,2}") ? digits.replace(",", "") : digits.replaceAll("[,.]", "");
        } else if (digits.matches("\\d{1,3}(\\.\\d{3})*,\\d{1,2}")) {
            digits = digits.replace(".", "");
        }
        String point = digits.replace(',', '.');
        return point.matches("\\d+") ? point + ".00" : point.matches("\\d+\\.\\d") ? point + "0" : point;
    }
}
