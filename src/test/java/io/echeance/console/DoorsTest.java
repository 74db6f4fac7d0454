package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.query.http.Token;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The doors of the console")
class DoorsTest {

    private static final String ALICE = "correct horse battery staple".replace(' ', '-');

    private static Token[] tokens() {
        return new Token[] {Token.parse("alice:collect:" + Sha256.of(ALICE)).getFirst()};
    }

    @Test
    @DisplayName("open by a token, shown once; the session is sealed, and kept from scripts and other sites")
    void openByAToken() {
        try (ConsoleAtWork work = ConsoleAtWork.open(tokens())) {
            assertThat(work.get("/console/orders/T-2515").header("Location"))
                    .isEqualTo("/console/login?back=%2Fconsole%2Forders%2FT-2515");
            assertThat(work.get("/console/login")
                            .page()
                            .select("input[name=token]")
                            .attr("type"))
                    .isEqualTo("password");

            Read wrong = work.post("/console/login", "token", "open-sesame", "back", "/console");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.page().select("[role=alert]").text()).contains("not known");
            assertThat(wrong.page().select("input[name=back]").val()).isEqualTo("/console");

            Read in = work.post("/console/login", "token", ALICE, "back", "/console/orders/T-2515");
            assertThat(in.status()).isEqualTo(303);
            assertThat(in.header("Location")).isEqualTo("/console/orders/T-2515");
            assertThat(in.header("Set-Cookie"))
                    .contains("HttpOnly", "SameSite=Strict")
                    .doesNotContain(ALICE);
            assertThat(work.get("/console/orders/T-2515").page().select(".who").text())
                    .isEqualTo("alice");
        }
    }

    @Test
    @DisplayName("lead only to pages of the console, and close by a form of its own")
    void closeByAForm() {
        try (ConsoleAtWork work = ConsoleAtWork.open(tokens())) {
            assertThat(work.post("/console/login", "token", ALICE, "back", "//evil.example")
                            .header("Location"))
                    .isEqualTo("/console");
            String form = work.get("/console")
                    .page()
                    .select("form[action=/console/logout] input[name=form]")
                    .val();

            assertThat(work.post("/console/logout", "form", "made-up").status()).isEqualTo(403);
            assertThat(work.send(HttpRequest.newBuilder(URI.create(work.book.address() + "/console/logout"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Origin", "https://evil.example")
                                    .POST(BodyPublishers.ofString(ConsoleAtWork.written("form", form))))
                            .status())
                    .isEqualTo(403);
            String cookie = work.cookie();
            assertThat(work.get("/console", "Cookie", cookie).status()).isEqualTo(200);
            assertThat(work.post("/console/logout", "form", form).status()).isEqualTo(303);
            assertThat(work.get("/console").status()).isEqualTo(303);
            assertThat(work.get("/console", "Cookie", cookie).status())
                    .as("by a cookie that somebody has kept")
                    .isEqualTo(303);
        }
    }

    @Test
    @DisplayName("take a form of their own behind what ends TLS before them, and none of another site")
    void takeAFormBehindWhatEndsTls() {
        try (ConsoleAtWork work = ConsoleAtWork.open(tokens())) {
            work.post("/console/login", "token", ALICE);
            String form = work.get("/console")
                    .page()
                    .select("form[action=/console/logout] input")
                    .val();
            String host = URI.create(work.book.address()).getAuthority();

            assertThat(leaving(work, form, "https://" + host + ".evil.example")).isEqualTo(403);
            assertThat(leaving(work, form, "null")).isEqualTo(403);
            assertThat(leaving(work, form, "https://" + host)).isEqualTo(303);
        }
    }

    private static int leaving(ConsoleAtWork work, String form, String origin) {
        return work.send(HttpRequest.newBuilder(URI.create(work.book.address() + "/console/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(ConsoleAtWork.written("form", form))))
                .status();
    }

    @Test
    @DisplayName("are open on this machine where no tokens are asked for, under its own name only")
    void areOpenOnThisMachine() {
        try (ConsoleAtWork work = ConsoleAtWork.open()) {
            assertThat(work.get("/").header("Location")).isEqualTo("/console");
            assertThat(work.get("/console").page().select(".who").text()).isEqualTo("anybody");
            assertThat(work.get("/console/login").header("Location")).isEqualTo("/console");
        }
    }

    @Test
    @DisplayName("know the reader's language: the browser's, or the one that he chose")
    void knowTheLanguage() {
        try (ConsoleAtWork work = ConsoleAtWork.open()) {
            assertThat(work.get("/console", "Accept-Language", "fr-FR,fr;q=0.9")
                            .page()
                            .select("html")
                            .attr("lang"))
                    .isEqualTo("fr");
            assertThat(work.get("/console", "Accept-Language", "de")
                            .page()
                            .select("html")
                            .attr("lang"))
                    .isEqualTo("en");
            assertThat(work.get("/console/language/fr?back=/console/keys").header("Location"))
                    .isEqualTo("/console/keys");
            String odd = "/console/orders/%C3%89%20100%25%26%3F%23";
            String other = work.get(odd).page().select(".me a[hreflang]").attr("href");
            assertThat(work.get(other).header("Location")).isEqualTo(odd);
            assertThat(work.get("/console/language/fr?back=/console/keys").header("Location"))
                    .isEqualTo("/console/keys");
            assertThat(work.get("/console", "Accept-Language", "en")
                            .page()
                            .select("html")
                            .attr("lang"))
                    .isEqualTo("fr");
        }
    }

    @Test
    @DisplayName("end a session after eight hours, and know no cookie that they did not seal")
    void endASession() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource clock = now::get;
        Sessions sessions = new Sessions(new SecureRandom(), clock);
        Session session = sessions.begin("token");
        String cookie = sessions.sealed(session);

        assertThat(sessions.open(cookie)).contains(session);
        for (String other : List.of("", "x", cookie.substring(1), "A".repeat(40), "not base64!")) {
            assertThat(sessions.open(other)).isEmpty();
        }
        assertThat(new Sessions(new SecureRandom(), clock).open(cookie)).isEmpty();
        Session other = sessions.begin("token");
        sessions.end(other);
        assertThat(sessions.open(sessions.sealed(other))).isEmpty();
        assertThat(sessions.open(cookie)).contains(session);
        now.set(Instant.EPOCH.plus(Sessions.LENGTH));
        assertThat(sessions.open(cookie)).isEmpty();
    }
}
