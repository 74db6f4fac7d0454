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
    @DisplayName(
            "works off thirty customers, ten payments and an approval with few keys each, and each list gets shorter")
    void worksOffTheMorning() {
        keys.press("j").at("tr[data-row]");
        while (tab.page.locator("tr[data-row]:focus [data-key=p]").count() == 0) {
            keys.press("j");
        }
        int customers = left();
        for (int n = 0; n < 5; n++) {
            keys.task("a promise, as proposed", () -> sendAsProposed("p"));
        }
        for (int n = 0; n < 3; n++) {
            keys.task("a dispute", () -> sendAsProposed("h"));
        }
        while (left() > customers - 30) {
            keys.task("a call, noted in 12 letters", this::noteCall);
        }
        keys.task(
                "to suspense",
                () -> keys.press("g", "s").arrive("/suspense").press("j").at("article"));
        int payments = left();
        for (int n = 0; n < 3; n++) {
            keys.task("a payment to an order of 6 letters", this::placeElsewhere);
        }
        keys.press("j", "j", "j", "j");
        for (int n = 0; n < 3; n++) {
            keys.task("a payment to what its payer owes", this::placeByWhatIsOwed);
        }
        keys.press("j", "j", "j", "j");
        for (int n = 0; n < 4; n++) {
            keys.task("a payment to what its text names", () -> done("1"));
        }
        assertThat(left()).isEqualTo(payments - 10);
        keys.press("g", "v").arrive("/approvals").press("j").at("[data-row]");
        int proposals = left();
        keys.task("a proposal refused, with a reason of 12 letters", this::refuse);
        assertThat(left()).isEqualTo(proposals - 1);
        Keys.write(keys.tasks(), "morning.md");

        assertThat(posted(DunningHeld.class)).isEqualTo(8);
        // A dispute about one of a customer's two orders leaves the other: 31 acts.
        assertThat(posted(ContactNoted.class)).isEqualTo(23);
        assertThat(posted(PaymentApplied.class)).isEqualTo(10);
        assertThat(work.book.decisions()).hasSize(1);
        takes(2, "a promise, as proposed");
        takes(2, "a dispute");
        takes(14, "a call, noted in 12 letters");
        takes(1, "a payment to what its text names");
        takes(1, "a payment to what its payer owes");
        takes(8, "a payment to an order of 6 letters");
        takes(16, "a proposal refused, with a reason of 12 letters");
        assertThat(tab.wrong()).isEmpty();
    }

    private void takes(int most, String task) {
        assertThat(keys.keysFor(task)).as(task).isLessThanOrEqualTo(most);
    }

    /** How many are to be worked off, as the page says. */
    private int left() {
        String said = tab.page.locator(".title .quiet").innerText();
        return Integer.parseInt(said.replaceAll(".* · (?=\\d+ customers)", "").replaceAll(" .*", ""));
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

    private void placeByWhatIsOwed() {
        keys.see("article:focus .leads [data-key='1']");
        done("1");
    }

    private void refuse() {
        keys.press("y")
                .arrive("/decide/")
                .press("y")
                .at("#outcome")
                .press("Tab")
                .at("#reason")
                .type("a good buyer");
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
