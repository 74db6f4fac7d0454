package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.Keys.Task;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people look at before they decide, and how they take it back, with keys only. */
@DisplayName("With keys only, in a browser, before and after a decision,")
class DecisionsInABrowserTest {

    private static final Map<String, Task> TASKS = new LinkedHashMap<>();

    private ConsoleAtWork work;
    private Tab tab;
    private Keys keys;

    @BeforeEach
    void open() {
        work = Morning.open();
        tab = Tab.open(work.book.address(), "en").go("/console");
        keys = new Keys(tab.page, TASKS);
    }

    @AfterEach
    void close() {
        assertThat(tab.wrong()).isEmpty();
        tab.close();
        work.close();
    }

    @AfterAll
    static void write() {
        Keys.write(TASKS, "decisions.md");
    }

    @Test
    @DisplayName("what was just decided is undone, and money set aside is taken back")
    void undo() {
        keys.press("g", "s").arrive("/suspense").press("1").at("article");
        keys.see("article:has-text('P9') .leads li:has-text('the text names T-2514')");
        keys.task(
                "a payment just placed: undone",
                () -> keys.press("1").arrive("said=decision").press("z").arrive("said=undone"));
        PaymentApplied undone = (PaymentApplied) work.book.posted().getLast();
        assertThat(undone.parts()).isEmpty();
        assertThat(undone.replaces()).isNotNull();
        assertThat(tab.page.locator("article:has-text('P9')").innerText()).contains("put back into suspense");
        keys.task(
                "a payment between two orders, with what a bank kept",
                () -> keys.press("d")
                        .at("dialog #order0")
                        .press("Tab", "Tab")
                        .type("600")
                        .press("Tab")
                        .type("T-2515")
                        .press("Tab", "Tab")
                        .type("412")
                        .tabTo("dialog #kept")
                        .type("12")
                        .see("dialog output data[value='0.00']")
                        .press("Enter")
                        .arrive("said=decision"));
        PaymentApplied divided = (PaymentApplied) work.book.posted().getLast();
        assertThat(divided.parts()).hasSize(2);
        assertThat(divided.replaces()).isEqualTo(undone.factId());
    }

    @Test
    @DisplayName("a proposal against a customer is decided, with a reason and an end")
    void approval() {
        keys.task(
                "from anywhere: a proposal refused, with a reason of 12 letters",
                () -> keys.press("g", "v")
                        .arrive("/approvals")
                        .press("j", "y")
                        .arrive("/decide/")
                        .press("y", "Tab")
                        .at("#reason")
                        .type("a good buyer")
                        .press("Enter")
                        .arrive("said=decide"));
        assertThat(work.book.decisions()).singleElement().isInstanceOfSatisfying(StandingDecided.class, decided -> {
            assertThat(decided.outcome()).isEqualTo(DecisionOutcome.REFUSED);
            assertThat(decided.reason()).isEqualTo("a good buyer");
        });
    }

    @Test
    @DisplayName("a month is closed by who has seen its figures")
    void monthClose() {
        keys.task(
                "from anywhere: the next month looked at and closed",
                () -> keys.press("g", "m")
                        .arrive("/months")
                        .press("c")
                        .see("form.act-form")
                        .press("c")
                        .at("#seen")
                        .press("Space", "Enter")
                        .arrive("said=close-month"));
        assertThat(tab.page.locator("#said").innerText()).isEqualTo("The month is closed.");
        assertThat(tab.page.locator("td .mark.paid").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("what was done is found, and seen as it was on that day")
    void audit() {
        work.book.post(new ContactNoted("n1", "T-2515", ConsoleAtWork.DAY, null, Channel.PHONE, "rang", "ann"));
        keys.task(
                "from anywhere: the last thing that somebody did, as it was on that day",
                () -> keys.press("g", "u").arrive("/audit").press("j", "Enter").arrive("asOf="));
        assertThat(tab.page.locator("#machine").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("a letter is read before it leaves, and one is back on its row")
    void letter() {
        tab.go("/console/orders/T-2515");
        keys.task(
                "from an order: to its first letter; back",
                () -> keys.press("l")
                        .arrive("/letters")
                        .press("j", "Enter")
                        .arrive("/letter?")
                        .see("iframe.letter")
                        .press("Escape")
                        .see("table.list")
                        .at("tr[data-row]"));
        assertThat(tab.page.url()).endsWith("/letters");
    }

    @Test
    @DisplayName("time is gone through step by step, and does not play by itself where motion is unwelcome")
    void timeMachine() {
        tab.go("/console/orders/T-2515");
        keys.press("m").arrive("/time").see("[data-part=play]:not([hidden])");
        String last = tab.page.locator("[data-part=day]").innerText();
        keys.task(
                "in the time machine: two changes back, one on",
                () -> keys.press("ArrowLeft", "ArrowLeft", "ArrowRight"));
        String before = tab.page.locator("[data-part=day]").innerText();
        assertThat(before).isNotEqualTo(last);
        assertThat(tab.page.locator("[data-part=late]").innerText())
                .isEqualTo(tab.page.locator("tr[aria-current] [data-as=late]").innerText());
        assertThat(tab.page.locator("[data-part=day]").innerText()).isEqualTo(before);
        keys.press("m").see("[data-part=play] >> text=Stop").press("m").see("[data-part=play] >> text=Play");
    }
}
