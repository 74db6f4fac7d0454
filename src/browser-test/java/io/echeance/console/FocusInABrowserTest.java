package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With keys only, in a browser, a key")
class FocusInABrowserTest {

    private ConsoleAtWork work;
    private Tab tab;
    private Keys keys;

    @BeforeEach
    void open() {
        begin(Morning.open(), "/console");
    }

    private void begin(ConsoleAtWork console, String page) {
        work = console;
        tab = Tab.open(work.book.address(), "en").go(page);
        keys = new Keys(tab.page);
    }

    @AfterEach
    void close() {
        tab.close();
        work.close();
    }

    @Test
    @DisplayName("does nothing while the panel that was asked for is on its way")
    void doesNothingAheadOfThePanel() {
        List<Route> held = new ArrayList<>();
        tab.page.route("**/do/contact*", held::add);
        keys.press("j", "c").see(".act.htmx-request").press("Enter", "s", "j");
        assertThat(tab.page.url()).endsWith("/console");
        held.forEach(Route::resume);

        keys.at("dialog [name=note]");
        assertThat(tab.page.locator("#panel-title").innerText()).startsWith("Note a contact");
        assertThat(held).hasSize(1);
    }

    @Test
    @DisplayName(
            "is about the order whose row has the focus, on a customer's page too; Esc leaves the panel for the row")
    void isAboutTheFocusedOrder() {
        close();
        begin(Morning.withTwoOrdersOfOne(), "/console/customers/ecole-librairie/HAMEL");
        for (String order : List.of("E-102", "E-104")) {
            keys.press("j").at("[data-order='" + order + "']").press("p").at("dialog [name=amount]");
            assertThat(tab.page.locator("#panel-title").innerText()).endsWith(order);
            keys.press("Escape").at("[data-order='" + order + "']");
        }
    }

    @Test
    @DisplayName("takes back a promise that was just sent, and one is on a row again")
    void takesBackAPromise() {
        keys.press("j", "j", "p")
                .at("dialog [name=amount]")
                .press("Enter")
                .arrive("said=promise")
                .at("tr[data-row]")
                .press("z")
                .arrive("said=unpromised")
                .at("tr[data-row]");
        assertThat(work.book.posted()).hasSize(2).last().isInstanceOf(DunningReleased.class);
        assertThat(tab.page.locator(".undo").count()).isZero();
    }

    @Test
    @DisplayName("goes on where a refused order was typed; Esc leaves the field for its row")
    void goesOnWhereItWasRefused() {
        keys.press("g", "s").arrive("/suspense").press("j", "j").at("article");
        keys.press("o")
                .at("[name=orderId]")
                .type("T-99")
                .press("Enter")
                .see("article [role=alert]")
                .at("[name=orderId]");
        String row = (String) tab.page.evaluate("() => document.activeElement.closest('article').innerText");
        assertThat(row).contains("T-99");
        keys.press("Escape").at("article:has([role=alert])");
        keys.press("o")
                .at("[name=orderId]")
                .press("Control+a")
                .type("T-2515")
                .press("Enter")
                .arrive("said=decision");
        assertThat(((PaymentApplied) work.book.posted().getLast())
                        .parts()
                        .getFirst()
                        .orderId())
                .isEqualTo("T-2515");
    }
}
