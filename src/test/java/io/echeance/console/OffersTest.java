package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money that waits, beside what it may be for,")
class OffersTest {

    private static final String SUSPENSE = "/console/suspense";

    @AutoClose
    private final ConsoleAtWork work = Morning.open();

    private PaymentApplied last() {
        return (PaymentApplied) work.book.posted().getLast();
    }

    @Test
    @DisplayName("goes by one key to what its payer owes, with the amounts that were read")
    void goesByOneKeyToWhatIsOwed() {
        String address = "/console/payments/P8?back=%2Fconsole%2Fsuspense";
        Element offer = Objects.requireNonNull(
                work.get(address).page().select(".leads form").first());
        assertThat(offer.select("button").attr("data-key")).isEqualTo("1");
        assertThat(offer.select("button").text()).isEqualTo("To E-104 1");

        List<String> fields = new ArrayList<>(List.of("step", "send"));
        offer.select("input").forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
        Read placed = work.post(offer.attr("action"), fields.toArray(String[]::new));

        assertThat(placed.header("Location")).startsWith(SUSPENSE + "?said=decision&payment=P8");
        assertThat(last().parts()).singleElement().satisfies(part -> {
            assertThat(part.orderId()).isEqualTo("E-104");
            assertThat(part.payerId()).isEqualTo("HAMEL");
            assertThat(part.amount()).isEqualTo(Money.of("1080.00"));
        });
        assertThat(work.get(placed.header("Location")).page().select("#said").text())
                .isEqualTo("It is decided. P8 · E-104");
    }

    @Test
    @DisplayName("has no second key for an order that the list has a key for, and none for what is spoken against")
    void hasNoSecondKey() {
        Document page = work.get("/console/payments/P9").page();

        assertThat(page.select(".leads li a").eachText()).contains("T-2514");
        assertThat(page.select(".leads li:contains(T-2514) form")).isEmpty();
        assertThat(page.select(".leads li:contains(▲) form")).isEmpty();
    }

    @Test
    @DisplayName("that is refused says so on its own row, where one goes on typing")
    void isRefusedOnItsRow() {
        Read refused = work.post(SUSPENSE + "/P10", "form", work.formOf(SUSPENSE), "key", "k1", "orderId", "T-99");

        assertThat(refused.status()).isEqualTo(422);
        Elements alert = refused.page().select("[role=alert]");
        assertThat(alert.eachText()).singleElement().asString().contains("T-99");
        assertThat(alert.parents().select("article").select("h2").text()).contains("P10");
        Elements field = refused.page().select("[autofocus]");
        assertThat(field.eachAttr("id")).containsExactly("order-P10");
        assertThat(field.val()).isEqualTo("T-99");
        assertThat(field.attr("aria-describedby")).isEqualTo(alert.attr("id"));
    }
}
