package io.echeance.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.echeance.document.page.NotWritable;
import io.echeance.query.http.Annex;
import io.echeance.query.http.Clerk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages for people under {@code /console}. Each is written here from what {@link Desk} asks; without script it can be
 * read, and every form works.
 */
public final class Console implements Annex {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final int SEE_OTHER = 303;
    private static final int TOO_LONG = 413;

    private final Assets assets = Assets.bundled();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Sessions sessions;

    public Console() {
        this(InstantSource.system());
    }

    Console(InstantSource time) {
        sessions = new Sessions(new SecureRandom(), time);
    }

    /** Writes a page for a visit. */
    @FunctionalInterface
    interface Writes {
        Screen page(Visit visit);
    }

    /** Does what a form says; a screen: it is not done, and why. */
    @FunctionalInterface
    private interface Acts {
        @Nullable
        Screen send(Visit visit, Form form);
    }

    @Override
    public void open(RoutesConfig routes, Clerk clerk) {
        Doors doors = new Doors(sessions, clerk);
        Screens.all()
                .forEach((path, screen) -> routes.get(path, request -> {
                    about(request);
                    Optional<Visit> visit = doors.enter(request);
                    if (visit.isPresent()) {
                        show(visit.get(), screen);
                    }
                }));
        routes.post("/console/orders/{id}/do/{act}", request -> taken(request, doors, clerk, ActScreen::send));
        routes.post("/console/suspense/{id}", request -> taken(request, doors, clerk, SuspenseScreen::decide));
        routes.post("/console/payments/{id}", request -> taken(request, doors, clerk, PaymentScreen::send));
        routes.post(
                "/console/customers/{seller}/{id}/decide/{kind}",
                request -> taken(request, doors, clerk, ApprovalScreens::send));
        routes.post(
                "/console/sellers/{seller}/months/{month}",
                request -> taken(request, doors, clerk, MonthScreens::close));
        routes.get(
                "/console/sellers/{seller}/months/{month}/entries",
                request -> raw(request, doors, MonthScreens::entries));
        routes.post("/console/persons/{id}/ask", request -> taken(request, doors, clerk, PersonScreens::asked));
        routes.post(
                "/console/persons/{id}/answer/{seller}/{asked}",
                request -> taken(request, doors, clerk, PersonScreens::answered));
        routes.post("/console/persons/{id}/erase", request -> taken(request, doors, clerk, PersonScreens::erase));
        routes.get("/console/persons/{id}/export", request -> raw(request, doors, PersonScreens::export));
        routes.get("/console/orders/{id}/letter/sheet", request -> raw(request, doors, LetterScreens::sheet));
        routes.get("/console/orders/{id}/letter/pdf", request -> raw(request, doors, LetterScreens::pdf));
        // Who has come in anew, or changes his language, goes on from the address that the form was sent to.
        routes.get("/console/suspense/{id}", request -> goOn(request, "/console/suspense"));
        routes.get(
                "/console/persons/{id}/erase",
                request -> goOn(request, "/console/persons/" + Desk.part(request.pathParam("id"))));
        routes.get("/console/login", request -> {
            about(request);
            doors.login(request).ifPresent(visit -> show(visit, Screens::login));
        });
        routes.post("/console/login", request -> {
            about(request);
            String back = Form.of(request, clerk).text("back");
            doors.comeIn(request).ifPresent(visit -> show(visit, again -> Screens.loginFailed(again, back)));
        });
        routes.post("/console/logout", request -> {
            about(request);
            doors.leave(request);
        });
        routes.get("/console/language/{language}", doors::speak);
        routes.get("/assets/{digest}/{name}", this::asset);
        routes.get("/console/<elsewhere>", request -> {
            about(request);
            doors.enter(request)
                    .ifPresent(visit -> show(visit, nowhere -> {
                        throw new Trouble(404, "");
                    }));
        });
        routes.get("/", request -> request.redirect("/console"));
    }

    /** What is no page; where it cannot be, a page says why. */
    private void raw(Context request, Doors doors, Consumer<Visit> writes) {
        about(request);
        doors.enter(request).ifPresent(visit -> {
            try {
                writes.accept(visit);
            } catch (NotWritable e) {
                show(visit, refused -> {
                    throw new Trouble(422, e.said());
                });
            } catch (RuntimeException notWritten) {
                show(visit, refused -> {
                    throw notWritten;
                });
            }
        });
    }

    /** A form, if it can be read. */
    private void taken(Context request, Doors doors, Clerk clerk, Acts acts) {
        about(request);
        Form form = Form.of(request, clerk);
        if (form.isWhole()) {
            doors.enterToAct(request, form).ifPresent(visit -> act(visit, form, acts));
        } else {
            doors.enter(request)
                    .ifPresent(visit -> show(visit, refused -> {
                        throw new Trouble(TOO_LONG, "");
                    }));
        }
    }

    /** Nothing is written where it is done. */
    private void act(Visit visit, Form form, Acts acts) {
        try {
            Screen again = acts.send(visit, form);
            if (again != null) {
                show(visit, nowAgain -> again);
            }
        } catch (RuntimeException notDone) {
            show(visit, refused -> {
                throw notDone;
            });
        }
    }

    private void show(Visit visit, Writes screen) {
        Screen page;
        try {
            Trouble wrong = visit.wrong();
            if (wrong != null) {
                throw wrong;
            }
            page = screen.page(visit);
        } catch (Trouble trouble) {
            page = Screens.trouble(visit.words(), trouble);
        } catch (RuntimeException e) {
            String number = UUID.randomUUID().toString();
            LOG.error("A page of the console could not be written ({}).", number, e);
            page = Screens.trouble(visit.words(), new Trouble(500, number));
        }
        visit.request()
                .header("Echeance-Questions", Integer.toString(visit.desk().questions()));
        Screen whole = page;
        page.address().ifPresentOrElse(visit::goOn, () -> send(visit.request(), whole.status(), written(visit, whole)));
    }

    private byte[] written(Visit visit, Screen page) {
        Map<String, String> addresses = new HashMap<>();
        Assets.names().forEach(name -> addresses.put(name, assets.address(name)));
        String said = visit.asked("said");
        Frame frame = new Frame(
                visit.words(),
                addresses,
                visit.visitor(),
                page.dated() ? visit.dates() : DateBar.NOW,
                page.title(),
                page.place(),
                visit.request().path(),
                own(visit),
                page.dated(),
                visit.wantsFragment(),
                sessions.formToken(visit.session()),
                here(visit, page),
                visit.words().knows("said." + said) ? visit.words().say("said." + said) : null,
                Undo.of(visit));
        Map<String, Object> content = new HashMap<>(page.content());
        content.put("frame", frame);
        content.put("w", visit.words());
        StringOutput output = new StringOutput();
        templates.render(page.template() + ".jte", content, output);
        return output.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The page again, on the day that it shows. */
    private static String here(Visit visit, Screen page) {
        return visit.request().path() + Pager.written(page.dated() ? visit.query() : own(visit));
    }

    private static Map<String, String> own(Visit visit) {
        Map<String, String> query = visit.query();
        query.keySet().removeAll(List.of("asOf", "knownOn"));
        return query;
    }

    private static void about(Context request) {
        request.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Encoding, HX-Request");
    }

    private static void send(Context request, int status, byte[] page) {
        request.status(status).contentType(HTML);
        result(request, page, null);
    }

    private static void result(Context request, byte[] plain, byte @Nullable [] zipped) {
        String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
        if (accepted.contains("gzip")) {
            request.header("Content-Encoding", "gzip").result(zipped == null ? Assets.zipped(plain) : zipped);
        } else {
            request.result(plain);
        }
    }

    private void asset(Context request) {
        Assets.Asset asset = assets.at(request.path());
        if (asset == null) {
            request.status(404).header("Cache-Control", "no-store").result("");
            return;
        }
        request.contentType(asset.type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        result(request, asset.bytes, asset.zipped);
    }

    /** After something was done: on to a page, which is asked for anew. */
    static void goOn(Context request, String address) {
        request.status(SEE_OTHER).header("Location", address).result("");
    }
}
