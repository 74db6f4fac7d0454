package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Language;
import io.echeance.json.RecordJson;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An answer on its way out: our own, or that of another instance. */
final class Reply {

    private static final String ZIP = "application/zip";
    static final String JSON = "application/json";
    private static final int OK = 200;

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;
    private final @Nullable ObjectNode json;
    private final @Nullable String person;

    Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.json = null;
        this.person = null;
    }

    private Reply(byte[] zip, String person) {
        this.status = OK;
        this.contentType = ZIP;
        this.body = zip;
        this.headers = Map.of("Content-Disposition", "attachment; filename=\"person.zip\"");
        this.json = null;
        this.person = person;
    }

    private Reply(int status, ObjectNode json, Map<String, String> headers) {
        this.status = status;
        this.contentType = JSON;
        this.body = RecordJson.bytes(json);
        this.headers = headers;
        this.json = json;
        this.person = null;
    }

    /** All that is kept of a person. */
    static Reply zip(byte[] zip, String person) {
        return new Reply(zip, person);
    }

    /** A file of text, which names nobody. */
    static Reply text(byte[] file, String name) {
        return new Reply(
                OK,
                "text/plain; charset=utf-8",
                file,
                Map.of("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^\\w.-]", "_") + ".txt\""));
    }

    /** What people read. */
    static Reply page(int status, Annex.Page page) {
        return new Reply(
                status, "text/html; charset=utf-8", page.html().getBytes(StandardCharsets.UTF_8), page.headers());
    }

    /** Null: another instance's, or no JSON. */
    @Nullable
    ObjectNode json() {
        return json;
    }

    /** Whom it names, for what is our own; null: nobody. */
    @Nullable
    Subjects named() {
        if (person != null) {
            return new Subjects(new TreeSet<>(Set.of(person)), new TreeSet<>(), new TreeSet<>());
        }
        return json != null && Names.areIn(json) ? new Subjects().with(json) : null;
    }

    /** The same with another content. */
    Reply saying(ObjectNode other) {
        return new Reply(status, other, headers);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    static Reply of(ObjectNode answer) {
        return of(OK, answer);
    }

    static Reply of(int status, ObjectNode answer) {
        return new Reply(status, answer, Map.of());
    }

    /** In the language that whoever asks reads. */
    static Reply of(Problem problem, Context request) {
        return of(problem, AcceptedLanguage.of(request));
    }

    static Reply of(Problem problem, Language language) {
        Integer retryAfter = problem.retryAfter();
        Reply reply = new Reply(
                        problem.kind().status(),
                        Problem.MEDIA_TYPE,
                        RecordJson.bytes(problem.json(language)),
                        retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter.toString()))
                .with("Content-Language", language.code());
        return problem.kind() == Problem.Kind.NOT_AUTHENTICATED
                ? reply.with("WWW-Authenticate", "Bearer realm=\"echeance\"")
                : reply;
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return json != null ? new Reply(status, json, more) : new Reply(status, contentType, body, more);
    }

    void send(Context request) {
        request.status(status).contentType(contentType);
        headers.forEach(request::header);
        request.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        // Known beforehand: else a large body goes out in chunks.
        request.header("Content-Length", Integer.toString(body.length));
        request.result(body);
    }
}
