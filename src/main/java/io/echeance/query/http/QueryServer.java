package io.echeance.query.http;

import io.echeance.core.order.Sentence;
import io.echeance.query.http.Problem.Kind;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final Refusals refusals;
    private final Clerk clerk;
    private volatile List<String> operations = List.of();
    private volatile @Nullable Pages pages;

    private QueryServer(QuerySettings settings, List<Annex> annexes) {
        this.settings = settings;
        Access access = new Access(settings.tokens());
        this.gate = new Gate(access, settings.limits(), () -> pages);
        this.hop = new PeerClient(settings, executor);
        this.annexes = List.copyOf(annexes);
        this.refusals = new Refusals(this.annexes);
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
        pages = Pages.of(backing, settings.limits(), hop, executor);
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
        Jetty.configure(config, settings, clerk, refusals);
        RoutesConfig routes = config.routes;
        operations = Operations.open(routes, gate, settings.limits(), () -> pages);
        annexes.forEach(annex -> annex.open(routes, clerk));
        routes.exception(Problem.class, (problem, request) -> refuse(problem, "", request));
        routes.exception(
                HttpResponseException.class, (e, request) -> refuse(Jetty.problem(e.getStatus()), "", request));
        routes.exception(Exception.class, this::broken);
        routes.after(Body::endUnread);
    }

    /** The log has it under a number that the asker gets; the asker learns no more. */
    private void broken(Exception e, Context request) {
        String number = UUID.randomUUID().toString();
        LOG.error("A request could not be answered ({}).", number, e);
        Sentence more = new Sentence("le journal en dit plus sous " + number, "the log tells more under " + number);
        refuse(new Problem(Kind.BROKEN, more, null), number, request);
    }

    private void refuse(Problem problem, String number, Context request) {
        refusals.of(problem, request.path(), number, request::header).send(request);
    }

    /** Who is still being answered after the time that a request may take to arrive is cut off. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (JavalinException e) {
            LOG.info("Stopped with requests that were still being answered: they were cut off ({}).", e.getMessage());
        }
        hop.close();
        executor.shutdownNow();
    }
}
