package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.query.http.Questions.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who asks")
class PersonsTest {

    private ServedBook book;
    private Questions questions;

    @BeforeEach
    void serve() {
        book = ServedBook.open();
        questions = new Questions(book.server().address());
    }

    @AfterEach
    void stop() {
        questions.close();
        book.close();
    }

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
    @DisplayName("to be erased is erased, and the same again says so")
    void erase() {
        assertThat(state(questions.get("/persons/EVA/erasure"))).isEqualTo("KEPT");
        assertThat(state(questions.post("/persons/EVA/erasure", "{}"))).isEqualTo("ERASED");
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
        assertThat(refused.json().path("detail").asText()).contains("20.00 are owed");
        assertThat(questions.post("/persons/EVA/erasure", "{\"by\": \"x\"}").status())
                .isEqualTo(400);
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
}
