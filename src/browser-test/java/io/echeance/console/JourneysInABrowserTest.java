package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.Keys.Task;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.query.http.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people come for, with keys only: the table under {@code target/browser} says how many each takes. */
@DisplayName("With keys only, in a browser,")
class JourneysInABrowserTest {

    private static final Map<String, Task> TASKS = new LinkedHashMap<>();

    private ConsoleAtWork work;
    private Tab tab;
    private Keys keys;

    @BeforeEach
    void open() {
        begin(Morning.open());
    }

    private void begin(ConsoleAtWork console) {
        work = console;
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
        Keys.write(TASKS, "journeys.md");
    }

    @Test
    @DisplayName("a promise is noted from the worklist, and one is back on its row")
    void promise() {
        keys.task(
                "from the worklist, the second row: a promise",
                () -> keys.press("j", "j", "p")
                        .see("dialog[open] .effect")
                        .press("Enter")
                        .arrive("said=promise")
                        .at("tr[data-row]"));

        assertThat(tab.page.locator("#said").innerText()).startsWith("The promise is noted. ");
        DunningHeld held = (DunningHeld) work.book.posted().getLast();
        assertThat(held.until()).isEqualTo("2026-03-20");
        assertThat(tab.page.evaluate(
                        "() => [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement)"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("an amount is explained, and back again row by row")
    void explain() {
        keys.task(
                "from the worklist: explain what a customer owes",
                () -> keys.press("j", "Enter")
                        .arrive("/customers/")
                        .press("j", "Enter")
                        .arrive("/orders/")
                        .press("e")
                        .arrive("/explain"));
        assertThat(tab.page.locator("h1").innerText()).contains("explained");
        keys.task(
                "back to the worklist",
                () -> keys.press("Escape")
                        .see("main .figures a")
                        .press("Escape")
                        .arrive("/customers/")
                        .at("tr[data-row]")
                        .press("Escape")
                        .see(".work")
                        .at("tr[data-row]"));
    }

    @Test
    @DisplayName("a dispute shows what it changes before it is sent")
    void dispute() {
        tab.go("/console/orders/T-2514");
        keys.task(
                "from an order: a dispute until a day, looked at, sent",
                () -> keys.press("h")
                        .at("dialog [name=until]")
                        .type("04302026")
                        .press("Tab", "Tab", "Tab", "Enter")
                        .at(".send .primary")
                        .press("Enter")
                        .arrive("said=hold"));
        assertThat(((DunningHeld) work.book.posted().getLast()).until()).isEqualTo("2026-04-30");
    }

    @Test
    @DisplayName("money in suspense goes to the order that is proposed")
    void suspense() {
        keys.task(
                "from anywhere: a payment to what is proposed",
                () -> keys.press("g", "s")
                        .arrive("/suspense")
                        .press("1")
                        .at("article")
                        .press("1")
                        .arrive("said=decision"));
        assertThat(((PaymentApplied) work.book.posted().getLast()).paymentId()).isEqualTo("P9");
    }

    @Test
    @DisplayName("money in suspense is set aside with a reason")
    void setAside() {
        keys.task(
                "from anywhere: a payment set aside",
                () -> keys.press("g", "s")
                        .arrive("/suspense")
                        .press("j", "a")
                        .at("select")
                        .press("ArrowDown", "Tab", "Enter")
                        .arrive("said=decision"));
        assertThat(((PaymentApplied) work.book.posted().getLast()).setAside()).isNotNull();
    }

    @Test
    @DisplayName("an order is played ahead")
    void whatIf() {
        tab.go("/console/orders/T-2514");
        keys.task(
                "from an order: what if 1000 are paid",
                () -> keys.press("w")
                        .arrive("/what-if")
                        .press("w")
                        .at("[name=amount]")
                        .type("1000")
                        .press("Enter")
                        .arrive("amount=1000"));
        assertThat(tab.page.locator("h2").first().innerText()).isEqualTo("What it changes");
    }

    @Test
    @DisplayName("an order is found by its id")
    void search() {
        keys.task(
                "from anywhere: to an order of 6 letters",
                () -> keys.press("/").type("T-2515").press("Enter").arrive("/orders/T-2515"));
    }

    @Test
    @DisplayName("what a person asks for is answered, all that is kept handed out, the person erased, and it is proved")
    void rights() {
        keys.task(
                "from anywhere: the most urgent request of a person, answered",
                () -> keys.press("g", "r")
                        .arrive("/persons")
                        .press("j", "Enter")
                        .arrive("/persons/EVA")
                        .press("j", "Enter")
                        .arrive("/answer/technolowgic/")
                        .at("#outcome") // Tab before the page has given its field the focus is a warning.
                        .tabTo("#reason")
                        .type("sent")
                        .press("Enter")
                        .arrive("said=right"));
        assertThat(((RightAnswered) work.book.decisions().getLast()).outcome()).isEqualTo(RightOutcome.GRANTED);
        keys.task(
                "from a person: all that is kept, as a file",
                () -> assertThat(file("f")).startsWith("PK"));
        keys.task(
                "from a person: erased, with the text of a payment",
                () -> keys.tabTo("#payments")
                        .type("P10")
                        .press("Tab")
                        .type("EVA")
                        .press("Enter")
                        .see(".certificate"));
        assertThat(tab.page.locator(".certificate").innerText()).contains("Erasure of EVA: PENDING", "P10");
        keys.task(
                "from its certificate: look whether all is gone",
                () -> keys.press("v").see("text=Erasure of EVA: ERASED"));
        keys.task(
                "from its certificate: the file for the person",
                () -> assertThat(file("c")).contains("personne EVA : prouvé (ERASED)", "P10"));
    }

    /** What a key brings as a file. */
    private String file(String key) {
        try {
            byte[] bytes = Files.readAllBytes(
                    tab.page.waitForDownload(() -> keys.press(key)).path());
            return new String(bytes, StandardCharsets.UTF_8); // Of a zip only its first letters are text.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("the books are seen as they stood, and nothing can be sent there")
    void past() {
        tab.go("/console/orders/T-2515");
        keys.task(
                "from an order: as it stood on another day",
                () -> keys.press("t")
                        .at("[name=asOf]")
                        .type("03102026")
                        .press("Enter")
                        .arrive("asOf=2026-03-10"));
        assertThat(tab.page.locator("body.past").count()).isEqualTo(1);
        assertThat(tab.page.locator(".act").count()).isZero();
    }

    @Test
    @DisplayName("the other language is chosen")
    void language() {
        keys.task(
                "the other language",
                () -> keys.tabTo("[hreflang]").press("Enter").see("html[lang=fr]"));
        assertThat(tab.page.locator("h1").innerText()).isEqualTo("Liste de travail");
    }

    @Test
    @DisplayName("one comes in with a token, and leaves")
    void login() {
        tab.close();
        work.close();
        begin(ConsoleAtWork.open(Token.parse("rosa:collect:" + Sha256.of("a-long-enough-token-of-rosa"))
                .getFirst()));
        keys.task("in, without the token's letters", () -> {
            tab.page.keyboard().type("a-long-enough-token-of-rosa");
            keys.press("Enter").see(".work");
        });
        keys.task(
                "out",
                () -> keys.tabTo("form[action='/console/logout'] button")
                        .press("Enter")
                        .arrive("/login"));
        tab.go("/console");
        assertThat(tab.page.url()).contains("/login");
    }

    @Test
    @DisplayName("a person sees that an instance moves, and the page once it has")
    void moves() {
        work.book.move(true);
        keys.press("g", "p").see("text=Trying again");
        work.book.move(false);
        keys.see("#due");
        assertThat(tab.wrong()).allMatch(said -> said.contains("503"));
    }

    @Test
    @DisplayName("what could not be sent while an instance moved says so, and is sent then")
    void sentLater() {
        keys.press("j", "j", "p").see("dialog[open] .effect");
        work.book.move(true);
        keys.press("Enter").see("dialog .trouble:not(:empty)");
        work.book.move(false);
        keys.press("Enter").arrive("said=promise");
        assertThat(tab.wrong()).allMatch(said -> said.contains("503"));
    }

    @Test
    @DisplayName("single letters are switched off where they are in the way")
    void lettersOff() {
        keys.task(
                "single letters off",
                () -> keys.press("?").arrive("/keys").tabTo("#keys-switch").press("Enter"));
        tab.go("/console/orders/T-2515");
        keys.press("w", "p");
        assertThat(tab.page.url()).endsWith("/console/orders/T-2515");
        assertThat(tab.page.locator("dialog[open]").count()).isZero();
    }
}
