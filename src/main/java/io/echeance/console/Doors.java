package io.echeance.console;

import io.echeance.core.invoice.Language;
import io.echeance.query.http.Clerk;
import io.echeance.query.http.Right;
import io.echeance.query.http.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;

/** Who comes in: by a token that he shows once, or anybody of this machine where no tokens are asked for. */
final class Doors {

    static final String COOKIE = "echeance";
    private static final String LANGUAGE = "echeance-language";
    private static final Visitor NOBODY = new Visitor("", Set.of(), null);
    private static final int A_YEAR = 31_536_000;
    private static final int MISDIRECTED = 421;

    private final Sessions sessions;
    private final Clerk clerk;

    Doors(Sessions sessions, Clerk clerk) {
        this.sessions = sessions;
        this.clerk = clerk;
    }

    /** Empty: he is sent to the login, or away. */
    Optional<Visit> enter(Context request) {
        Optional<Session> known = sessions.open(request.cookie(COOKIE));
        if (clerk.asksForTokens()) {
            Optional<Visitor> visitor = known.flatMap(session -> clerk.visitor(session.token()));
            if (visitor.isEmpty()) {
                Console.goOn(request, "/console/login?back=" + Desk.part(here(request)));
                return Optional.empty();
            }
            return Optional.of(visit(request, visitor.get(), known.get()));
        }
        Optional<Visitor> anybody = clerk.anybody(request);
        if (anybody.isEmpty()) {
            request.status(MISDIRECTED)
                    .contentType("text/plain")
                    .result("Without tokens it answers only to localhost.");
            return Optional.empty();
        }
        Session session = known.orElseGet(() -> begin(request, ""));
        return Optional.of(visit(request, anybody.get(), session));
    }

    /** The same for what changes something: only a form of this session's own pages does. Empty: it is answered. */
    Optional<Visit> enterToAct(Context request, Form form) {
        Optional<Visit> visit = enter(request);
        if (visit.isPresent() && !isOwn(request, visit.get().session(), form)) {
            request.status(403)
                    .contentType("text/plain")
                    .result("This form is not of this session: load its page anew.");
            return Optional.empty();
        }
        return visit;
    }

    private boolean isOwn(Context request, Session session, Form form) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("same-origin");
        String origin = request.header("Origin");
        // Not by the scheme: before an instance may stand what ends TLS.
        boolean from = origin == null || origin.replaceFirst("^https?://", "").equals(request.header("Host"));
        return site.equals("same-origin") && from && sessions.isFormToken(session, form.text("form"));
    }

    /** The page that asks for a token, for somebody who has none yet. */
    Optional<Visit> login(Context request) {
        if (!clerk.asksForTokens()) {
            Console.goOn(request, "/console");
            return Optional.empty();
        }
        return Optional.of(visit(request, NOBODY, sessions.begin("")));
    }

    /** In, by the token; a visit: it is nobody's. */
    Optional<Visit> comeIn(Context request) {
        Form form = Form.of(request, clerk);
        String token = form.text("token");
        Optional<Visitor> visitor = clerk.visitor(token);
        if (!clerk.asksForTokens() || visitor.isEmpty()) {
            return login(request);
        }
        begin(request, token);
        // Who sees no orders has one page.
        Console.goOn(request, visitor.get().may(Right.ASK) ? back(form.text("back")) : "/console/health");
        return Optional.empty();
    }

    void leave(Context request) {
        Form form = Form.of(request, clerk);
        Optional<Visit> visit = enterToAct(request, form);
        if (visit.isPresent()) {
            sessions.end(visit.get().session());
            request.removeCookie(COOKIE, "/");
            Console.goOn(request, "/console/login");
        }
    }

    void speak(Context request) {
        String language = request.pathParam("language");
        if (Words.LANGUAGES.contains(language)) {
            Cookie cookie = new Cookie(LANGUAGE, language, "/", A_YEAR);
            cookie.setSameSite(SameSite.STRICT);
            cookie.setHttpOnly(true);
            request.cookie(cookie);
        }
        String back = request.queryParam("back");
        Console.goOn(request, back(back == null ? "" : back));
    }

    /** Only to a page of the console. */
    static String back(String address) {
        return address.matches("/console[\\x21-\\x7e]*") && !address.startsWith("/console/log") ? address : "/console";
    }

    private Session begin(Context request, String token) {
        Session session = sessions.begin(token);
        Cookie cookie = new Cookie(COOKIE, sessions.sealed(session), "/", (int) Sessions.LENGTH.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(request.scheme().equals("https"));
        request.cookie(cookie);
        return session;
    }

    private Visit visit(Context request, Visitor visitor, Session session) {
        DateBar dates = DateBar.NOW;
        Trouble wrong = null;
        try {
            dates = new DateBar(Visit.date(request, "asOf"), Visit.date(request, "knownOn"));
        } catch (Trouble noDate) {
            wrong = noDate;
        }
        Words words = words(request);
        Desk desk = new Desk(clerk, visitor, Language.of(words.language()));
        return new Visit(request, visitor, session, words, dates, desk, wrong);
    }

    /** As he chose, else as his browser asks for. */
    private static Words words(Context request) {
        String chosen = request.cookie(LANGUAGE);
        String asked = Optional.ofNullable(request.header("Accept-Language")).orElse("");
        return Words.in(chosen != null ? chosen : asked.length() < 2 ? "" : asked.substring(0, 2));
    }

    private static String here(Context request) {
        return request.path() + (request.queryString() == null ? "" : "?" + request.queryString());
    }
}
