package io.echeance.query.instance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.streams.LagInfo;
import org.jspecify.annotations.Nullable;

/**
 * How far the copies of this instance are behind. The brokers are asked, which takes a while: an answer serves for a
 * moment, and is not waited for long.
 */
public final class Lags {

    private static final long SERVES_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final Supplier<Map<String, Map<Integer, LagInfo>>> brokers;
    private final Executor executor;
    private final long most;
    private @Nullable CompletableFuture<Map<String, Map<Integer, LagInfo>>> asked;
    private long askedAt;

    /**
     * @param brokers asks; may take long, may throw
     * @param most a copy that is further behind does not answer
     */
    public Lags(Supplier<Map<String, Map<Integer, LagInfo>>> brokers, Executor executor, long most) {
        this.brokers = brokers;
        this.executor = executor;
        this.most = most;
    }

    /**
     * How many records, the marks of transactions included, a copy is behind.
     *
     * @throws Moving if that is not known, or if it is too many
     */
    long of(String store, int partition) throws TemporarilyUnavailable {
        try {
            LagInfo lag = latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .getOrDefault(store, Map.of())
                    .get(partition);
            if (lag == null) {
                throw new TemporarilyUnavailable("this instance has no copy of the order");
            }
            if (lag.offsetLag() > most) {
                throw new TemporarilyUnavailable("the copy on this instance is " + lag.offsetLag() + " records behind");
            }
            return lag.offsetLag();
        } catch (ExecutionException | TimeoutException e) {
            throw new TemporarilyUnavailable("how far the copy on this instance is behind is unknown");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TemporarilyUnavailable("this instance is stopping");
        }
    }

    private synchronized CompletableFuture<Map<String, Map<Integer, LagInfo>>> latest() {
        CompletableFuture<Map<String, Map<Integer, LagInfo>>> known = asked;
        boolean serves = known != null
                && (!known.isDone()
                        || (!known.isCompletedExceptionally() && System.nanoTime() - askedAt < SERVES_NANOS));
        if (known != null && serves) {
            return known;
        }
        askedAt = System.nanoTime();
        asked = CompletableFuture.supplyAsync(brokers, executor);
        return asked;
    }
}
