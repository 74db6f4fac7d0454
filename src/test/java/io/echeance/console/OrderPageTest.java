package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of an order")
class OrderPageTest {

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    @AutoClose
    private static Questions questions = new Questions(work.book.address());

    @Test
    @DisplayName("shows the figures of the API, of every order, today and on earlier days")
    void showsTheFiguresOfTheApi() {
        List<String> orders = new ArrayList<>();
        questions
                .get("/lists/orders?limit=200")
                .json()
                .path("rows")
                .forEach(row -> orders.add(row.path("orderId").asText()));
        assertThat(orders).hasSizeGreaterThan(30);
        for (String order : orders) {
            for (String day : List.of("", "?asOf=2025-12-15", "?asOf=2026-02-01&knownOn=2026-01-15")) {
                JsonNode answer = questions.get("/orders/" + order + day).json();
                Document page = work.get("/console/orders/" + order + day).page();

                assertThat(figures(page)).as(order + day).isEqualTo(figures(answer));
            }
        }
    }

    private static List<String> figures(Document page) {
        List<String> figures = new ArrayList<>();
        for (Element row : page.select("tr[data-receivable]")) {
            figures.add(row.attr("data-receivable") + " " + row.select("data").eachAttr("value"));
        }
        figures.sort(null);
        page.select("section.payer tfoot")
                .forEach(foot ->
                        figures.add(foot.select("td.num data").eachAttr("value").toString()));
        return figures;
    }

    private static List<String> figures(JsonNode answer) {
        List<String> figures = new ArrayList<>();
        for (JsonNode debt : answer.path("statement").path("receivables")) {
            String amount = debt.path("amount").asText();
            String outstanding = debt.path("outstanding").asText();
            String paid = new java.math.BigDecimal(amount)
                    .subtract(new java.math.BigDecimal(outstanding))
                    .toPlainString();
            figures.add(debt.path("key").asText() + " "
                    + List.of(
                            amount,
                            paid,
                            outstanding,
                            debt.path("interestToDate").asText()));
        }
        figures.sort(null);
        for (JsonNode payer : answer.path("statement").path("payers")) {
            boolean owes = false;
            for (JsonNode debt : answer.path("statement").path("receivables")) {
                owes |= debt.path("payer").equals(payer.path("payer"));
            }
            if (owes) {
                figures.add(List.of(
                                payer.path("invoiced").asText(),
                                payer.path("paid").asText(),
                                payer.path("outstanding").asText(),
                                payer.path("interestToDate").asText())
                        .toString());
            }
        }
        return figures;
    }

    @Test
    @DisplayName("says in red that it shows the past, keeps the day in its links, and says who is late and why not")
    void showsThePast() {
        Document today = work.get("/console/orders/T-2515").page();
        Document past = work.get("/console/orders/T-2515?asOf=2026-03-05&knownOn=2026-03-04")
                .page();

        assertThat(today.select(".chip.late").text()).contains("15 days late");
        assertThat(today.select(".hold").text()).contains("dispute");
        assertThat(today.select("body").hasClass("past")).isFalse();
        assertThat(past.select("body").hasClass("past")).isTrue();
        assertThat(past.select(".warning").text()).contains("nothing can be sent");
        assertThat(past.select("a.amount-link").eachAttr("href"))
                .allMatch(link -> link.contains("asOf=2026-03-05") && link.contains("knownOn=2026-03-04"));
        assertThat(past.select(".hold")).isEmpty();
        assertThat(work.get("/console/orders/T-2515?asOf=yesterday").status()).isEqualTo(400);
        assertThat(work.get("/console/orders/T-2515?asOf=2030-01-01").status()).isEqualTo(400);
        assertThat(work.get("/console/orders/none").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("says that the work moves, and tries again by itself, while nobody can tell")
    void triesAgain() {
        work.book.move(true);
        ConsoleAtWork.Read read = work.get("/console/orders/T-2515");
        work.book.move(false);

        assertThat(read.status()).isEqualTo(503);
        assertThat(read.page().select("meta[http-equiv=refresh]")).hasSize(1);
        assertThat(read.page().select("h1").text()).isEqualTo("The work is moving between instances");
    }

    @Test
    @DisplayName("is found by its id, and a customer's orders by his")
    void isFound() {
        assertThat(work.get("/console/search?q=T-2515").status()).isEqualTo(303);
        assertThat(work.get("/console/search?q=T-2515").header("Location")).isEqualTo("/console/orders/T-2515");
        assertThat(work.get("/console/search?q=BOCAGE")
                        .page()
                        .select("tbody th")
                        .eachText())
                .anyMatch(order -> order.startsWith("T-2515"));
    }
}
