package io.echeance.query.http;

import io.echeance.query.health.Vitals;
import io.echeance.query.http.Problem.Kind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every address: who may ask there, and which page answers. */
final class Operations {

    private final RoutesConfig routes;
    private final Gate gate;
    private final Limits limits;
    private final Supplier<@Nullable Pages> pages;
    private final List<String> all = new ArrayList<>();

    private interface Answer {
        Reply to(Pages pages, Context request, Asker asker);
    }

    /** @param pages gives null while the instance starts */
    private Operations(RoutesConfig routes, Gate gate, Limits limits, Supplier<@Nullable Pages> pages) {
        this.routes = routes;
        this.gate = gate;
        this.limits = limits;
        this.pages = pages;
    }

    /** @return every address with its method */
    static List<String> open(RoutesConfig routes, Gate gate, Limits limits, Supplier<@Nullable Pages> pages) {
        Operations operations = new Operations(routes, gate, limits, pages);
        operations.orders();
        operations.money();
        operations.persons();
        operations.customers();
        operations.books();
        operations.machines();
        return List.copyOf(operations.all);
    }

    static Pages open(@Nullable Pages pages) {
        if (pages == null) {
            throw new Problem(Kind.MOVING, "this instance is starting");
        }
        return pages;
    }

    private void orders() {
        read("/orders/{id}", (pages, request) -> pages.orders().statement(request));
        read("/orders/{id}/facts", (pages, request) -> pages.orders().facts(request));
        read("/orders/{id}/documents", (pages, request) -> pages.orders().documents(request));
        read("/orders/{id}/influences", (pages, request) -> pages.orders().influences(request));
        read("/orders/{id}/letters", (pages, request) -> pages.orders().letters(request));
        get(
                "/orders/{id}/letter",
                Right.NAMES,
                (pages, request, asker) -> pages.orders().letter(request));
        read("/orders/{id}/frames", (pages, request) -> pages.orders().frames(request));
        read("/orders/{id}/forecast", (pages, request) -> pages.orders().forecast(request));
        post(
                "/orders/{id}/forecast",
                Right.ASK,
                (pages, request, asker) -> pages.orders().forecastAssuming(request));
        post(
                "/orders/{id}/commands/{command}",
                Right.ACT,
                (pages, request, asker) -> pages.commands().command(request, asker));
        read("/lists/{list}", (pages, request) -> pages.lists().list(request));
        read("/ageing", (pages, request) -> pages.ageing().ageing(request));
        read("/worklist", (pages, request) -> pages.worklist().worklist(request));
    }

    private void money() {
        read("/payments/{id}", (pages, request) -> pages.payments().payment(request));
        post(
                "/payments/{id}/decision",
                Right.CASH,
                (pages, request, asker) -> pages.payments().decide(request, asker));
        get(
                "/payments/{id}/proposals",
                Right.CASH,
                (pages, request, asker) -> pages.proposals().proposals(request));
        post(
                "/bank/files",
                gate.arriving(
                        Right.CASH,
                        request -> Body.bytes(request, BankPage.ofFiles(limits), BankPage.MEDIA_TYPE),
                        (request, asker) -> open(pages.get()).bank().take(request, asker)));
    }

    private void persons() {
        get(
                "/persons",
                Right.PERSONS,
                (pages, request, asker) -> pages.persons().requests(request, asker));
        get(
                "/persons/{id}",
                Right.PERSONS,
                (pages, request, asker) -> pages.persons().person(request, asker));
        get(
                "/persons/{id}/export",
                Right.PERSONS,
                (pages, request, asker) -> pages.persons().export(request, asker));
        get(
                "/persons/{id}/erasure",
                Right.PERSONS,
                (pages, request, asker) -> pages.persons().erasure(request, asker));
        post(
                "/persons/{id}/erasure",
                Right.PERSONS,
                (pages, request, asker) -> pages.persons().erase(request, asker));
        post(
                "/persons/{id}/asked",
                Right.PERSONS,
                (pages, request, asker) -> pages.rights().ask(request, asker));
        post(
                "/persons/{id}/answered",
                Right.PERSONS,
                (pages, request, asker) -> pages.rights().answer(request, asker));
    }

    private void customers() {
        read("/customers", (pages, request) -> pages.customers().list(request));
        read("/customers/{seller}/{id}", (pages, request) -> pages.customers().customer(request));
        post(
                "/customers/{seller}/{id}/commands/decide",
                Right.DECIDE,
                (pages, request, asker) -> pages.decisions().decide(request, asker));
        read(
                "/customers/{seller}/{customer}/timeline",
                (pages, request) -> pages.timelines().timeline(request));
        read(
                "/customers/{seller}/{customer}/frames",
                (pages, request) -> pages.frames().customer(request));
        read("/sellers/{seller}/frames", (pages, request) -> pages.frames().seller(request));
    }

    private void books() {
        read("/sellers/{seller}/months", (pages, request) -> pages.months().list(request));
        read(
                "/sellers/{seller}/months/{month}",
                (pages, request) -> pages.months().month(request));
        get(
                "/sellers/{seller}/months/{month}/entries",
                Right.BOOKS,
                (pages, request, asker) -> pages.months().entries(request, asker));
        post(
                "/sellers/{seller}/months/{month}/close",
                Right.BOOKS,
                (pages, request, asker) -> pages.closings().close(request, asker));
        get("/audit", Right.NAMES, (pages, request, asker) -> pages.audit().acts(request, asker));
        get(
                "/audit/accesses",
                Right.PERSONS,
                (pages, request, asker) -> pages.audit().accesses(request, asker));
    }

    private void machines() {
        get(
                "/health/live",
                request ->
                        HealthPages.live(vitals(), AcceptedLanguage.of(request)).send(request));
        get(
                "/health/ready",
                request -> HealthPages.ready(vitals(), AcceptedLanguage.of(request))
                        .send(request));
        get(
                "/metrics",
                Right.MEASURES,
                (pages, request, asker) -> HealthPages.metrics(pages.backing().measures(), asker));
        get("/openapi.json", request -> OpenApi.reply().send(request));
    }

    private @Nullable Vitals vitals() {
        Pages now = pages.get();
        return now == null ? null : now.backing().vitals();
    }

    /** For whoever may ask at all. */
    private void read(String path, BiFunction<Pages, Context, Reply> answer) {
        get(path, Right.ASK, (pages, request, asker) -> answer.apply(pages, request));
    }

    private void get(String path, Right right, Answer answer) {
        get(path, gate.guarded(right, (request, asker) -> answer.to(open(pages.get()), request, asker)));
    }

    private void post(String path, Right right, Answer answer) {
        post(path, gate.arriving(right, (request, asker) -> answer.to(open(pages.get()), request, asker)));
    }

    private void get(String path, Handler handler) {
        routes.get(path, handler);
        all.add("GET " + path);
    }

    private void post(String path, Handler handler) {
        routes.post(path, handler);
        all.add("POST " + path);
    }
}
