package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.query.http.Clerk.Answer;
import io.echeance.query.http.Right;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/persons}: what persons ask for, with its last days, and for each what is kept, what an erasure takes
 * and what became of it. Persons stand there by their ids: only the file of what is kept names one.
 */
final class PersonScreens {

    private static final int MALFORMED = 400;
    private static final int UNKNOWN = 404;
    private static final int REFUSED = 422;
    private static final int CONTRADICTED = 409;
    private static final String PLACE = "persons";

    private PersonScreens() {}

    static Screen list(Visit visit) {
        may(visit);
        if (!visit.asked("person").isEmpty()) {
            return Screen.elsewhere(page(visit.asked("person")));
        }
        JsonNode answer = visit.desk().get("/persons");
        return Screen.of(
                "persons",
                visit.words().say("persons.title"),
                PLACE,
                Map.of(
                        "rows",
                        PersonView.Request.all(answer),
                        "today",
                        LocalDate.parse(answer.path("today").asText())));
    }

    static Screen person(Visit visit) {
        may(visit);
        return person(visit, erasure(visit), List.of(), List.of(), null);
    }

    /** Null: nothing is known of the person. */
    private static @Nullable JsonNode erasure(Visit visit) {
        Answer answer = visit.desk()
                .tryGet(address(visit) + "/erasure?language=" + visit.words().language());
        if (answer.status() == UNKNOWN) {
            return null;
        }
        if (!answer.isGood()) {
            throw Trouble.of(answer);
        }
        return answer.json();
    }

    private static Screen person(
            Visit visit,
            @Nullable JsonNode erasure,
            List<String> payments,
            List<String> certificate,
            @Nullable String refusal) {
        JsonNode person = visit.desk().get(address(visit));
        return Screen.of(
                "person",
                visit.words().say("person.title", visit.id("id")),
                PLACE,
                Map.of("person", PersonView.of(person, erasure, payments, certificate, refusal)));
    }

    /** All that is kept, as a file. */
    static void export(Visit visit) {
        may(visit);
        byte[] zip = visit.desk().file(address(visit) + "/export");
        visit.request()
                .contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"person.zip\"")
                .result(zip);
    }

    /** The page again with the certificate: to send the same once more only looks whether all is gone. */
    static @Nullable Screen erase(Visit visit, Form form) {
        may(visit);
        List<String> payments = form.text("payments").lines().map(String::strip).toList();
        if (!form.text("confirm").equals(visit.id("id"))) {
            return person(
                            visit,
                            erasure(visit),
                            payments,
                            List.of(),
                            visit.words().say("person.not-confirmed"))
                    .withStatus(REFUSED);
        }
        boolean isFile = form.text("step").equals("file");
        Answer answer = visit.desk().tryPost(address(visit) + "/erasure", erasing(visit, payments, isFile));
        if (answer.status() == REFUSED || answer.status() == MALFORMED) {
            return person(visit, erasure(visit), payments, List.of(), detail(answer))
                    .withStatus(REFUSED);
        }
        if (!answer.isGood()) {
            throw Trouble.of(answer);
        }
        List<String> certificate = PersonView.texts(answer.json().path("lines"));
        if (!isFile) {
            return person(visit, answer.json(), payments, certificate, null);
        }
        visit.request()
                .contentType("text/plain; charset=" + StandardCharsets.UTF_8)
                .header("Content-Disposition", "attachment; filename=\"certificate.txt\"")
                .result((String.join("\n", certificate) + "\n").getBytes(StandardCharsets.UTF_8));
        return null;
    }

    /** The page speaks the visitor's language, the file the person's. */
    private static ObjectNode erasing(Visit visit, List<String> payments, boolean isFile) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("payments");
        payments.stream().filter(payment -> !payment.isEmpty()).forEach(list::add);
        return isFile ? body : body.put("language", visit.words().language());
    }

    static Screen ask(Visit visit) {
        may(visit);
        return askForm(visit, Map.of(), null);
    }

    private static Screen askForm(Visit visit, Map<String, String> entered, @Nullable String refusal) {
        LocalDate today =
                LocalDate.parse(visit.desk().get(address(visit)).path("today").asText());
        List<String> sellers = TimeMachineScreen.sellers(visit);
        return form(
                "person-asks",
                visit.words().say("person.asks", visit.id("id")),
                new PersonView.Tell(visit.id("id"), today, null, sellers, entered, refusal));
    }

    /** Null: it is taken. */
    static @Nullable Screen asked(Visit visit, Form form) {
        may(visit);
        Answer answer = tell(visit, "/asked", body(form, "seller", "right", "on", "identity"));
        return answer == null
                ? null
                : askForm(visit, form.fields(), detail(answer)).withStatus(REFUSED);
    }

    static Screen answer(Visit visit) {
        may(visit);
        return answerForm(visit, Map.of(), null);
    }

    private static Screen answerForm(Visit visit, Map<String, String> entered, @Nullable String refusal) {
        JsonNode person = visit.desk().get(address(visit));
        PersonView.Request request = PersonView.Request.all(person).stream()
                .filter(one -> one.asked().equals(visit.id("asked"))
                        && one.seller().equals(visit.id("seller"))
                        && !one.outcomes().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Trouble(UNKNOWN, ""));
        LocalDate today = LocalDate.parse(person.path("today").asText());
        return form(
                "person-answer",
                visit.words().say("person.answer", visit.words().word("right", request.right()), visit.id("id")),
                new PersonView.Tell(visit.id("id"), today, request, List.of(), entered, refusal));
    }

    /** Null: it is taken. */
    static @Nullable Screen answered(Visit visit, Form form) {
        may(visit);
        ObjectNode body = body(form, "outcome", "on", "reason");
        body.put("seller", visit.id("seller")).put("asked", visit.id("asked"));
        if (form.text("outcome").equals("EXTENDED") && !form.text("until").isEmpty()) {
            body.put("until", form.text("until"));
        }
        Answer answer = tell(visit, "/answered", body);
        return answer == null
                ? null
                : answerForm(visit, form.fields(), detail(answer)).withStatus(REFUSED);
    }

    private static Screen form(String template, String title, PersonView.Tell tell) {
        return Screen.of(template, title, PLACE, Map.of("tell", tell));
    }

    private static ObjectNode body(Form form, String... fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            body.put(field, form.text(field));
        }
        return body;
    }

    /** Null: it is told, and the visitor goes on; else why not, where the form can be mended. */
    private static @Nullable Answer tell(Visit visit, String address, ObjectNode body) {
        Answer answer = visit.desk().tryPost(address(visit) + address, body);
        if (answer.isGood()) {
            visit.goOn(page(visit.id("id")) + "?said=right");
            return null;
        }
        if (answer.status() == MALFORMED || answer.status() == REFUSED || answer.status() == CONTRADICTED) {
            return answer;
        }
        throw Trouble.of(answer);
    }

    private static String detail(Answer answer) {
        return answer.json().path("detail").asText();
    }

    private static void may(Visit visit) {
        if (!visit.visitor().may(Right.PERSONS)) {
            throw new Trouble(403, "");
        }
    }

    private static String page(String person) {
        return "/console/persons/" + Desk.part(person);
    }

    private static String address(Visit visit) {
        return "/persons/" + Desk.part(visit.id("id"));
    }
}
