package io.echeance.query.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a request goes on to another instance. */
final class Question {

    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "Accept", "Accept-Language", LastDoor.PURPOSE);

    private final String method;
    private final String target;
    private final Map<String, String> headers = new TreeMap<>();
    private final byte @Nullable [] body;

    /** @param body as it came; null: it has none */
    Question(Context request, byte @Nullable [] body) {
        this(request, request.queryString() == null ? "" : "?" + request.queryString(), body);
    }

    /** @param query instead of that of the request; empty: none */
    Question(Context request, String query, byte @Nullable [] body) {
        this(request.method().name(), request.req().getRequestURI() + query, request, body);
    }

    private Question(String method, String target, Context request, byte @Nullable [] body) {
        this.method = method;
        this.target = target;
        this.body = body;
        for (String header : PASSED_ON) {
            String value = request.header(header);
            if (value != null) {
                headers.put(header, value);
            }
        }
    }

    /** What is asked before somebody may do what the request wants. */
    static Question before(Context request, String path) {
        return new Question("GET", path, request, null);
    }

    String method() {
        return method;
    }

    /** Path and query, as they came. */
    String target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }
}
