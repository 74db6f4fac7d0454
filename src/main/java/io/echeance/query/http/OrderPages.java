package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Sentence;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.ForecastAnswer;
import io.echeance.query.order.FramesAnswer;
import io.echeance.query.order.InfluenceAnswer;
import io.echeance.query.order.LettersAnswer;
import io.echeance.query.order.Moment;
import io.echeance.query.order.OrderAnswer;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The addresses below {@code /orders/{id}} that are only asked. */
final class OrderPages {

    private static final long LONGEST_FORECAST_YEARS = 10;
    private static final int MOST_FACTS = 200;

    private final OrderRouter desk;
    private final Limits limits;

    OrderPages(OrderRouter desk, Limits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    Reply statement(Context request) {
        Asked asked = new Asked(request);
        asked.only("asOf", "knownOn", "explain");
        Moment moment = asked.moment();
        boolean explain = asked.isTrue("explain");
        return ask(request, held -> new OrderAnswer(held).statement(within(held, moment), explain));
    }

    Reply facts(Context request) {
        Asked asked = new Asked(request);
        asked.only("asOf", "knownOn");
        Moment moment = asked.moment();
        return ask(request, held -> new OrderAnswer(held).facts(within(held, moment)));
    }

    Reply documents(Context request) {
        Asked asked = new Asked(request);
        asked.only("asOf", "knownOn");
        Moment moment = asked.moment();
        return ask(request, held -> new OrderAnswer(held).documents(within(held, moment)));
    }

    Reply influences(Context request) {
        Asked asked = new Asked(request);
        asked.only("asOf", "knownOn");
        Moment moment = asked.moment();
        return ask(request, held -> new InfluenceAnswer(held).at(within(held, moment)));
    }

    Reply frames(Context request) {
        Asked asked = new Asked(request);
        asked.only("from", "until", "knownOn");
        LocalDate from = asked.date("from");
        LocalDate until = asked.date("until");
        LocalDate knownOn = asked.date("knownOn");
        return ask(
                request, held -> new FramesAnswer(held).frames(from, FramesPage.within(held.today(), until), knownOn));
    }

    /** Which letters there are; of all orders alike, so that no name is in it. */
    Reply letters(Context request) {
        new Asked(request).only();
        return ask(request, held -> new LettersAnswer(held).letters());
    }

    /** One letter, with the persons whom it names. */
    Reply letter(Context request) {
        Asked asked = new Asked(request);
        asked.only("on", "payer", "step");
        LocalDate on = Asked.date("on", asked.required("on"));
        String payer = asked.required("payer");
        String step = asked.required("step");
        return ask(
                request,
                held -> new LettersAnswer(held)
                        .letter(on, payer, step, this::party)
                        .orElseThrow(() -> new Problem(
                                Kind.UNKNOWN_ORDER,
                                new Sentence(
                                        "il n’y a pas de telle lettre sur cette commande",
                                        "the order has no such letter"),
                                null)));
    }

    private Optional<Party> party(String id) {
        try {
            return desk.party(id);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    Reply forecast(Context request) {
        Asked asked = new Asked(request);
        asked.only("assume", "until");
        String assume = asked.text("assume").orElse("unpaid");
        if (!assume.equals("unpaid")) {
            throw Problem.malformed("assume is unpaid; to assume something else, post its facts");
        }
        LocalDate until = asked.date("until");
        if (until == null) {
            throw Problem.malformed("until is missing: the last day to look at, like 2026-12-31");
        }
        return ask(request, held -> new ForecastAnswer(held).until(until(held, until), List.of()));
    }

    Reply forecastAssuming(Context request) {
        new Asked(request).only();
        byte[] bytes = Body.bytes(request, limits);
        ObjectNode body = Body.object(request, limits, "until", "facts");
        if (!body.path("until").isTextual()) {
            throw Problem.malformed("until is missing: the last day to look at, like 2026-12-31");
        }
        LocalDate until = Asked.date("until", body.get("until").textValue());
        if (body.path("facts").size() > MOST_FACTS) {
            throw Problem.malformed("assume " + MOST_FACTS + " facts at most");
        }
        String orderId = new Asked(request).orderId();
        return desk.ask(request, orderId, bytes, held -> {
            ForecastAnswer answer = new ForecastAnswer(held);
            try {
                List<Received> assumed = answer.assumed(body.path("facts"));
                return Reply.of(answer.until(until(held, until), assumed, AcceptedLanguage.of(request)));
            } catch (Unreadable e) {
                throw Problem.malformed(e.said());
            }
        });
    }

    private Reply ask(Context request, Function<AccountView, ObjectNode> question) {
        return desk.ask(request, new Asked(request).orderId(), null, held -> Reply.of(question.apply(held)));
    }

    private static Moment within(AccountView held, Moment moment) {
        if (moment.asOf() != null && moment.asOf().isAfter(held.today())) {
            throw Problem.notYet(new Sentence(
                    "ce jour n’est pas encore venu, nous sommes le " + held.today() + " : demander une prévision",
                    "that day has not come yet, today is " + held.today() + ": ask for a forecast"));
        }
        return moment;
    }

    private static LocalDate until(AccountView held, LocalDate until) {
        if (until.isBefore(held.today()) || until.isAfter(held.today().plusYears(LONGEST_FORECAST_YEARS))) {
            throw Problem.malformed(new Sentence(
                    "le dernier jour va d’aujourd’hui, le " + held.today() + ", à " + LONGEST_FORECAST_YEARS
                            + " ans d’ici",
                    "until lies between today, " + held.today() + ", and " + LONGEST_FORECAST_YEARS
                            + " years from now"));
        }
        return until;
    }
}
