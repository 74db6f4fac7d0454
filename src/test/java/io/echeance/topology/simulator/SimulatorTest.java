package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.simulator.Simulator.Ending;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order, the stream says what the core says. {@code -Dsimulations=100000} plays more
 * histories, {@code -DfirstSeed=n} begins elsewhere; one that goes wrong is printed, as short as it could be made.
 */
class SimulatorTest {

    private static final int SIMULATIONS = Integer.getInteger("simulations", 100);
    private static final long FIRST_SEED = Long.getLong("firstSeed", 1L);
    private static final int THREADS = 2;

    private final AtomicLong next = new AtomicLong(FIRST_SEED);

    @Test
    void whateverHappensTheStreamSaysWhatTheCoreSays() throws InterruptedException, ExecutionException {
        Callable<Optional<String>> some = this::playUntilOneGoesWrong;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Optional<String>>> found = threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(n -> some).toList());
            for (Future<Optional<String>> one : found) {
                assertThat(one.get()).isEmpty();
            }
        }
        assertThat(next.get()).isGreaterThanOrEqualTo(FIRST_SEED + SIMULATIONS);
    }

    /**
     * A payment waited for a number that was given on the day itself, and the day was closed before it came; in the
     * last but one, for the number of a document that another such payment led to. In the last, a customer was
     * judged by the terms of an order that shows nothing of it any more.
     */
    @ParameterizedTest
    @ValueSource(longs = {500_313, 503_034, 506_004, 508_361, 4_010_375, 8_000_519})
    void whatOnceWentWrongDoesNot(long seed) {
        assertThat(new Simulator().play(Plays.of(seed, false)).wrong()).isNull();
    }

    private Optional<String> playUntilOneGoesWrong() {
        Simulator simulator = new Simulator();
        for (long seed = next.getAndIncrement(); seed < FIRST_SEED + SIMULATIONS; seed = next.getAndIncrement()) {
            Play play = Plays.of(seed);
            Ending ending = simulator.play(play);
            if (ending.wrong() != null) {
                next.set(FIRST_SEED + SIMULATIONS);
                return Optional.of(Shrinking.shortest(simulator::play, play, ending));
            }
        }
        return Optional.empty();
    }
}
