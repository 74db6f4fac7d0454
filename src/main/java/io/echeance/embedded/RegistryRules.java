package io.echeance.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The rules that a registry applies to all its schemas. */
final class RegistryRules implements AutoCloseable {
    /**
     * A new schema reads all that was written. That old readers read what it writes cannot be asked of topics of facts:
     * no Avro reader knows a kind of fact that is new.
     */
    private static final String COMPATIBILITY = """
        {"ruleType": "COMPATIBILITY", "config": "BACKWARD_TRANSITIVE"}\
        """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CREATED = 204;
    private static final int EXISTS = 409;
    /** From here on it says that it is at fault, as it does while it starts. */
    private static final int FAILED = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI rules;

    RegistryRules(URI api) {
        rules = URI.create(api + "/admin/rules");
    }

    /** Whether the registry and its storage answer. */
    boolean answer() {
        try {
            return send(HttpRequest.newBuilder(rules).GET()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A registry that has no rule accepts anything; one that has keeps what it has. False: it is not ready to take it.
     */
    boolean requireCompatibility() {
        try {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(rules)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(COMPATIBILITY)));
            int status = answer.statusCode();
            if (status >= FAILED) {
                return false;
            }
            if (status != CREATED && status != EXISTS) {
                throw new CannotStart("The registry refused its compatibility rule: " + answer.body());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The wait for the registry was interrupted.", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
