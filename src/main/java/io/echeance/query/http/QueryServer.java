package io.echeance.query.http;

import io.echeance.core.order.Sentence;
import io.echeance.query.command.Postbox;
import io.echeance.query.health.Vitals;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.Shelves;
import io.echeance.query.worklist.Points;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP. It listens before the stream runs, since the other instances have to know its port. */
public final class QueryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);

    private final QuerySettings settings;
    private final Gate gate;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final PeerClient hop;
    private final Javalin server;
    private final List<Annex> annexes;
    private final Clerk clerk;
    private final List<String> operations = new ArrayList<>();
    private volatile @Nullable LastDoor lastDoor;
    private volatile @Nullable OrderPages orders;
    private volatile @Nullable CommandPage commands;
    private volatile @Nullable PaymentPage payments;
    private volatile @Nullable BankPage bank;
    private volatile @Nullable PersonPages persons;
    private volatile @Nullable RightsPage rights;
    private volatile @Nullable Vitals vitals;
    private volatile @Nullable Supplier<String> measures;
    private volatile @Nullable ListPages lists;
    private volatile @Nullable ProposalsPage proposals;
    private volatile @Nullable AgeingPage ageing;
    private volatile @Nullable CustomerPages customers;
    private volatile @Nullable CustomerDecisionPage decisions;
    private volatile @Nullable WorklistPage worklist;
    private volatile @Nullable TimelinePage timelines;
    private volatile @Nullable FramesPage frames;
    private volatile @Nullable AuditPage audit;
    private volatile @Nullable MonthPages months;
    private volatile @Nullable MonthClosingPage closings;

    private QueryServer(QuerySettings settings, List<Annex> annexes) {
        this.settings = settings;
        Access access = new Access(settings.tokens());
        this.gate = new Gate(access, settings.limits(), () -> lastDoor);
        this.hop = new PeerClient(settings, executor);
        this.annexes = List.copyOf(annexes);
        this.clerk = new Clerk(access, settings.limits());
        this.server = Javalin.create(this::configure);
    }

    /** @throws io.javalin.util.JavalinBindException if the port is taken */
    public static QueryServer start(QuerySettings settings, Annex... annexes) {
        QueryServer server = new QueryServer(settings, List.of(annexes));
        try {
            server.server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** From now on it answers; until then it says that it is starting. */
    public void answerFrom(Backing backing) {
        vitals = backing.vitals();
        measures = backing.measures();
        bank = new BankPage(backing.bank(), BankPage.ofFiles(settings.limits()));
        persons = new PersonPages(backing.persons(), settings.limits());
        lastDoor = new LastDoor(backing.accesses(), InstantSource.system());
        ScatterGather gathering = new ScatterGather(backing.shelves(), hop, executor);
        audit = new AuditPage(new ListPages(gathering), backing.holdings(), backing.audit());
        MonthPages books = new MonthPages(gathering, backing.shelves(), backing.ledgers(), backing.entries());
        months = books;
        closings = new MonthClosingPage(books, backing.ledgers(), backing.postbox(), settings.limits());
        answerFrom(backing.holdings(), backing.shelves(), backing.postbox());
    }

    private void answerFrom(Holdings holdings, Shelves shelves, Postbox postbox) {
        ScatterGather gathering = new ScatterGather(shelves, hop, executor);
        lists = new ListPages(gathering);
        proposals = new ProposalsPage(gathering);
        ageing = new AgeingPage(gathering);
        customers = new CustomerPages(gathering, new ListPages(gathering));
        CustomerPost post = new CustomerPost(shelves, postbox);
        decisions = new CustomerDecisionPage(shelves, post, settings.limits());
        rights = new RightsPage(post, holdings, settings.limits());
        worklist = new WorklistPage(gathering, Points.bundled());
        timelines = new TimelinePage(gathering, holdings);
        frames = new FramesPage(gathering, holdings);
        OrderRouter desk = new OrderRouter(holdings, hop);
        orders = new OrderPages(desk, settings.limits());
        Duration patience = settings.limits().arrival();
        DecisionPost decisions = new DecisionPost(postbox, patience);
        ReceiptPost receipts = new ReceiptPost(shelves, hop, postbox, patience);
        commands = new CommandPage(desk, postbox, receipts, decisions, settings.limits(), patience);
        payments = new PaymentPage(gathering, shelves, holdings, decisions, settings.limits());
    }

    public int port() {
        return server.port();
    }

    /** Every address with its method. */
    List<String> operations() {
        return operations;
    }

    /** Where it is reached on this machine. */
    public String address() {
        return settings.scheme() + "://" + settings.host() + ":" + port();
    }

    private void configure(JavalinConfig config) {
        Jetty.configure(config, settings, clerk);
        RoutesConfig routes = config.routes;
        read(routes, "/orders/{id}", request -> open(orders).statement(request));
        read(routes, "/orders/{id}/facts", request -> open(orders).facts(request));
        read(routes, "/orders/{id}/documents", request -> open(orders).documents(request));
        read(routes, "/orders/{id}/influences", request -> open(orders).influences(request));
        read(routes, "/orders/{id}/letters", request -> open(orders).letters(request));
        get(
                routes,
                "/orders/{id}/letter",
                gate.guarded(Right.NAMES, (request, asker) -> open(orders).letter(request)));
        read(routes, "/orders/{id}/frames", request -> open(orders).frames(request));
        read(routes, "/orders/{id}/forecast", request -> open(orders).forecast(request));
        post(
                routes,
                "/orders/{id}/forecast",
                gate.arriving(Right.ASK, (request, asker) -> open(orders).forecastAssuming(request)));
        post(
                routes,
                "/orders/{id}/commands/{command}",
                gate.arriving(Right.ACT, (request, asker) -> open(commands).command(request, asker)));
        read(routes, "/payments/{id}", request -> open(payments).payment(request));
        post(
                routes,
                "/payments/{id}/decision",
                gate.arriving(Right.CASH, (request, asker) -> open(payments).decide(request, asker)));
        get(
                routes,
                "/payments/{id}/proposals",
                gate.guarded(Right.CASH, (request, asker) -> open(proposals).proposals(request)));
        post(
                routes,
                "/bank/files",
                gate.arriving(
                        Right.CASH,
                        request -> Body.bytes(request, BankPage.ofFiles(settings.limits()), BankPage.MEDIA_TYPE),
                        (request, asker) -> open(bank).take(request, asker)));
        get(
                routes,
                "/persons",
                gate.guarded(Right.PERSONS, (request, asker) -> open(persons).requests(request, asker)));
        get(
                routes,
                "/persons/{id}",
                gate.guarded(Right.PERSONS, (request, asker) -> open(persons).person(request, asker)));
        get(
                routes,
                "/persons/{id}/export",
                gate.guarded(Right.PERSONS, (request, asker) -> open(persons).export(request, asker)));
        get(
                routes,
                "/persons/{id}/erasure",
                gate.guarded(Right.PERSONS, (request, asker) -> open(persons).erasure(request, asker)));
        post(
                routes,
                "/persons/{id}/erasure",
                gate.arriving(Right.PERSONS, (request, asker) -> open(persons).erase(request, asker)));
        post(
                routes,
                "/persons/{id}/asked",
                gate.arriving(Right.PERSONS, (request, asker) -> open(rights).ask(request, asker)));
        post(
                routes,
                "/persons/{id}/answered",
                gate.arriving(Right.PERSONS, (request, asker) -> open(rights).answer(request, asker)));
        read(routes, "/lists/{list}", request -> open(lists).list(request));
        read(routes, "/customers", request -> open(customers).list(request));
        read(routes, "/customers/{seller}/{id}", request -> open(customers).customer(request));
        post(
                routes,
                "/customers/{seller}/{id}/commands/decide",
                gate.arriving(Right.DECIDE, (request, asker) -> open(decisions).decide(request, asker)));
        read(routes, "/ageing", request -> open(ageing).ageing(request));
        read(
                routes,
                "/customers/{seller}/{customer}/timeline",
                request -> open(timelines).timeline(request));
        read(
                routes,
                "/customers/{seller}/{customer}/frames",
                request -> open(frames).customer(request));
        read(routes, "/sellers/{seller}/frames", request -> open(frames).seller(request));
        read(routes, "/sellers/{seller}/months", request -> open(months).list(request));
        read(routes, "/sellers/{seller}/months/{month}", request -> open(months).month(request));
        get(
                routes,
                "/sellers/{seller}/months/{month}/entries",
                gate.guarded(Right.BOOKS, (request, asker) -> open(months).entries(request, asker)));
        post(
                routes,
                "/sellers/{seller}/months/{month}/close",
                gate.arriving(Right.BOOKS, (request, asker) -> open(closings).close(request, asker)));
        get(
                routes,
                "/audit",
                gate.guarded(Right.NAMES, (request, asker) -> open(audit).acts(request, asker)));
        get(
                routes,
                "/audit/accesses",
                gate.guarded(Right.PERSONS, (request, asker) -> open(audit).accesses(request, asker)));
        read(routes, "/worklist", request -> open(worklist).worklist(request));
        get(routes, "/health/live", request -> HealthPages.live(vitals).send(request));
        get(routes, "/health/ready", request -> HealthPages.ready(vitals).send(request));
        get(
                routes,
                "/metrics",
                gate.guarded(Right.MEASURES, (request, asker) -> HealthPages.metrics(open(measures), asker)));
        get(routes, "/openapi.json", request -> OpenApi.reply().send(request));
        annexes.forEach(annex -> annex.open(routes, clerk));
        routes.exception(
                Problem.class, (problem, request) -> Reply.of(problem, request).send(request));
        routes.exception(
                HttpResponseException.class,
                (e, request) -> Reply.of(Jetty.problem(e.getStatus()), request).send(request));
        routes.exception(Exception.class, QueryServer::broken);
        routes.after(Body::endUnread);
    }

    /** For whoever may ask at all. */
    private void read(RoutesConfig routes, String path, Function<Context, Reply> page) {
        get(routes, path, gate.guarded(Right.ASK, (request, asker) -> page.apply(request)));
    }

    private void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        operations.add("GET " + path);
    }

    private void post(RoutesConfig routes, String path, Handler handler) {
        routes.post(path, handler);
        operations.add("POST " + path);
    }

    static <P> P open(@Nullable P pages) {
        if (pages == null) {
            throw new Problem(Kind.MOVING, "this instance is starting");
        }
        return pages;
    }

    /** The log has it under a number that the asker gets; the asker learns no more. */
    private static void broken(Exception e, Context request) {
        String number = UUID.randomUUID().toString();
        LOG.error("A request could not be answered ({}).", number, e);
        Reply.of(
                        new Problem(
                                Kind.BROKEN,
                                new Sentence(
                                        "le journal en dit plus sous " + number, "the log tells more under " + number),
                                null),
                        request)
                .send(request);
    }

    @Override
    public void close() {
        server.stop();
        hop.close();
        executor.shutdownNow();
    }
}
