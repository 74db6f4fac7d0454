package io.echeance.query.http;

import io.echeance.query.http.Problem.Kind;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets in who may ask, as often as he may, and lets out what he may see. */
final class Gate {

    private final Access access;
    private final Limits limits;
    private final Throttle throttle;
    private final Supplier<@Nullable Pages> pages;

    @FunctionalInterface
    interface Page {
        Reply answer(Context request, Asker asker);
    }

    /** @param pages gives null while the instance starts */
    Gate(Access access, Limits limits, Supplier<@Nullable Pages> pages) {
        this.access = access;
        this.limits = limits;
        this.throttle = new Throttle(limits, System::nanoTime);
        this.pages = pages;
    }

    Handler guarded(Right right, Page page) {
        return request -> answer(page, request, asker(right, request));
    }

    Handler arriving(Right right, Page page) {
        return arriving(right, request -> Body.bytes(request, limits), page);
    }

    /** The same, with a body: a place is only taken once it is there. */
    Handler arriving(Right right, Consumer<Context> body, Page page) {
        return request -> {
            Asker asker = asker(right, request);
            throttle.arrives(name(asker, request), () -> body.accept(request));
            answer(page, request, asker);
        };
    }

    private void answer(Page page, Context request, Asker asker) {
        String name = name(asker, request);
        throttle.enter(name);
        try {
            Reply reply = page.answer(request, asker);
            Operations.open(pages.get())
                    .lastDoor()
                    .pass(reply, asker, operation(request), request)
                    .send(request);
        } finally {
            throttle.leave(name);
        }
    }

    /** As the OpenAPI document calls it. */
    private static String operation(Context request) {
        return request.method() + " " + request.endpoint().path;
    }

    /** Whose requests are counted together. */
    private static String name(Asker asker, Context request) {
        return asker.equals(Asker.ANYBODY) ? request.ip() : asker.name();
    }

    private Asker asker(Right right, Context request) {
        try {
            Asker asker = access.require(right, request);
            LastDoor.purpose(request);
            throttle.count(name(asker, request));
            return asker;
        } catch (Problem problem) {
            if (problem.kind() == Kind.NOT_AUTHENTICATED) {
                throttle.count("unknown at " + request.ip());
            }
            throw problem;
        }
    }
}
