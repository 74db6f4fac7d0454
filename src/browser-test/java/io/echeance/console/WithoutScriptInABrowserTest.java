package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.echeance.core.order.Fact;
import io.echeance.query.http.LateOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Without script, in a browser,")
class WithoutScriptInABrowserTest {

    private ConsoleAtWork work;
    private Tab tab;
    private Page page;

    @BeforeEach
    void open() {
        work = Morning.open();
        tab = Tab.withoutScript(work.book.address(), "en");
        page = tab.page;
    }

    @AfterEach
    void close() {
        assertThat(tab.wrong()).isEmpty();
        tab.close();
        work.close();
    }

    @Test
    @DisplayName("every page says the same")
    void everyPageSaysTheSame() {
        try (Tab scripted = Tab.open(work.book.address(), "en")) {
            for (String path : EveryPageTest.PAGES) {
                assertThat(text(tab.go(path))).as(path).containsExactlyElementsOf(text(scripted.go(path)));
            }
        }
        tab.wrong();
    }

    /** All but what only a script moves, or fetches as one scrolls: it stands on the page of the payment then. */
    private static List<String> text(Tab tab) {
        return tab.page
                .locator("main :is(h1, h2, p, li, dl, th, td)"
                        + ":not(.player, .player *, .why *, #said, :has(#keys-switch))")
                .allInnerTexts();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        promise       | DunningHeld    |             |
        hold          | DunningHeld    |             |
        contact       | ContactNoted   | note        | calls back
        resubmit      | Resubmitted    |             |
        assign        | Assigned       | to          | rosa
        waiver        | PenaltyWaived  | reason      | a good customer
        notice-served | NoticeServed   |             |
        write-off     | DebtWrittenOff | reason      | insolvent
        """)
    @DisplayName("what people do about an order is sent")
    void formIsSent(String act, String fact, String field, String text) {
        LateOrder served = LateOrder.of(work.book);
        String order = "/console/orders/"
                + switch (act) {
                    case "hold" -> "T-2514";
                    case "notice-served" -> served.id();
                    default -> "T-2515";
                };
        tab.go(order + "/do/" + act);
        if (field != null) {
            page.locator("[name=" + field + "]").fill(text);
        }
        if (act.equals("notice-served")) {
            page.locator("[name=noticeId]").selectOption(served.notice());
        }
        page.locator(".send .primary").click();

        assertThat(page.url()).contains(order + "?said=" + act + "&about=");
        assertThat(page.locator("#said").innerText()).isNotBlank();
        assertThat(lastPosted()).isEqualTo(fact);
    }

    private String lastPosted() {
        List<Fact> posted = work.book.posted();
        return posted.getLast().getClass().getSimpleName();
    }

    @Test
    @DisplayName("a hold is released")
    void holdIsReleased() {
        tab.go("/console/orders/T-2515/do/release");
        page.locator("[name=reason]").fill("settled");
        page.locator(".send .primary").click();
        assertThat(lastPosted()).isEqualTo("DunningReleased");
    }

    @Test
    @DisplayName("what will change is looked at first")
    void changeIsLookedAt() {
        tab.go("/console/orders/T-2514/do/promise");
        page.locator("[name=amount]").fill("12");
        page.locator("[value=look]").click();
        assertThat(page.locator("[name=amount]").inputValue()).isEqualTo("12");
        assertThat(page.locator(".effect h2").count()).isEqualTo(1);
        assertThat(work.book.posted()).isEmpty();
    }

    @Test
    @DisplayName("money in suspense is placed, and set aside")
    void moneyIsPlaced() {
        tab.go("/console/suspense");
        page.locator("button[value='T-2514']").click();
        assertThat(page.url()).contains("/console/suspense?said=decision");
        page.locator("article:has-text('P10') .decide:has(select) button").click();
        assertThat(work.book.posted()).hasSize(2);
    }

    @Test
    @DisplayName("lists are filtered, orders found, other days seen, the language chosen")
    void listsAreFiltered() {
        tab.go("/console");
        page.locator("#reason").selectOption("LATE");
        page.locator(".filter button").click();
        assertThat(page.url()).contains("reason=LATE");
        page.locator("#q").fill("T-2515");
        page.locator("#q").press("Enter");
        assertThat(page.url()).endsWith("/console/orders/T-2515");
        page.locator("#asOf").fill("2026-03-10");
        page.locator(".dates button").click();
        assertThat(page.locator("body.past").count()).isEqualTo(1);
        page.locator("[hreflang=fr]").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
    }
}
