package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A morning with keys only, in a browser,")
class MorningInABrowserTest {

    private ConsoleAtWork work;
    private Tab tab;
    private Keys keys;

    @BeforeEach
    void open() {
        work = Morning.busy();
        tab = Tab.open(work.book.address(), "en").go("/console");
        keys = new Keys(tab.page);
    }

    @AfterEach
    void close() {
        tab.close();
        work.close();
    }

    @Test
    @DisplayName("works off thirty customers and ten payments with few keys each")
    void worksOffTheMorning() {
        keys.press("j").at("tr[data-row]");
        while (tab.page.locator("tr[data-row]:focus [data-key=p]").count() == 0) {
            keys.press("j");
        }
        for (int n = 0; n < 5; n++) {
            keys.task("a promise, as proposed", () -> sendAsProposed("p"));
        }
        for (int n = 0; n < 3; n++) {
            keys.task("a dispute", () -> sendAsProposed("h"));
        }
        for (int n = 0; n < 22; n++) {
            keys.task("a call, noted in 12 letters", this::noteCall);
        }
        keys.task(
                "to suspense",
                () -> keys.press("g", "s").arrive("/suspense").press("j").at("article"));
        for (int n = 0; n < 5; n++) {
            keys.task("a payment to an order of 6 letters", this::placeElsewhere);
        }
        keys.press("j", "j").at("article:has([data-key='1'])");
        for (int n = 0; n < 5; n++) {
            keys.task("a payment to what is proposed", () -> done("1"));
        }
        Keys.write(keys.tasks(), "morning.md");

        assertThat(posted(DunningHeld.class)).isEqualTo(8);
        assertThat(posted(ContactNoted.class)).isEqualTo(22);
        assertThat(posted(PaymentApplied.class)).isEqualTo(10);
        assertThat(keys.keysFor("a promise, as proposed")).isEqualTo(2);
        assertThat(keys.keysFor("a dispute")).isEqualTo(2);
        assertThat(keys.keysFor("a call, noted in 12 letters")).isEqualTo(14);
        assertThat(keys.keysFor("a payment to what is proposed")).isEqualTo(1);
        assertThat(keys.keysFor("a payment to an order of 6 letters")).isEqualTo(8);
        assertThat(tab.wrong()).isEmpty();
    }

    private long posted(Class<? extends Fact> kind) {
        return work.book.posted().stream().filter(kind::isInstance).count();
    }

    private void sendAsProposed(String key) {
        keys.press(key).see("dialog[open] .fields");
        done("Enter");
    }

    private void noteCall() {
        keys.press("c").at("dialog [name=note]").type("calls friday");
        done("Enter");
    }

    private void placeElsewhere() {
        keys.press("o").at("[name=orderId]").type("T-2515");
        done("Enter");
    }

    /** Back on a row of a page that is written anew. */
    private void done(String key) {
        tab.page.evaluate("() => { window.before = true; }");
        keys.press(key);
        tab.page.waitForFunction(
                "() => !window.before && document.activeElement.matches('[data-row]') && said.textContent !== ''");
    }
}
