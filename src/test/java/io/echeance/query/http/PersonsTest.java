package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.query.http.Questions.Answered;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who asks")
class PersonsTest {

    private static final String ASKED =
            "{\"seller\": \"technolowgic\", \"right\": \"%s\", \"on\": \"2026-01-31\", \"identity\": \"%s\"}";

    @AutoClose
    private final ServedBook book = ServedBook.open();

    @AutoClose
    private final Questions questions = new Questions(book.address());

    @Test
    @DisplayName("what is kept gets a zip, and that it was handed out is noted")
    void export() {
        Answered answered = questions.get("/persons/EVA/export");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answered.header("Content-Disposition")).startsWith("attachment");
        assertThat(answered.response().body()).startsWith("PK");
        assertThat(book.accesses().noted()).hasSize(1).first().satisfies(noted -> {
            assertThat(noted.operation()).isEqualTo("GET /persons/{id}/export");
            assertThat(noted.persons()).containsExactly("EVA");
        });
    }

    @Test
    @DisplayName(
            "what is kept gets nothing that is not all: while words lie sealed that nobody here opens it is refused")
    void exportOfWhatLiesSealed() {
        Answered refused = questions.get("/persons/SEALED/export");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo("WORDS_SEALED");
        assertThat(refused.json().path("detail").asText()).contains("lie sealed");
    }

    @Test
    @DisplayName("to be erased is erased, and the same again says when it is proved")
    void erase() {
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("KEPT");
        assertThat(state(questions.post("/persons/EVA/erasure", "{}"))).isEqualTo("PENDING");
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("PENDING");
        assertThat(state(questions.post("/persons/EVA/erasure", "{}"))).isEqualTo("ERASED");
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("ERASED");
    }

    private static String state(Answered answered) {
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json().path("state").asText();
    }

    @Test
    @DisplayName("while something is owed is refused, and hears what")
    void openBusiness() {
        Answered refused = questions.post("/persons/OWES/erasure", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo("BUSINESS_OPEN");
        assertThat(refused.json().path("detail").asText()).contains("T-1 : 20,00\u00a0€ restent impayés");
        assertThat(questions
                        .post("/persons/OWES/erasure", "{\"language\": \"en\"}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("T-1: €20.00 are unpaid");
        assertThat(questions.get("/persons/OWES/erasure").json().path("lines").toString())
                .contains("restent impayés", "art. 18", "CNIL");
        assertThat(questions.post("/persons/EVA/erasure", "{\"by\": \"x\"}").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("hears beforehand what an erasure takes, and what stays, why and until when")
    void extent() {
        JsonNode erasure = questions.get("/persons/EVA/erasure").json();

        assertThat(erasure.path("goes").path("party").asBoolean()).isTrue();
        assertThat(erasure.path("goes").path("keys").asInt()).isEqualTo(3);
        assertThat(erasure.path("stays").get(0).path("untilOn").asText()).isEqualTo("2036-12-31");
        assertThat(erasure.path("stays").get(0).path("why").asText()).contains("pièces comptables", "L123-22");
        assertThat(erasure.path("stays").get(4).has("untilOn")).isFalse();
    }

    @Test
    @DisplayName("hears it in the language that is asked for, else in his own; there are two")
    void language() {
        JsonNode own = questions.get("/persons/EVA/erasure").json();
        JsonNode english = questions.get("/persons/EVA/erasure?language=en").json();

        assertThat(own.path("language").asText()).isEqualTo("fr");
        assertThat(english.path("language").asText()).isEqualTo("en");
        assertThat(english.path("stays").get(0).path("why").asText()).contains("accounting records");
        assertThat(questions.get("/persons/EVA/erasure?language=de").status()).isEqualTo(400);
        assertThat(questions.get("/persons/EVA/export?language=en").status()).isEqualTo(200);
        assertThat(questions
                        .post("/persons/EVA/erasure", "{\"language\": \"xx\"}")
                        .status())
                .isEqualTo(400);
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("KEPT");
    }

    @Test
    @DisplayName("is erased with payments that name no payer; one that names another is refused, and nothing erased")
    void payments() {
        Answered refused = questions.post("/persons/EVA/erasure", "{\"payments\": [\"P-OF-ANOTHER\"]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo("NOT_ITS_PAYMENT");
        assertThat(questions
                        .post("/persons/EVA/erasure", "{\"payments\": \"P-2\"}")
                        .status())
                .isEqualTo(400);
        assertThat(questions
                        .post("/persons/EVA/erasure", "{\"payments\": [\"\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("KEPT");

        Answered erased = questions.post("/persons/EVA/erasure", "{\"payments\": [\"P-2\"]}");
        assertThat(erased.json().path("lines").toString()).contains("paiements sans payeur nommé : P-2");
    }

    @Test
    @DisplayName("has a history: what was asked for and became of it, and what holds; no word of it")
    void history() {
        ask("RESTRICTION", "called back");
        answer("'GRANTED'");
        JsonNode before = questions.get("/persons/EVA").json();
        String lift = "{'seller': 'technolowgic', 'asked': 'right-restriction-2026-01-31', 'on': '2026-02-11',"
                + " 'reason': 'it was right', 'outcome': 'LIFTED'}";
        questions.post("/persons/EVA/answered", lift.replace('\'', '"'));
        JsonNode after = questions.get("/persons/EVA").json();

        assertThat(before.findValuesAsText("right")).containsExactlyInAnyOrder("ACCESS", "RESTRICTION");
        assertThat(of(before, "RESTRICTION").path("inForce").asBoolean()).isTrue();
        assertThat(of(after, "RESTRICTION").path("inForce").asBoolean()).isFalse();
        assertThat(of(after, "RESTRICTION").path("outcome").asText()).isEqualTo("LIFTED");
        assertThat(of(after, "RESTRICTION").path("overdue").asBoolean()).isFalse();
        assertThat(of(after, "ACCESS").path("inForce").asBoolean()).isFalse();
        assertThat(after.toString()).doesNotContain("called back", "it was right", "anybody");
        assertThat(questions.get("/persons/NOBODY").json().path("requests")).isEmpty();
    }

    private static JsonNode of(JsonNode person, String right) {
        for (JsonNode one : person.path("requests")) {
            if (one.path("right").asText().equals(right)) {
                return one;
            }
        }
        throw new AssertionError("no " + right + " in " + person);
    }

    @Test
    @DisplayName("and whom nobody knows is told so")
    void nobody() {
        assertThat(questions.get("/persons/NOBODY/export").status()).isEqualTo(404);
        assertThat(questions.get("/persons/NOBODY/erasure").json().path("type").asText())
                .isEqualTo("urn:echeance:problem:unknown-person");
        assertThat(questions.post("/persons/NOBODY/erasure", "{}").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("what is to be answered stands on a list with its last day, and nothing of what was said or by whom")
    void requests() {
        Answered answered = questions.get("/persons");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.json().path("requests")).singleElement().satisfies(one -> {
            assertThat(one.path("customer").asText()).isEqualTo("EVA");
            assertThat(one.path("right").asText()).isEqualTo("ACCESS");
            assertThat(one.path("dueOn").asText()).isEqualTo("2026-02-28");
            assertThat(one.path("extended").asBoolean()).isFalse();
        });
        assertThat(answered.response().body()).doesNotContain("called back", "ann");
    }

    @Test
    @DisplayName("is noted with what is asked for, as the command notes it, and told the last day; no word comes back")
    void asks() {
        Answered answered = ask("RESTRICTION", "called back");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(202);
        assertThat(answered.json().path("dueOn").asText()).isEqualTo("2026-02-28");
        assertThat(answered.response().body()).doesNotContain("called back");
        assertThat(book.decisions())
                .containsExactly(new RightAsked(
                        "right-restriction-2026-01-31",
                        "technolowgic",
                        "EVA",
                        LocalDate.of(2026, 1, 31),
                        PersonRight.RESTRICTION,
                        "called back",
                        "anybody"));
    }

    @Test
    @DisplayName("for the same twice on a day has asked once; another who asks for it that day is another")
    void asksOnce() {
        assertThat(ask("ACCESS", "called back").status()).isEqualTo(202);
        assertThat(ask("ACCESS", "called back").status()).isEqualTo(202);
        assertThat(ask("ACCESS", "by letter").status()).isEqualTo(409);
        assertThat(ask("OWES", "ACCESS", "by letter").status()).isEqualTo(202);
        assertThat(book.decisions()).extracting(CustomerFact::customer).containsExactly("EVA", "OWES");
    }

    @Test
    @DisplayName("is answered, and put off with a new last day")
    void isAnswered() {
        Answered granted = answer("'GRANTED'");
        Answered extended = answer("'EXTENDED', 'until': '2026-04-30'");

        assertThat(granted.status()).as(granted.response().body()).isEqualTo(202);
        assertThat(granted.json().has("dueOn")).isFalse();
        assertThat(extended.json().path("dueOn").asText()).isEqualTo("2026-04-30");
        assertThat(extended.response().body()).doesNotContain("by post");
        assertThat(book.decisions())
                .extracting(CustomerFact::factId)
                .containsExactly(
                        "right-access-2026-01-31-granted-2026-02-10", "right-access-2026-01-31-extended-2026-02-10");
    }

    @Test
    @DisplayName("is not noted with nothing of who he is, nor before the day has come, nor answered without a why")
    void isNotNoted() {
        assertThat(ask("ACCESS", " ").status()).isEqualTo(422);
        assertThat(ask("BEAUTY", "called back").status()).isEqualTo(400);
        assertThat(questions
                        .post(
                                "/persons/EVA/asked",
                                ASKED.formatted("ACCESS", "x").replace("2026-01-31", "9000-01-01"))
                        .json()
                        .path("detail")
                        .asText())
                .contains("later than today");
        assertThat(answer("'EXTENDED'").status()).isEqualTo(422);
        assertThat(questions
                        .post("/persons/EVA/answered", "{\"seller\": \"technolowgic\", \"outcome\": \"GRANTED\"}")
                        .status())
                .isEqualTo(400);
        assertThat(book.decisions()).isEmpty();
    }

    private Answered ask(String right, String identity) {
        return ask("EVA", right, identity);
    }

    private Answered ask(String person, String right, String identity) {
        return questions.post("/persons/" + person + "/asked", ASKED.formatted(right, identity));
    }

    private Answered answer(String outcome) {
        String body = "{'seller': 'technolowgic', 'asked': 'right-access-2026-01-31', 'on': '2026-02-10',"
                + " 'reason': 'sent by post', 'outcome': " + outcome + "}";
        return questions.post("/persons/EVA/answered", body.replace('\'', '"'));
    }
}
