package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.query.http.Token;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is not done for who reads the console")
class NotDoneTest {

    private static final String ALICE = "correct-horse-battery-staple";
    private static final String CALL = "/console/orders/T-2515/do/contact";

    @AutoClose
    private final ConsoleAtWork work =
            ConsoleAtWork.open(Token.parse("alice:collect:" + Sha256.of(ALICE)).getFirst());

    private void comeIn() {
        work.post("/console/login", "token", ALICE);
        work.get("/console/language/fr?back=/console");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /console?seller=%zz, 400, ne se lit pas",
        "GET, /console/nowhere, 404, rien ici",
        "DELETE, /console, 405, cette méthode",
        "POST, /console, 405, cette méthode"
    })
    @DisplayName("is said on a page in his language, whatever is wrong with the address or the method")
    void isSaidOnAPage(String method, String path, int status, String said) {
        comeIn();
        String answer = work.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                + work.cookie() + "; echeance-language=fr\r\nContent-Length: 0\r\n\r\n");

        isPage(answer, status, said);
        assertThat(answer).contains("Content-Security-Policy");
    }

    private static void isPage(String answer, int status, String said) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("text/html");
        Document page = Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("h1").text()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x"})
    @DisplayName("is said to be no form where it is none")
    void isNoForm(String type) {
        comeIn();
        Read read = work.send(HttpRequest.newBuilder(URI.create(work.book.address() + CALL))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("note=x")));

        assertThat(read.status()).isEqualTo(415);
        assertThat(read.page().select("h1").text()).contains("pas un formulaire");
    }

    @Test
    @DisplayName("is said in his language where its form is another session's, or another site's")
    void isAnothers() {
        comeIn();
        Read session = work.post(CALL, "form", "made-up", "note", "x");
        Read site = work.send(HttpRequest.newBuilder(URI.create(work.book.address() + CALL))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString(ConsoleAtWork.written("form", work.formOf(CALL)))));

        assertThat(session.status()).isEqualTo(403);
        assertThat(session.page().select("main").text()).contains("n’est pas accepté", "pas de cette session");
        assertThat(site.status()).isEqualTo(403);
        assertThat(site.page().select("main").text()).contains("n’est pas accepté", "d’un autre site");
    }

    @Test
    @DisplayName("is said to the script in one sentence, and nothing of what is shown is replaced by it")
    void isSaidToTheScript() {
        comeIn();
        Read read = byScript(CALL, ConsoleAtWork.written("form", "made-up"), "/console");

        assertThat(read.status()).isEqualTo(403);
        assertThat(said(read)).startsWith("Ce formulaire n’est pas accepté: il n’est pas de cette session");
        assertThat(read.header("HX-Reswap")).isEqualTo("none");
        assertThat(said(byScript("/console/orders/none/do/contact", null, "/console")))
                .contains("rien ici");
        assertThat(said(byScript("/console/nowhere", "a=b", "/console"))).contains("cette méthode");
    }

    @Test
    @DisplayName("waits where the session is over meanwhile: what was typed can be sent in one's next session")
    void waitsForTheNextSession() {
        comeIn();
        String form = work.formOf(CALL);
        work.post("/console/logout", "form", form);

        Read opened = byScript(CALL + "?back=%2Fconsole", null, "/console?reason=LATE");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.response().body()).isEmpty();
        assertThat(opened.header("HX-Redirect")).isEqualTo("/console/login?back=%2Fconsole%3Freason%3DLATE");

        String typed = ConsoleAtWork.written("form", form, "key", "k-1", "channel", "PHONE", "note", "called");
        Read sent = byScript(CALL, typed, "/console");
        assertThat(sent.status()).isEqualTo(401);
        assertThat(said(sent)).contains("session est finie", "reste ici");
        assertThat(work.book.posted()).isEmpty();

        work.post("/console/login", "token", ALICE);
        assertThat(byScript(CALL, typed, "/console").header("HX-Redirect")).contains("said=contact");
    }

    @Test
    @DisplayName("is said to come from another site where it does: nobody is signed in by it")
    void signsNobodyIn() {
        Read read = work.send(HttpRequest.newBuilder(URI.create(work.book.address() + "/console/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "fr")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(ConsoleAtWork.written("token", ALICE))));

        assertThat(read.status()).isEqualTo(403);
        assertThat(read.page().select("[role=alert]").text()).contains("d’un autre site");
        assertThat(read.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/console?", "/console/suspense?", "/console/customers/technolowgic/BOCAGE?"})
    @DisplayName("is to show another day where a page has today only: it says so, and how to go there")
    void showsTodayOnly(String path) {
        comeIn();
        Document page = work.get(path + "asOf=2026-03-02").page();

        assertThat(page.select("main .warning").text()).contains("ne montre qu’aujourd’hui");
        assertThat(page.select("main form[method=post]")).isEmpty();
        assertThat(work.get(page.select("main .warning + a").attr("href"))
                        .page()
                        .select("main .warning"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/console/orders/T-2515/do/contact", "/console/payments/P9"})
    @DisplayName("is to send from another day: there is no form then, but a way back to today")
    void sendsFromTodayOnly(String path) {
        comeIn();
        Read read = work.get(path + "?knownOn=2026-03-02");

        assertThat(read.status()).isEqualTo(422);
        assertThat(read.page().select("main form")).isEmpty();
        assertThat(read.page().select("main").text()).contains("rien ne s’envoie d’un jour passé");
        assertThat(read.page().select("main a[href='" + path + "']")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/console?reason=NOPE, « NOPE » n’est pas une raison",
        "/console/promises?after=A, suivez un lien de la console",
        "/console/orders/T-2515?asOf=2999-01-01, ce jour n’est pas encore venu",
        "/console/ageing?on=9999-12-31, ce jour n’est pas encore clos",
        "/console/orders/T-2515/letter?on=2026-01-01&payer=y&step=d%2B3, pas de telle lettre"
    })
    @DisplayName("is said to a person, and not by the names that programs know")
    void isSaidToAPerson(String path, String said) {
        comeIn();
        Read read = work.get(path);

        assertThat(read.status()).isBetween(400, 404);
        assertThat(read.page().select("main").text())
                .contains(said)
                .doesNotContain(
                        "parameter",
                        "paramètre",
                        "asOf",
                        "there is",
                        "after is",
                        "telle commande",
                        "ne montre qu’aujourd’hui");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../../evil",
                "/console/..//evil.example",
                "/consoleevil",
                "/console//evil.example",
                "/console/%2e%2E/evil",
                "/console/orders/.",
                "/console\\evil",
                "/console/.?q",
                "/console/login",
                "https://evil.example/console"
            })
    @DisplayName("is to go on to what is no page of the console")
    void goesOnToNoOther(String back) {
        assertThat(Doors.back(back)).isEqualTo("/console");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/orders/T-2515/do/contact?back=%2Fconsole%3Fa%3D..",
                "/console/orders/%C3%89%20100%25%26%3F%23",
                "/console/customers/a.b/..c?kind=care",
                "/console?all=true&x=../y"
            })
    @DisplayName("is not to go on to a page of the console")
    void goesOnToAPage(String back) {
        assertThat(Doors.back(back)).isEqualTo(back);
    }

    private Read byScript(String path, @Nullable String form, String shown) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(work.book.address() + path))
                .header("HX-Request", "true")
                .header("HX-Current-URL", work.book.address() + shown);
        return work.send(
                form == null
                        ? request
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
    }

    private static String said(Read read) {
        return URLDecoder.decode(read.header("Echeance-Said"), StandardCharsets.UTF_8);
    }
}
