package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.query.http.Questions.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whoever asks for")
class RefusalsTest {

    private static final String ASKED =
            "{\"seller\": \"%s\", \"right\": \"ACCESS\", \"on\": \"2026-01-31\", \"identity\": \"called back\"}";

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

    private static String detail(Answered answered) {
        return answered.json().path("detail").asText();
    }

    @Test
    @DisplayName("what is refused hears why in French who reads it, in English else, and programs the same reason")
    void inBothLanguages() {
        Answered english = questions.get("/persons/SEALED/export");
        Answered french = questions.get("/persons/SEALED/export", "Accept-Language", "fr-FR,fr;q=0.9");

        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.json().path("title").asText()).isEqualTo("Le fait est refusé");
        assertThat(detail(english)).contains("lie sealed");
        assertThat(detail(french)).contains("scellés");
        assertThat(french.json().path("reason")).isEqualTo(english.json().path("reason"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|fr",
                "fr-CA|fr",
                "de, fr;q=0.5|fr",
                "de,en;q=0.3,fr;q=0.9|fr",
                "fr;q=0.3,en;q=0.9|en",
                "en,fr|en",
                "fr;q=0,de|en",
                "de|en",
                "*|en",
                "frisian;;q|en",
                "''|en",
            })
    @DisplayName("anything hears of it in the first of French and English that is accepted, by its weight")
    void inTheFirstLanguageThatIsAccepted(String header, String expected) {
        assertThat(AcceptedLanguage.of(header).code()).isEqualTo(expected);
    }

    @Test
    @DisplayName("what cannot be read hears which field, and what only programs do wrong says its kind")
    void whatCannotBeRead() {
        String asked = ASKED.formatted("technolowgic").replace("ACCESS", "ACCES");
        String[] french = {"Accept-Language", "fr"};

        assertThat(detail(questions.post("/persons/EVA/asked", asked))).startsWith("right: \"ACCES\" is not one of");
        assertThat(detail(questions.post("/persons/EVA/asked", asked, french)))
                .startsWith("right: \"ACCES\" n’est pas l’un de");
        assertThat(detail(questions.post("/persons/EVA/asked", "{}", french))).isEqualTo("seller manque");
        assertThat(detail(questions.get("/persons/EVA?x=1", french)))
                .isEqualTo("une indication manque, ou n’a pas la forme attendue");
    }

    @Test
    @DisplayName("a seller whom nobody knows is told so, in the language that is asked for, and nothing is posted")
    void ofASellerWhomNobodyKnows() {
        String asked = ASKED.formatted("technologic");
        Answered refused = questions.post("/persons/EVA/asked", asked);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo("UNKNOWN_SELLER");
        assertThat(refused.json().path("detail").asText()).startsWith("no seller technologic is known");
        assertThat(questions
                        .post("/persons/EVA/asked", asked, "Accept-Language", "fr")
                        .json()
                        .path("detail")
                        .asText())
                .startsWith("le vendeur technologic n’est pas connu");
        assertThat(book.decisions()).isEmpty();
    }
}
