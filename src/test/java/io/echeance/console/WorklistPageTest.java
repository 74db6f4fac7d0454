package io.echeance.console;

import static io.echeance.console.ActTest.filled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The worklist and the page of a customer")
class WorklistPageTest {

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    @AutoClose
    private static Questions questions = new Questions(work.book.address());

    @Test
    @DisplayName("show customers in the order of the API, with the reasons in sentences")
    void showCustomersInTheOrderOfTheApi() {
        JsonNode answer = questions.get("/worklist").json();
        Document page = work.get("/console").page();
        List<String> customers = new ArrayList<>();
        List<String> late = new ArrayList<>();
        answer.path("rows").forEach(row -> {
            customers.add(row.path("customer").asText());
            late.add(row.path("late").asText());
        });

        assertThat(page.select("tbody th a").eachText()).isEqualTo(customers);
        assertThat(page.select("td[data-label=Late] data").eachAttr("value")).isEqualTo(late);
        assertThat(page.select(".why-list li").eachText())
                .contains("Promised €2,640.00 for 14 Mar 2026; €1,000.00 came.", "Next step D+45 on 23 Mar 2026.");
        assertThat(page.select("td.acts a[data-key=c]")).hasSameSizeAs(customers);
        assertThat(page.select("td.acts a[data-key=p]")).hasSize((int)
                late.stream().filter(amount -> !amount.equals("0.00")).count());
        assertThat(work.get("/console", "Accept-Language", "fr")
                        .page()
                        .select(".why-list li")
                        .eachText())
                .anyMatch(why -> why.matches("2.640,00.€ promis pour le 14 mars 2026 ; 1.000,00.€ sont venus[.]"));
    }

    @Test
    @DisplayName("let one filter, and show those that rest when asked")
    void letOneFilter() {
        assertThat(work.get("/console").page().select("tbody tr.rests")).isEmpty();
        assertThat(work.get("/console?all=true")
                        .page()
                        .select("tbody tr.rests th a")
                        .eachText())
                .contains("BOCAGE");
        assertThat(work.get("/console?seller=alegria")
                        .page()
                        .select("tbody th a")
                        .eachText())
                .containsExactly("STUDIO-NEO");
        assertThat(work.get("/console?reason=BROKEN_PROMISE")
                        .page()
                        .select("tbody th a")
                        .eachText())
                .containsExactly("OCCITAN", "HAMEL");
    }

    @Test
    @DisplayName("say what was promised of one of two orders, and go on with the other")
    void goOnWithTheOther() {
        try (ConsoleAtWork own = Morning.withTwoOrdersOfOne()) {
            Element before = row(own, "HAMEL");
            assertThat(before.select("th .line").text()).isEqualTo("E-102 +1");
            String promise = before.select("[data-key=p]").attr("href");

            Document form = own.get(promise).page();
            assertThat(form.select(".act-form").text()).contains("HAMEL ecole-librairie · Late €1,800.00");
            own.post(promise.substring(0, promise.indexOf('?')), filled(form, "step", "send"));

            Element after = row(own, "HAMEL");
            assertThat(after.select("th .line").text()).isEqualTo("E-104 +1");
            assertThat(after.select("[data-key=p]").attr("href")).contains("/orders/E-104/");
            assertThat(after.select(".reason-hold").text())
                    .isEqualTo("E-102 · Dunning is held: promise to pay, until 20 Mar 2026 · €1,800.00");
        }
    }

    private static Element row(ConsoleAtWork own, String customer) {
        return Objects.requireNonNull(own.get("/console")
                .page()
                .select("tbody tr:contains(" + customer + ")")
                .first());
    }

    @Test
    @DisplayName("keep what one looks for when something is done")
    void keepTheFilter() {
        try (ConsoleAtWork own = ConsoleAtWork.open()) {
            keepTheFilter(own);
        }
    }

    private static void keepTheFilter(ConsoleAtWork own) {
        String filtered = "/console?reason=BROKEN_PROMISE&seller=technolowgic";
        Document page = own.get(filtered + "&said=promise").page();
        String act = page.select("td.acts a[data-key=c]").attr("href");
        Document asked = own.get(act).page();

        String went = own.post(
                        act.substring(0, act.indexOf('?')),
                        "form",
                        asked.select("[name=form]").first().val(),
                        "key",
                        "k",
                        "back",
                        asked.select("[name=back]").val(),
                        "step",
                        "send",
                        "channel",
                        "PHONE")
                .header("Location");

        assertThat(went).startsWith(filtered + "&said=contact&about=");
        assertThat(own.get(page.select("[hreflang]").attr("href")).header("Location"))
                .isEqualTo(filtered);
    }

    @Test
    @DisplayName("add up what all orders of a customer owe, and show what happened, the newest first")
    void addUpWhatACustomerOwes() {
        Document page = work.get("/console/customers/technolowgic/CEVENNES").page();
        BigDecimal late = BigDecimal.ZERO;
        BigDecimal outstanding = BigDecimal.ZERO;
        for (String order : List.of("T-2508", "T-2521")) {
            for (JsonNode payer :
                    questions.get("/orders/" + order).json().path("statement").path("payers")) {
                late = late.add(new BigDecimal(payer.path("late").asText()));
                outstanding =
                        outstanding.add(new BigDecimal(payer.path("outstanding").asText()));
            }
        }

        assertThat(page.select("ul.figures data").eachAttr("value"))
                .containsExactly(late.toPlainString(), outstanding.toPlainString());
        assertThat(page.select(".timeline > li > time").eachAttr("datetime"))
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .hasSizeGreaterThan(3);
        assertThat(work.get("/console/customers/technolowgic/CEVENNES?kind=money")
                        .page()
                        .select(".timeline strong")
                        .eachText())
                .containsOnly("Payment received");
        JsonNode timeline =
                questions.get("/customers/technolowgic/CEVENNES/timeline").json();
        assertThat(timeline.path("events").size())
                .isEqualTo(page.select(".timeline li").size());
        assertThat(work.get("/console/customers/technolowgic/NOBODY").status()).isEqualTo(404);
    }
}
