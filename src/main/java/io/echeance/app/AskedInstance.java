package io.echeance.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An instance that runs, asked over HTTP as anybody asks it: with a token, whose role says what it may.
 *
 * @param at scheme, host and port
 */
record AskedInstance(URI at, @Nullable String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param tokenFile null: it asks for none */
    static AskedInstance of(URI at, @Nullable String tokenFile) {
        return new AskedInstance(
                at, tokenFile == null ? null : InputFile.text(tokenFile).strip());
    }

    /** @throws WorkFailed if it has no answer, with the sentence why */
    JsonNode get(String target) {
        return answer(request(target).GET());
    }

    /**
     * @param key the same again is the same request
     * @throws WorkFailed if it is refused, with the sentence why
     */
    JsonNode post(String target, ObjectNode body, String key) {
        return answer(request(target)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(RecordJson.bytes(body))));
    }

    private HttpRequest.Builder request(String target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at.resolve(target)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode answer = RecordJson.parse(new String(response.body(), StandardCharsets.UTF_8));
            if (response.statusCode() / 100 == 2) {
                return answer;
            }
            String reason = answer.path("reason").asText();
            throw new WorkFailed((reason.isEmpty() ? "" : reason + ": ")
                    + answer.path("detail").asText(answer.toString()));
        } catch (IOException e) {
            throw new WorkFailed(at + " does not answer (" + e + "): is an instance running there?", e);
        } catch (Unreadable e) {
            throw new WorkFailed(at + " does not answer as an instance does: " + e.sentence(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailed("interrupted before " + at + " had answered", e);
        }
    }
}
