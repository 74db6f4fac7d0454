package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Token;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of a month's close")
class MonthPagesTest {

    private static final String MONTHS = "/console/sellers/technolowgic/months";

    @AutoClose
    private final ConsoleAtWork work = Morning.open();

    @AutoClose
    private final Questions questions = new Questions(work.book.address());

    private JsonNode api(String path) {
        return questions.get("/sellers/technolowgic/months" + path).json();
    }

    private static List<String> amounts(Document page, String rows) {
        return page.select(rows + " data.amount").eachAttr("value");
    }

    private Read send(String month) {
        Document page = work.get(MONTHS + "/" + month).page();
        Element form = page.selectFirst("form.act-form");
        assertThat(form).as("the form of " + month).isNotNull();
        return work.post(
                form.attr("action"),
                "form",
                form.select("[name=form]").val(),
                "key",
                form.select("[name=key]").val(),
                "entries",
                form.select("[name=entries]").val(),
                "debit",
                form.select("[name=debit]").val(),
                "seen",
                "on");
    }

    private String next() {
        return api("").path("next").asText();
    }

    @Test
    @DisplayName("show the figures that the API answers, month by month, and by journal and account")
    void showTheFigures() {
        JsonNode months = api("").path("months");
        Document list = work.get(MONTHS).page();
        assertThat(list.select("tbody tr")).hasSize(months.size());
        for (int n = 0; n < months.size(); n++) {
            assertThat(list.select("tbody tr").get(n).select("data.amount").eachAttr("value"))
                    .containsExactly(
                            months.get(n).path("debit").asText(),
                            months.get(n).path("credit").asText());
        }
        String month = months.get(1).path("month").asText();
        JsonNode totals = api("/" + month).path("totals");
        Document page = work.get(MONTHS + "/" + month).page();
        assertThat(page.select("tbody tr th").eachText()).isEqualTo(totals.findValuesAsText("account"));
        for (int n = 0; n < totals.size(); n++) {
            assertThat(page.select("tbody tr").get(n).select("data.amount").eachAttr("value"))
                    .containsExactly(
                            totals.get(n).path("debit").asText(),
                            totals.get(n).path("credit").asText());
        }
        assertThat(amounts(page, "tfoot"))
                .containsExactly(
                        months.get(1).path("debit").asText(),
                        months.get(1).path("credit").asText());
    }

    @Test
    @DisplayName("say each check in a sentence with its figure, and lead to what is to be looked at")
    void sayEachCheck() {
        JsonNode checks = api("/" + next()).path("checks");
        Document page = work.get(MONTHS + "/" + next()).page();

        assertThat(page.select(".checks li")).hasSameSizeAs(checks);
        assertThat(page.select(".checks li").eachText())
                .anyMatch(text -> text.contains("Debits equal credits"))
                .anyMatch(text -> text.contains("Payments that wait in suspense: "));
        for (Element link : page.select(".checks a")) {
            assertThat(work.get(link.attr("href")).status())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("close a month with what was seen, say so, and go on to the next")
    void closeAMonth() {
        String first = next();
        Read sent = send(first);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).startsWith(MONTHS + "?said=close-month&");
        assertThat(work.get(sent.header("Location")).page().select("#said").text())
                .isEqualTo("The month is closed.");
        assertThat(next()).isNotEqualTo(first);
        Document closed = work.get(MONTHS + "/" + first).page();
        assertThat(closed.select("form.act-form")).isEmpty();
        assertThat(closed.select(".lead").text()).contains("Closed on").contains("By anybody.");
    }

    @Test
    @DisplayName("send one closing once, however often its form is sent")
    void sendOnce() {
        String first = next();
        Document page = work.get(MONTHS + "/" + first).page();
        Element form = page.selectFirst("form.act-form");
        String[] fields = {
            "form",
            form.select("[name=form]").val(),
            "key",
            form.select("[name=key]").val(),
            "entries",
            form.select("[name=entries]").val(),
            "debit",
            form.select("[name=debit]").val(),
            "seen",
            "on"
        };
        assertThat(work.post(form.attr("action"), fields).status()).isEqualTo(303);
        assertThat(work.post(form.attr("action"), fields).status()).isEqualTo(303);

        fields[7] = "0.01";
        fields[3] = "another-key";
        Read refused = work.post(form.attr("action"), fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text())
                .as("somebody else was quicker")
                .isNotBlank();
        assertThat(refused.page().select("form.act-form")).isEmpty();
        assertThat(work.get(refused.response().uri().getPath())
                        .page()
                        .select(".lead")
                        .text())
                .contains("Closed on");
    }

    @Test
    @DisplayName("show no form that closes while another day is looked at")
    void closeFromTodayOnly() {
        Document page = work.get(MONTHS + "/" + next() + "?asOf=2026-03-02").page();

        assertThat(page.select("main .warning")).hasSize(1);
        assertThat(page.select("form.act-form")).isEmpty();
        assertThat(page.text()).doesNotContain("takes the role");
    }

    @Test
    @DisplayName("close nothing for who does not say that he has seen the figures")
    void closeNothingUnseen() {
        String first = next();
        Element form = work.get(MONTHS + "/" + first).page().selectFirst("form.act-form");
        List<String> fields = new ArrayList<>();
        form.select("[name]:not([name=seen])")
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));

        Read refused = work.post(form.attr("action"), fields.toArray(String[]::new));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("who has seen its figures");
        assertThat(next()).isEqualTo(first);
    }

    @Test
    @DisplayName("refuse with the form again when the figures have changed since it was written")
    void refuseOldFigures() {
        String first = next();
        Document page = work.get(MONTHS + "/" + first).page();
        Element form = page.selectFirst("form.act-form");

        Read refused = work.post(
                form.attr("action"),
                "form",
                form.select("[name=form]").val(),
                "key",
                form.select("[name=key]").val(),
                "entries",
                "1",
                "debit",
                "0.01",
                "seen",
                "on");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("is not what was seen");
        assertThat(refused.page().select("[name=key]").val())
                .isNotEqualTo(form.select("[name=key]").val());
    }

    @Test
    @DisplayName("give the month as a file of entries, the same as the API")
    void giveTheFile() {
        Read file = work.get(MONTHS + "/2026-02/entries");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"technolowgic-2026-02.txt\"");
        assertThat(file.response().body())
                .isEqualTo(questions
                        .get("/sellers/technolowgic/months/2026-02/entries")
                        .response()
                        .body())
                .startsWith("JournalCode\t");
    }

    @Test
    @DisplayName("offer the close and the file to the role finance only, and take it from no other")
    void areForFinance() {
        Token rosa = Token.parse("rosa:collect:" + Sha256.of("a-long-enough-token-of-rosa"))
                .getFirst();
        try (ConsoleAtWork guarded = ConsoleAtWork.open(rosa)) {
            guarded.post("/console/login", "token", "a-long-enough-token-of-rosa", "back", "/console");
            Document page = guarded.get(MONTHS + "/" + next()).page();
            assertThat(page.select("form.act-form, a[download]")).isEmpty();
            assertThat(page.text()).contains("takes the role finance");
            assertThat(guarded.get(MONTHS + "/2026-02/entries").status()).isEqualTo(403);
            String token = page.select("[name=form]").val();
            assertThat(guarded.post(MONTHS + "/" + next(), "form", token, "key", "k", "entries", "1", "debit", "0.01")
                            .status())
                    .isEqualTo(403);
        }
    }
}
