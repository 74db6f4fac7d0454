package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.invoice.Party;
import io.echeance.document.Changed;
import io.echeance.query.http.Token;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The letters about an order")
class LettersTest {

    private static final String LETTERS = "/console/orders/T-2515/letters";

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    private static Document letter(String language) {
        Document list = work.get(LETTERS, "Accept-Language", language).page();
        return work.get(list.select("tbody tr").last().select("a").attr("href"), "Accept-Language", language)
                .page();
    }

    @Test
    @DisplayName("are those that fell due and the next one, each led to")
    void areListed() {
        Document list = work.get(LETTERS).page();

        assertThat(list.select("tbody th").eachText()).contains("Reminder D−7", "Reminder D+3");
        assertThat(list.select("tr.to-come")).hasSizeLessThanOrEqualTo(1);
        assertThat(list.select("tbody th a")).hasSameSizeAs(list.select("tbody tr"));
        assertThat(work.get("/console/orders/T-2515")
                        .page()
                        .select("a[data-key=l]")
                        .attr("href"))
                .isEqualTo(LETTERS);
    }

    @Test
    @DisplayName("are shown in the payer's language, whatever the reader's is, by what writes those that are sent")
    void areInThePayersLanguage() {
        for (String reader : Words.LANGUAGES) {
            Document page = letter(reader);
            assertThat(page.select("html").attr("lang")).isEqualTo(reader);
            assertThat(page.select("iframe").attr("lang")).isEqualTo("fr");
            Read sheet = work.get(page.select("iframe").attr("src"));
            assertThat(sheet.page().select("html").attr("lang")).isEqualTo("fr");
            assertThat(sheet.page().text()).contains("Madame, Monsieur", "Rappel d'échéance");
        }
        Party buyer = work.book.parties().get("BOCAGE");
        work.book.parties().put("BOCAGE", inEnglish(buyer));
        Document page = letter("fr");
        assertThat(work.get(page.select("iframe").attr("src")).page().text())
                .contains("Dear Sir or Madam", "€5,760.00");
        work.book.parties().put("BOCAGE", buyer);
    }

    private static Party inEnglish(Party party) {
        return Changed.with(Changed.with(party, "name", "<script>alert(1)</script>"), "language", "en");
    }

    @Test
    @DisplayName("run nothing and load nothing: the letter stands in a frame of its own; as PDF it is what is sent")
    void areHarmless() throws Exception {
        Document page = letter("en");
        Read sheet = work.get(page.select("iframe").attr("src"));

        assertThat(sheet.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'sha256-", "frame-ancestors 'self'", "sandbox")
                .doesNotContain("unsafe");
        assertThat(sheet.page().select("script, img, link, object, [onclick]")).isEmpty();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var pdf = client.send(
                    HttpRequest.newBuilder(URI.create(work.book.address()
                                    + page.select(".actions a").attr("href")))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    @DisplayName("name persons: who may only read sees which there are, and none of them")
    void areNotForReaders() {
        String shown = letter("en").select("iframe").attr("src");
        Token reader = Token.parse("bob:read:" + Sha256.of("bobs-token")).getFirst();
        try (ConsoleAtWork read = ConsoleAtWork.open(reader)) {
            read.post("/console/login", "token", "bobs-token");
            assertThat(read.get(LETTERS).page().select("tbody tr")).isNotEmpty();
            assertThat(read.get(LETTERS).page().select("tbody a")).isEmpty();
            for (String path : List.of(shown, shown.replace("/sheet", ""), shown.replace("/sheet", "/pdf"))) {
                assertThat(read.get(path).status()).as(path).isEqualTo(403);
            }
        }
        assertThat(work.get(LETTERS.replace("letters", "letter") + "?on=2026-01-01&payer=X&step=d%2B3")
                        .status())
                .isEqualTo(404);
    }
}
