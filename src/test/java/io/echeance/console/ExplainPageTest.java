package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.house.Everything;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that explains an amount")
class ExplainPageTest {

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    /** Also of days long past: interest of several half-years, payments in part, credit notes. */
    @Test
    @DisplayName("adds up to what the order's page shows, for every amount of every late order")
    void addsUp() {
        List<String> orders =
                List.of("T-2508", "T-2514", "T-2515", "E-102", "E-104", "A-74", "H-31", "T-2505", "T-2506");
        List<String> days = List.of("", "?asOf=2025-11-20", "?asOf=2026-01-15");
        int interest = 0;
        for (String order : orders) {
            for (String day : Everything.orOneOf(2, days)) {
                Set<String> links = new LinkedHashSet<>();
                Document shown = work.get("/console/orders/" + order + day).page();
                for (Element link : shown.select("a.amount-link, ul.figures a")) {
                    if (links.add(link.attr("href"))) {
                        Document page = work.get(link.attr("href")).page();
                        String amount = link.select("data").attr("value");
                        if (!link.attr("href").contains("amount=paid&of=")) {
                            assertThat(page.select(".answer data").attr("value"))
                                    .as(link.attr("href"))
                                    .isEqualTo(amount);
                        }
                        assertThat(sum(page)).as(link.attr("href")).isIn(null, new BigDecimal(amount));
                        interest += page.select("td.source").size();
                    }
                }
            }
        }
        assertThat(interest).isGreaterThan(10);
    }

    /** Of the parts that the table shows; null: it has none. */
    private static BigDecimal sum(Document page) {
        List<BigDecimal> parts = new ArrayList<>();
        page.select("table.sum td.part data").forEach(part -> parts.add(new BigDecimal(part.attr("value"))));
        return parts.isEmpty() ? null : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @DisplayName("names clause, article, floor, and the facts without which the amount would be another one")
    void namesItsGrounds() {
        Document page = work.get("/console/orders/T-2508/explain?amount=interestToDate&payer=CEVENNES")
                .page();

        assertThat(page.select(".basis li").eachText()).contains("technolowgic, art. 5.3", "C. com., L441-10 II");
        assertThat(page.select("section[aria-labelledby=floors] td.num").eachText())
                .contains("10.75%", "7.86%");
        assertThat(page.select("section[aria-labelledby=moved] tbody th").eachText())
                .anyMatch(fact -> fact.startsWith("Payment received"));
        Element payment = page.select("section[aria-labelledby=moved] tbody tr").first();
        BigDecimal without =
                new BigDecimal(payment.select("td[data-label=Without it] data").attr("value"));
        assertThat(without)
                .isGreaterThan(new BigDecimal(page.select(".answer data").attr("value")));
    }

    @Test
    @DisplayName("knows only amounts that there are")
    void knowsOnlyAmountsThatThereAre() {
        assertThat(work.get("/console/orders/T-2508/explain?amount=luck").status())
                .isEqualTo(404);
        assertThat(work.get("/console/orders/T-2508/explain?amount=late&of=none")
                        .status())
                .isEqualTo(404);
    }
}
