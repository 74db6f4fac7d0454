package io.echeance.console;

import io.echeance.document.page.NotWritable;
import io.echeance.query.http.Annex;
import io.echeance.query.http.Clerk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages for people under {@code /console}. Each is written here from what {@link Desk} asks; without script it can be
 * read, and every form works.
 */
public final class Console implements Annex {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int SHOWN = 200;
    private static final int SEE_OTHER = 303;
    private static final int REFUSED = 422;

    private final Paper paper = new Paper();
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
                    Paper.about(request);
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
            Paper.about(request);
            doors.login(request).ifPresent(visit -> show(visit, Screens::login));
        });
        routes.post("/console/login", request -> {
            Paper.about(request);
            Form form = Form.of(request, clerk);
            doors.comeIn(request, form).ifPresent(visit -> show(visit, again -> Screens.loginFailed(again, form)));
        });
        routes.post("/console/logout", request -> taken(request, doors, clerk, doors::leave));
        routes.get("/console/language/{language}", doors::speak);
        routes.get("/assets/{digest}/{name}", paper::asset);
        routes.get("/console/<elsewhere>", request -> {
            Paper.about(request);
            doors.enter(request)
                    .ifPresent(visit -> show(visit, nowhere -> {
                        throw new Trouble(404, "");
                    }));
        });
        routes.get("/", request -> request.redirect("/console"));
    }

    /** What is no page; where it cannot be, a page says why. */
    private void raw(Context request, Doors doors, Consumer<Visit> writes) {
        Paper.about(request);
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

    /** A form of this session's own pages, if it can be read. */
    private void taken(Context request, Doors doors, Clerk clerk, Acts acts) {
        Paper.about(request);
        Form form = Form.of(request, clerk);
        doors.enter(request).ifPresent(visit -> act(visit, form, acts));
    }

    /** Nothing is written where it is done. */
    private void act(Visit visit, Form form, Acts acts) {
        try {
            Doors.checkIsOwn(visit, form);
            if (visit.dates().isPast()) {
                throw Trouble.past();
            }
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
            page = trouble(visit, trouble);
        } catch (RuntimeException e) {
            String number = UUID.randomUUID().toString();
            LOG.error("A page of the console could not be written ({}).", number, e);
            page = trouble(visit, new Trouble(500, number));
        }
        visit.request()
                .header("Echeance-Questions", Integer.toString(visit.desk().questions()));
        Screen whole = page;
        page.address()
                .ifPresentOrElse(visit::goOn, () -> Paper.send(visit.request(), whole.status(), written(visit, whole)));
    }

    private static Screen trouble(Visit visit, Trouble trouble) {
        if (visit.wantsFragment()) {
            Paper.said(visit.words(), trouble).forEach(visit.request()::header);
        }
        return Screens.trouble(visit.words(), trouble);
    }

    @Override
    public Optional<Page> said(Annex.Refused wrong, Function<String, @Nullable String> header) {
        return wrong.path().matches("/console(/.*)?")
                ? Optional.of(paper.said(new Trouble(wrong.status(), wrong.number()), header))
                : Optional.empty();
    }

    private byte[] written(Visit visit, Screen page) {
        Frame frame = new Frame(
                visit.words(),
                paper.addresses(),
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
                Undo.sentence(visit),
                Undo.of(visit),
                elsewhen(visit, page));
        return paper.html(page, frame).getBytes(StandardCharsets.UTF_8);
    }

    /** The other day that was asked for, where that is what is wrong. */
    private static @Nullable DateBar elsewhen(Visit visit, Screen page) {
        boolean isOfToday = page.status() == SHOWN || page.status() == REFUSED;
        return !page.dated() && isOfToday && visit.dates().isPast() ? visit.dates() : null;
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

    /** After something was done: on to a page, which is asked for anew. */
    static void goOn(Context request, String address) {
        request.status(SEE_OTHER).header("Location", address).result("");
    }
}
