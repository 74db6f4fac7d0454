package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.serde.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long a record waits for the registry. */
class RegistryRetryTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();

    private boolean pause(Duration pause) {
        return pauses.add(pause);
    }

    private String away() {
        attempts.incrementAndGet();
        throw new RegistryUnavailable("away", new IllegalStateException());
    }

    private String backAtTheThirdAttempt() {
        return attempts.get() < 2 ? away() : "here";
    }

    @Test
    void asksAgainWithLongerPausesUntilThereIsAnAnswer() {
        assertThat(RegistryRetry.of(Duration.ofMinutes(1), this::pause).with(this::backAtTheThirdAttempt))
                .isEqualTo("here");
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void givesUpBeforeItsLimit() {
        assertThatThrownBy(() ->
                        RegistryRetry.of(Duration.ofMillis(50), this::pause).with(this::away))
                .isInstanceOf(RegistryUnavailable.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void givesUpAtOnceWhenTheStreamStops() {
        assertThatThrownBy(() -> RegistryRetry.endless(pause -> false).with(this::away))
                .isInstanceOf(RegistryUnavailable.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void endlessPatienceOutlastsAnyOutage() {
        RegistryRetry endless = RegistryRetry.endless(pause -> pauses.add(pause) && pauses.size() < 500);
        assertThatThrownBy(() -> endless.with(this::away)).isInstanceOf(RegistryUnavailable.class);
        assertThat(pauses).hasSize(500).last().isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsNotTheRegistrysFaultIsThrownAtOnce() {
        assertThatThrownBy(() -> RegistryRetry.endless(this::pause).with(() -> {
                    throw new IllegalStateException("a defect");
                }))
                .hasMessage("a defect");
        assertThat(pauses).isEmpty();
    }
}
