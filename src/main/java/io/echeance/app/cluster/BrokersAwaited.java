package io.echeance.app.cluster;

import io.echeance.app.terminal.StopSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs for long waits for brokers, or a registry, that do not answer yet, for as long as it takes: after a power
 * cut everything comes back at once, and brokers are slow. Whatever else is wrong ends it: that does not mend itself.
 */
public final class BrokersAwaited {

    private static final Logger LOG = LoggerFactory.getLogger(BrokersAwaited.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private BrokersAwaited() {}

    /**
     * Asks until there is an answer.
     *
     * @return empty: a stop was asked for first
     * @throws ClusterTrouble if the brokers answer, and refuse
     */
    public static <T> Optional<T> ask(Supplier<T> question, StopSignal signal) {
        return ask(question, wait -> signal.isAsked() || signal.within(wait));
    }

    /** @param stopped waits as long as that; true: a stop was asked for */
    static <T> Optional<T> ask(Supplier<T> question, Predicate<Duration> stopped) {
        do {
            try {
                return Optional.of(question.get());
            } catch (ClusterTrouble trouble) {
                if (!trouble.isSilence()) {
                    throw trouble;
                }
                LOG.warn(
                        "Waiting for brokers and registry, until they are there or this is stopped: {}",
                        trouble.getMessage());
            }
        } while (!stopped.test(TRY_AGAIN));
        return Optional.empty();
    }
}
