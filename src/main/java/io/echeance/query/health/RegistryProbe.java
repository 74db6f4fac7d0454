package io.echeance.query.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks the registry for anything, not more often than every few seconds. */
public final class RegistryProbe implements BooleanSupplier, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long SERVES_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int SERVER_TROUBLE = 500;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private boolean reachable;
    private long askedAt;

    public RegistryProbe(URI address) {
        this.address = address;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        if (askedAt == 0 || System.nanoTime() - askedAt > SERVES_NANOS) {
            reachable = answers();
            askedAt = System.nanoTime();
        }
        return reachable;
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() < SERVER_TROUBLE;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
