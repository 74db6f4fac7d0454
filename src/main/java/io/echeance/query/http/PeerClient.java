package io.echeance.query.http;

import io.echeance.query.instance.KeyOwners.Address;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/** Asks another instance the same question. A request that was passed on is marked, and is never passed on again. */
final class PeerClient implements AutoCloseable {

    /** {@code active}: of the instance that decides; {@code copy}: of one that follows. */
    static final String MARK = "Echeance-Hop";

    static final String ACTIVE = "active";
    static final String COPY = "copy";

    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final List<String> PASSED_BACK =
            List.of("Retry-After", "Location", "Content-Language", OrderRouter.COPY_HEADER);

    private final String scheme;
    private final HttpClient client;

    PeerClient(QuerySettings settings, ExecutorService executor) {
        this.scheme = settings.scheme();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(executor);
        if (settings.tls() != null) {
            builder.sslContext(TrustedPeers.of(settings.tls()));
        }
        this.client = builder.build();
    }

    static Optional<String> markOf(Context request) {
        return Optional.ofNullable(request.header(MARK));
    }

    /** Its answer; empty: it gives none in time. */
    Optional<Reply> ask(Address instance, Question question, String mark, Duration patience) {
        try {
            byte[] body = question.body();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(scheme + "://" + instance + question.target()))
                    .timeout(patience)
                    .header(MARK, mark)
                    .method(
                            question.method(),
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            question.headers().forEach(request::header);
            return Optional.of(reply(client.send(request.build(), BodyHandlers.ofByteArray())));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("the address cannot be passed on: write its special characters as %XX");
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        for (String header : PASSED_BACK) {
            response.headers().firstValue(header).ifPresent(value -> headers.put(header, value));
        }
        String type = response.headers().firstValue("Content-Type").orElse(Reply.JSON);
        return new Reply(response.statusCode(), type, response.body(), headers);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
