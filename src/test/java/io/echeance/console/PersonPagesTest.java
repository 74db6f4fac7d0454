package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.query.http.Questions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of persons' rights")
class PersonPagesTest {

    private static final String EVA = RightsForms.EVA;

    @AutoClose
    private final ConsoleAtWork work = Morning.open();

    private final RightsForms forms = new RightsForms(work);

    @AutoClose
    private final Questions questions = new Questions(work.book.address());

    private Read erase(String person, String confirm, String step) {
        return erase(person, confirm, step, "");
    }

    private Read erase(String person, String confirm, String step, String payments) {
        String page = "/console/persons/" + person;
        return work.post(
                page + "/erase", "form", forms.token(page), "confirm", confirm, "payments", payments, "step", step);
    }

    @Test
    @DisplayName("list what is to be answered as the API does, the most urgent first, what is overdue marked")
    void list() {
        forms.ask("ERASURE", "called back");
        JsonNode rows = questions.get("/persons").json().path("requests");
        Document page = work.get("/console/persons").page();

        assertThat(rows).hasSize(2);
        assertThat(page.select("tbody tr")).hasSameSizeAs(rows);
        for (int n = 0; n < rows.size(); n++) {
            Element row = page.select("tbody tr").get(n);
            assertThat(row.select("th a").text())
                    .isEqualTo(rows.get(n).path("customer").asText());
            assertThat(row.select("time").eachAttr("datetime"))
                    .containsExactly(
                            rows.get(n).path("on").asText(),
                            rows.get(n).path("dueOn").asText());
            assertThat(row.select(".mark.late").isEmpty())
                    .isEqualTo(!rows.get(n).path("overdue").asBoolean());
        }
        assertThat(work.get("/console/persons?person=EVA").header("Location")).isEqualTo(EVA);
    }

    @Test
    @DisplayName("note what a person asks for, by a plain form; the person's page then says that it holds")
    void ask() {
        Read read = forms.ask("RESTRICTION", "called back");

        assertThat(read.status()).isEqualTo(303);
        assertThat(read.header("Location")).startsWith(EVA + "?");
        Read page = work.get(read.header("Location"));
        assertThat(page.page().select("#said").text()).isNotEmpty();
        assertThat(page.page().select(".mark.due")).hasSize(1);
        assertThat(page.response().body()).doesNotContain("called back");
        assertThat(work.book.decisions())
                .singleElement()
                .isInstanceOfSatisfying(
                        RightAsked.class, asked -> assertThat(asked.identity()).isEqualTo("called back"));
    }

    @Test
    @DisplayName("keep what was typed where it is not taken, and say why")
    void refused() {
        forms.ask("ACCESS", "called back");
        Read read = forms.ask("ACCESS", "by letter");

        assertThat(read.status()).isEqualTo(422);
        assertThat(read.page().select("[role=alert]").text()).contains("before");
        assertThat(read.page().select("#identity").val()).isEqualTo("by letter");
        assertThat(work.book.decisions()).hasSize(1);
    }

    @Test
    @DisplayName("answer, put off to a last day, and lift what holds; then nothing more is to be said")
    void answer() {
        forms.ask("OBJECTION", "called back");
        String asked = "right-objection-2026-02-10";
        assertThat(forms.answer(asked, "EXTENDED", "2026-04-30").status()).isEqualTo(303);
        assertThat(forms.answer(asked, "GRANTED", "2026-04-30").status()).isEqualTo(303);

        assertThat(work.get(EVA).page().select(".mark.due")).hasSize(1);
        assertThat(work.get(EVA + "/answer/technolowgic/" + asked)
                        .page()
                        .select("#outcome option")
                        .eachAttr("value"))
                .containsExactly("LIFTED");
        forms.answer(asked, "LIFTED", "");

        assertThat(work.get(EVA).page().select(".mark.due")).isEmpty();
        assertThat(work.get(EVA + "/answer/technolowgic/" + asked).status()).isEqualTo(404);
        assertThat(work.book.decisions())
                .filteredOn(RightAnswered.class::isInstance)
                .extracting(one -> ((RightAnswered) one).outcome())
                .containsExactly(RightOutcome.EXTENDED, RightOutcome.GRANTED, RightOutcome.LIFTED);
    }

    @Test
    @DisplayName("take no form of another session")
    void ofThisSession() {
        assertThat(work.post(EVA + "/ask", "form", "x", "right", "ACCESS").status())
                .isEqualTo(403);
        assertThat(work.post(EVA + "/erase", "form", "x", "confirm", "EVA").status())
                .isEqualTo(403);
        assertThat(work.book.decisions()).isEmpty();
        assertThat(state("EVA")).isEqualTo("KEPT");
    }

    private String state(String person) {
        return questions
                .get("/persons/" + person + "/erasure")
                .json()
                .path("state")
                .asText();
    }

    @Test
    @DisplayName("say what an erasure would take, and what stays until when, as the API answers it")
    void extent() {
        JsonNode erasure = questions.get("/persons/EVA/erasure").json();
        Document page = work.get(EVA).page();
        Element stays = page.select("section:has(#stays) table").first();

        assertThat(stays).isNotNull();
        assertThat(stays.select("tbody tr")).hasSameSizeAs(erasure.path("stays"));
        assertThat(stays.select("time").eachAttr("datetime"))
                .containsExactly(erasure.path("stays").get(0).path("untilOn").asText());
        assertThat(page.text()).doesNotContain("?kept", "?right");
        assertThat(stays.text()).contains("accounting records").doesNotContain("pièces");
        assertThat(work.get(EVA, "Accept-Language", "fr").page().text())
                .contains("pièces comptables")
                .doesNotContain("accounting");
    }

    @Test
    @DisplayName("erase only what was confirmed by its id, and show the certificate, as a file too")
    void erase() {
        assertThat(erase("EVA", "eva", "erase").status()).isEqualTo(422);
        assertThat(state("EVA")).isEqualTo("KEPT");

        Read erased = erase("EVA", "EVA", "erase");

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.page().select(".certificate").text()).contains("Erasure of EVA: PENDING");
        assertThat(state("EVA")).isEqualTo("PENDING");
        assertThat(erase("EVA", "EVA", "look").page().select(".certificate").text())
                .contains("Erasure of EVA: ERASED");
        Read file = erase("EVA", "EVA", "file");
        assertThat(file.header("Content-Disposition")).contains("certificate.txt");
        assertThat(file.response().body())
                .as("in the person's language")
                .contains("Effacement des données de la personne EVA : prouvé (ERASED)");
    }

    @Test
    @DisplayName("take payments that name no payer, one a line, into the erasure and into each look at it")
    void payments() {
        Read refused = erase("EVA", "EVA", "erase", "P-2\r\nP-OF-ANOTHER");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("P-OF-ANOTHER");
        assertThat(refused.page().select("textarea[name=payments]").val()).contains("P-2");
        assertThat(state("EVA")).isEqualTo("KEPT");

        Read erased = erase("EVA", "EVA", "erase", "P-2\r\n\r\n P-3");
        assertThat(erased.page().select(".certificate").text()).contains("that name no payer: P-2, P-3");
        assertThat(erased.page().select("[type=hidden][name=payments]").val().lines())
                .contains("P-2", "P-3");
    }

    @Test
    @DisplayName("offer no erasure while business is open, and say which; while it is not proved, to look again")
    void openAndPending() {
        Document owes = work.get("/console/persons/OWES").page();
        assertThat(owes.select("#confirm")).isEmpty();
        assertThat(owes.select("section:has(#erasure)").text()).contains("T-1: €20.00 are unpaid");

        Document going = work.get("/console/persons/GOING").page();
        assertThat(going.select("[name=step]").eachAttr("value")).isEqualTo(List.of("look", "file", "erase"));
        assertThat(going.select("section:has(#erasure) li").eachText()).contains("parties");
        assertThat(work.get("/console/persons/nobody").page().select("section:has(#erasure)"))
                .isEmpty();
    }

    private byte[] bytes(String path) throws IOException {
        try (InputStream answer = URI.create(work.book.address() + path).toURL().openStream()) {
            return answer.readAllBytes();
        }
    }

    @Test
    @DisplayName("hand out what is kept byte for byte, and only once it is noted")
    void export() throws IOException {
        byte[] api = bytes("/persons/EVA/export");
        int before = work.book.accesses().noted().size();

        assertThat(bytes(EVA + "/export")).isEqualTo(api);
        assertThat(work.book.accesses().noted()).hasSize(before + 1);
        work.book.accesses().lose(true);
        assertThat(work.get(EVA + "/export").status()).isEqualTo(503);
    }
}
