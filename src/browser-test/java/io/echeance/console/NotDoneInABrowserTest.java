package io.echeance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import io.echeance.query.http.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is refused is said in a browser,")
class NotDoneInABrowserTest {

    private static final String ALICE = "correct-horse-battery-staple";
    private static final String SENTENCE = "dialog[open] .trouble";

    private ConsoleAtWork work;
    private Tab tab;

    @BeforeEach
    void open() {
        work = ConsoleAtWork.open(
                Token.parse("alice:collect:" + Sha256.of(ALICE)).getFirst());
        tab = Tab.open(work.book.address(), "fr").go("/console");
        comeIn();
        tab.page.locator("tr[data-row]").first().focus();
        tab.page.keyboard().press("c");
        note().fill("rappelle jeudi");
    }

    @AfterEach
    void close() {
        tab.close();
        work.close();
    }

    private void comeIn() {
        tab.page.locator("#token").fill(ALICE);
        tab.page.locator("main button").click();
    }

    private Locator note() {
        return tab.page.locator("dialog[open] #field-note");
    }

    private void send() {
        tab.page.locator("dialog[open] .send button").first().click();
    }

    @Test
    @DisplayName("in the panel, with its own sentence, and what was typed stays")
    void withItsOwnSentence() {
        tab.page.locator("dialog[open] .fields input[name=form]").evaluate("field => field.value = 'made-up'");
        send();

        assertThat(tab.page.locator(SENTENCE)).containsText("pas de cette session");
        assertThat(note()).hasValue("rappelle jeudi");
        assertThat(work.book.posted()).isEmpty();
    }

    @Test
    @DisplayName("after the session is over too: what was typed is sent in the next one, come into in another window")
    void afterTheSession() {
        tab.page.context().clearCookies(new ClearCookiesOptions().setName(Doors.COOKIE));
        send();
        assertThat(tab.page.locator(SENTENCE)).containsText("session est finie");
        assertThat(note()).hasValue("rappelle jeudi");

        var other = tab.page.context().newPage();
        other.navigate(work.book.address() + "/console");
        other.locator("#token").fill(ALICE);
        other.locator("main button").click();
        assertThat(other.locator(".who")).hasText("alice");
        send();
        assertThat(tab.page.locator("#said")).containsText("noté");
        assertThat(work.book.posted()).hasSize(1);
    }

    @Test
    @DisplayName("on the login, not in the panel, where nothing is typed yet, and from there one comes back")
    void onTheLogin() {
        tab.page.locator("dialog[open] .close").click();
        tab.page.context().clearCookies();
        tab.page.locator("tr[data-row] [data-key=c]").first().click();

        tab.page.waitForURL("**/console/login?back=%2Fconsole");
        comeIn();
        tab.page.waitForURL("**/console");
    }

    @Test
    @DisplayName("as no answer where none came")
    void noAnswer() {
        tab.page.context().setOffline(true);
        send();

        assertThat(tab.page.locator(SENTENCE)).containsText("Aucune réponse");
        assertThat(note()).hasValue("rappelle jeudi");
    }
}
