package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Language;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Problem.Kind;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.LocalConnector;
import org.jspecify.annotations.Nullable;

/**
 * Asks this server's own addresses for a page, within the process and in the name of a visitor: with his rights, within
 * the same limits, by the same hops, and with the same figures as any program.
 */
public final class Clerk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Access access;
    private final Limits limits;
    private volatile @Nullable LocalConnector inside;

    Clerk(Access access, Limits limits) {
        this.access = access;
        this.limits = limits;
    }

    void through(LocalConnector connector) {
        inside = connector;
    }

    /**
     * What came back.
     *
     * @param json an empty object where it was no JSON
     * @param body as it came, a character for each byte: it may be no text
     */
    public record Answer(int status, JsonNode json, String body) {

        public byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        public boolean isGood() {
            return status < 300;
        }
    }

    /** Whoever asks, where no tokens are asked for; empty: a token is needed, or the server goes by another name. */
    public Optional<Visitor> anybody(Context request) {
        try {
            return access.isOpen() ? Optional.of(visitor(access.require(Right.ASK, request), null)) : Optional.empty();
        } catch (Problem elsewhere) {
            return Optional.empty();
        }
    }

    /** Whether a token is needed. */
    public boolean asksForTokens() {
        return !access.isOpen();
    }

    /** Whose token it is; empty: nobody's. */
    public Optional<Visitor> visitor(String token) {
        return access.holder(token).map(asker -> visitor(asker, token));
    }

    private static Visitor visitor(Asker asker, @Nullable String token) {
        return new Visitor(asker.name(), asker.roles(), token, asker.sellers().isEmpty());
    }

    /**
     * The body of a form, not larger and not slower than others may be.
     *
     * @param status why it is not taken; 200: it is
     */
    public record Sent(String body, int status) {

        public boolean isTaken() {
            return status < 300;
        }
    }

    /** A form as it was sent. */
    public Sent form(Context request) {
        try {
            byte[] body = Body.bytes(request, limits, "application/x-www-form-urlencoded");
            return new Sent(new String(body, StandardCharsets.UTF_8), OK);
        } catch (Problem problem) {
            return new Sent("", problem.kind().status());
        }
    }

    /** @param target path and query, all of it as it stands in an address */
    public Answer get(Visitor visitor, Language language, String target) {
        return ask(head("GET", visitor, language, target, ""), new byte[0], language);
    }

    /** A question with a body, such as a forecast. */
    public Answer post(Visitor visitor, Language language, String target, ObjectNode body) {
        return ask(head("POST", visitor, language, target, ""), RecordJson.bytes(body), language);
    }

    /** @param key the same one: the same fact, however often it is sent */
    public Answer command(Visitor visitor, Language language, String target, ObjectNode body, String key) {
        String keyed = CommandPage.KEY + ": " + visible(key) + "\r\n";
        return ask(head("POST", visitor, language, target, keyed), RecordJson.bytes(body), language);
    }

    private static String head(String method, Visitor visitor, Language language, String target, String more) {
        return method + " " + visible(target) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + LastDoor.PURPOSE + ": console\r\nAccept-Language: " + language.code() + "\r\n"
                + (visitor.token() == null ? "" : "Authorization: Bearer " + visible(visitor.token()) + "\r\n")
                + more;
    }

    /** What stands in a head has no blanks and no line ends, or it would be another head. */
    private static String visible(String text) {
        if (!text.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException("not visible ASCII");
        }
        return text;
    }

    private Answer ask(String head, byte[] body, Language language) {
        String whole = head
                + (body.length == 0
                        ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: " + body.length + END_OF_HEAD);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(whole.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        LocalConnector connector = inside;
        if (connector == null) {
            return notNow(language);
        }
        try {
            ByteBuffer answer = connector.getResponse(
                    ByteBuffer.wrap(request.toByteArray()), false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null
                    ? notNow(language)
                    : read(StandardCharsets.ISO_8859_1.decode(answer).toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notNow(language);
        } catch (Exception e) { // Jetty's interface says no more.
            throw new IllegalStateException("this server does not answer itself", e);
        }
    }

    private static Answer notNow(Language language) {
        return new Answer(
                UNAVAILABLE, new Problem(Kind.MOVING, "the server is starting or stopping").json(language), "");
    }

    private static Answer read(String response) {
        int end = response.indexOf(END_OF_HEAD);
        int status = Integer.parseInt(response.split(" ", 3)[1]);
        String body = response.substring(end + END_OF_HEAD.length());
        try {
            byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            return new Answer(status, RecordJson.parse(new String(bytes, StandardCharsets.UTF_8)), body);
        } catch (Unreadable noJson) {
            return new Answer(status, JsonNodeFactory.instance.objectNode(), body);
        }
    }
}
