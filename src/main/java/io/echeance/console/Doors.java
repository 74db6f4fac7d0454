package io.echeance.console;

import io.echeance.core.invoice.Language;
import io.echeance.query.http.Clerk;
import io.echeance.query.http.Right;
import io.echeance.query.http.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes in: by a token that he shows once, or anybody of this machine where no tokens are asked for. */
final class Doors {

    static final String COOKIE = "echeance";
    static final String LANGUAGE = "echeance-language";
    private static final int A_YEAR = 31_536_000;
    private static final int MISDIRECTED = 421;

    /** No step is empty, or one or two dots, however these are written. */
    private static final String PAGE =
            "/console(/(?!([.]|%2[eE]){1,2}([/?#]|$))[\\x21-\\x7e&&[^/?#\\\\]]+)*([?][\\x21-\\x7e&&[^\\\\]]*)?";

    private final Sessions sessions;
    private final Clerk clerk;

    Doors(Sessions sessions, Clerk clerk) {
        this.sessions = sessions;
        this.clerk = clerk;
    }

    /** Empty: he is sent to the login, or away. */
    Optional<Visit> enter(Context request) {
        Optional<Session> known = sessions.open(request.cookie(cookie(request)));
        if (clerk.asksForTokens()) {
            Optional<Visitor> visitor = known.flatMap(session -> clerk.visitor(session.token()));
            if (visitor.isEmpty()) {
                comeInFirst(request);
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

    /** @throws Trouble if it is damaged, or no form of this session's own pages: only these change something */
    static void checkIsOwn(Visit visit, Form form) {
        if (form.wrong() != null) {
            throw form.wrong();
        }
        if (!isFromHere(visit.request())) {
            throw Trouble.ofElsewhere();
        }
        if (!visit.sessions().isFormToken(visit.session(), form.text("form"))) {
            throw Trouble.ofAnotherSession();
        }
    }

    /**
     * To the login, and from there back; by script from the page that is shown, and none of it into that page. What is
     * typed there stays, and can be sent once he has come in anew, in another window: the form is good then too.
     */
    private static void comeInFirst(Context request) {
        String shown = request.header("HX-Current-URL");
        if (shown == null) {
            Console.goOn(request, "/console/login?back=" + Desk.part(here(request)));
        } else if (request.method().equals(HandlerType.POST)) {
            Trouble over = Trouble.sessionIsOver();
            Paper.said(words(request), over).forEach(request::header);
            request.status(over.status()).result("");
        } else {
            String back = back(shown.replaceFirst("^https?://[^/]*", "").replaceFirst("#.*$", ""));
            request.header("HX-Redirect", "/console/login?back=" + Desk.part(back))
                    .result("");
        }
    }

    static boolean isFromHere(Context request) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("same-origin");
        String origin = request.header("Origin");
        // Without TLS not by the scheme: before an instance may stand what ends TLS.
        String scheme = isSecure(request) ? "^https://" : "^https?://";
        boolean from = origin == null || origin.replaceFirst(scheme, "").equals(request.header("Host"));
        return site.equals("same-origin") && from;
    }

    private static boolean isSecure(Context request) {
        return request.scheme().equals("https");
    }

    /** Under TLS a browser takes this name from this host only, and from no other address of its domain. */
    private static String cookie(Context request) {
        return isSecure(request) ? "__Host-" + COOKIE : COOKIE;
    }

    /** The page that asks for a token, for somebody who has none yet. */
    Optional<Visit> login(Context request) {
        if (!clerk.asksForTokens()) {
            Console.goOn(request, "/console");
            return Optional.empty();
        }
        return Optional.of(visit(request, Visitor.NOBODY, sessions.begin("")));
    }

    /** In, by the token; a visit: it is nobody's. */
    Optional<Visit> comeIn(Context request, Form form) {
        String token = form.text("token");
        Optional<Visitor> visitor = clerk.visitor(token);
        // Another site's page might sign somebody in under its own token: what he does then would be said to be its.
        if (!clerk.asksForTokens() || visitor.isEmpty() || !isFromHere(request)) {
            return login(request);
        }
        begin(request, token);
        // Who sees no orders has one page.
        Console.goOn(request, visitor.get().may(Right.ASK) ? back(form.text("back")) : "/console/health");
        return Optional.empty();
    }

    /** Out; nothing is left to be shown. */
    @Nullable
    Screen leave(Visit visit, Form form) {
        sessions.end(visit.session());
        keep(visit.request(), "", 0);
        visit.goOn("/console/login");
        return null;
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

    /** Only to a page of the console, written as its addresses are: none that leads out of it step by step. */
    static String back(String address) {
        return address.matches(PAGE) && !address.startsWith("/console/log") ? address : "/console";
    }

    private Session begin(Context request, String token) {
        Session session = sessions.begin(token);
        keep(request, sessions.sealed(session), (int) Sessions.LENGTH.toSeconds());
        return session;
    }

    private static void keep(Context request, String sealed, int seconds) {
        Cookie cookie = new Cookie(cookie(request), sealed, "/", seconds);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(isSecure(request));
        request.cookie(cookie);
    }

    private Visit visit(Context request, Visitor visitor, Session session) {
        DateBar dates = DateBar.NOW;
        Trouble wrong = null;
        try {
            if (request.queryParamMap().values().stream().anyMatch(List::isEmpty)) {
                throw Trouble.noAddress();
            }
            dates = new DateBar(Visit.date(request, "asOf"), Visit.date(request, "knownOn"));
        } catch (Trouble unreadable) {
            wrong = unreadable;
        }
        Words words = words(request);
        Desk desk = new Desk(clerk, visitor, Language.of(words.language()));
        return new Visit(request, visitor, session, sessions, words, dates, desk, wrong);
    }

    /** As he chose, else as his browser asks for. */
    private static Words words(Context request) {
        return Paper.words(request.cookie(LANGUAGE), request.header("Accept-Language"));
    }

    private static String here(Context request) {
        return request.path() + (request.queryString() == null ? "" : "?" + request.queryString());
    }
}
