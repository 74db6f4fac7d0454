package io.echeance.topology.node;

import io.echeance.serde.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a registry that gives no answer, and asks again. Meanwhile nothing is committed: the record stays where it
 * is.
 */
public final class RegistryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    /** Waits; false: do not try again, we are stopping. */
    @FunctionalInterface
    public interface Pause {
        boolean takes(Duration pause);
    }

    private final Duration limit;
    private final Pause pause;

    private RegistryRetry(Duration limit, Pause pause) {
        this.limit = limit;
        this.pause = pause;
    }

    /** @param limit must end well before the transaction's timeout */
    public static RegistryRetry of(Duration limit, Pause pause) {
        return new RegistryRetry(limit, pause);
    }

    /** For what runs outside of any transaction. */
    public static RegistryRetry endless(Pause pause) {
        return new RegistryRetry(Duration.ofDays(Integer.MAX_VALUE), pause);
    }

    /** @throws RegistryUnavailable if the registry was away for too long, or we are stopping */
    public <T> T with(Supplier<T> attempt) {
        long begun = System.nanoTime();
        Duration next = FIRST_PAUSE;
        Duration reported = Duration.ofNanos(-1);
        while (true) {
            try {
                return attempt.get();
            } catch (RegistryUnavailable e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                if (waited.plus(next).compareTo(limit) > 0 || !pause.takes(next)) {
                    throw e;
                }
                if (waited.compareTo(reported) > 0) {
                    LOG.warn("Waiting for the schema registry since {} s: {}", waited.toSeconds(), e.getMessage());
                    reported = waited.plus(BETWEEN_REPORTS);
                }
                next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
            }
        }
    }
}
