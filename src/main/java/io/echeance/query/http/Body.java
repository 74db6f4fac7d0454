package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Problem.Kind;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a request: one JSON object, not too large, in time. */
final class Body {

    private static final String JSON = "application/json";
    private static final int CHUNK = 8 << 10;

    /** Of a body that is refused; what is larger is cut off. */
    private static final long MOST_DROPPED = 32L << 20;

    private static final long DROP_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

    private Body() {}

    /** @param fields those that it may have */
    static ObjectNode object(Context request, Limits limits, String... fields) {
        try {
            JsonNode node = RecordJson.parse(utf8(bytes(request, limits)));
            if (!(node instanceof ObjectNode object)) {
                throw Problem.malformed("the body is not a JSON object");
            }
            Set<String> known = new TreeSet<>(Set.of(fields));
            object.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw Problem.malformed("there is no field " + name + ", there are " + known);
                }
            });
            return object;
        } catch (Unreadable e) {
            throw Problem.malformed(e.said());
        }
    }

    /** The bytes as they come; they are passed on as they are. */
    static byte[] bytes(Context request, Limits limits) {
        return bytes(request, limits, JSON);
    }

    /** @param type of the content; any other is refused */
    static byte[] bytes(Context request, Limits limits, String type) {
        String sent = Optional.ofNullable(request.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!sent.equals(type) && !sent.startsWith(type + ";")) {
            throw new Problem(Kind.NOT_JSON, "send the header Content-Type: " + type);
        }
        if (request.contentLength() > limits.bodyBytes()) {
            throw tooLarge(limits);
        }
        byte[] known = request.attribute(Body.class.getName());
        if (known != null) {
            return known;
        }
        byte[] all = inTime(new FutureTask<>(() -> read(request, limits)), limits);
        request.attribute(Body.class.getName(), all);
        return all;
    }

    /**
     * Says so if the connection ends with this answer: the web server closes it where a body was sent that nobody
     * read, and whoever is not told sends the next request into it. What is under way is dropped first, for a moment: a
     * connection that is closed over bytes nobody took is cut, and the answer with it.
     */
    static void endUnread(Context request) {
        boolean sent =
                request.header("Transfer-Encoding") != null || request.req().getContentLengthLong() > 0;
        if (sent && request.attribute(Body.class.getName()) == null) {
            request.header("Connection", "close");
            drop(new FutureTask<>(() -> dropped(request)));
        }
    }

    private static void drop(FutureTask<Long> dropping) {
        Thread.ofVirtual().name("drop").start(dropping);
        try {
            long bytes = dropping.get(DROP_MILLIS, TimeUnit.MILLISECONDS);
            LOG.debug("{} bytes dropped of a body that was refused.", bytes);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Not all of a refused body came.", e); // Its sender waits for the answer, or is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            dropping.cancel(true);
        }
    }

    private static long dropped(Context request) throws IOException {
        InputStream body = request.req().getInputStream();
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int n = 0; n >= 0 && bytes < MOST_DROPPED; n = body.read(chunk)) {
            bytes += n;
        }
        return bytes;
    }

    /** However it is silent: no byte for a while, drops, or drops that are no byte of the body but of its wrapping. */
    private static byte[] inTime(FutureTask<byte[]> reading, Limits limits) {
        Thread.ofVirtual().name("body").start(reading);
        try {
            return reading.get(limits.arrival().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Problem(
                    Kind.TOO_SLOW,
                    "a request arrives within " + limits.arrival().toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new Problem(Kind.TOO_SLOW, "the body did not arrive"); // Its sender is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Kind.BUSY, "the server is stopping");
        } finally {
            reading.cancel(true);
        }
    }

    private static byte[] read(Context request, Limits limits) throws IOException {
        try (InputStream stream = request.req().getInputStream()) {
            return read(stream, limits);
        }
    }

    private static byte[] read(InputStream stream, Limits limits) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
            all.write(chunk, 0, n);
            if (all.size() > limits.bodyBytes()) {
                throw tooLarge(limits);
            }
        }
        return all.toByteArray();
    }

    private static Problem tooLarge(Limits limits) {
        return new Problem(Kind.TOO_LARGE, "a body has at most " + limits.bodyBytes() + " bytes");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("the body is not valid UTF-8");
        }
    }
}
