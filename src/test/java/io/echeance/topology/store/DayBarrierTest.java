package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.serde.record.Barrier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day has arrived when its marker, or a later day's, has come through every channel. */
class DayBarrierTest {

    private static final List<String> CHANNELS = List.of("A", "B", "C");
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final KeyValueStore<String, Barrier> store =
            StateStores.barrier("barrier").withLoggingDisabled().build();
    private final List<LocalDate> passed = new ArrayList<>();
    private DayBarrier barrier;

    @BeforeEach
    void begin() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        restart();
    }

    private void restart() {
        barrier = new DayBarrier(store, "row", CHANNELS);
    }

    private void arrive(LocalDate day, String... channels) {
        for (String channel : channels) {
            barrier.arrive(channel, day, 0);
            barrier.passAll(one -> passed.add(one.date()));
        }
    }

    @Test
    void aDayPassesWithItsLastMarker() {
        arrive(MONDAY, "A", "B");
        assertThat(passed).isEmpty();

        arrive(MONDAY, "C");
        assertThat(passed).containsExactly(MONDAY);
    }

    @Test
    void aMarkerThatComesAgainChangesNothing() {
        arrive(MONDAY, "A", "A", "A", "B", "C", "A", "C");
        arrive(TUESDAY, "A", "B");
        arrive(MONDAY, "B", "C");

        assertThat(passed).containsExactly(MONDAY);
    }

    @Test
    void aMissingMarkerIsMadeGoodByThatOfALaterDayAndNoDayIsSkipped() {
        arrive(MONDAY, "A", "B");
        arrive(TUESDAY, "A", "C");
        assertThat(passed).containsExactly(MONDAY);

        arrive(WEDNESDAY, "B", "C", "A");
        assertThat(passed).containsExactly(MONDAY, TUESDAY, WEDNESDAY);
    }

    @Test
    void severalDaysOnTheirWayPassEachInItsTurn() {
        arrive(MONDAY, "A");
        arrive(TUESDAY, "A");
        arrive(WEDNESDAY, "A");
        arrive(WEDNESDAY, "B", "C");

        assertThat(passed).containsExactly(MONDAY, TUESDAY, WEDNESDAY);
    }

    @Test
    void aDayThatHasPassedIsNotAnnouncedAgain() {
        arrive(TUESDAY, "A", "B", "C");
        arrive(MONDAY, "A", "B", "C");

        assertThat(passed).containsExactly(TUESDAY);
        assertThat(barrier.announced()).isEmpty();
        assertThat(barrier.latest()).isEqualTo(TUESDAY);
    }

    /** Whatever the order of the channels, the repetitions and the restarts: every day once, in order. */
    @Test
    void anyInterleavingPassesEveryDayOnceInOrder() {
        List<LocalDate> days = MONDAY.datesUntil(MONDAY.plusDays(10)).toList();
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            store.delete("row");
            passed.clear();
            restart();
            int[] next = new int[CHANNELS.size()];
            while (passed.size() < days.size()) {
                int channel = random.nextInt(CHANNELS.size());
                int at = Math.min(next[channel], days.size() - 1);
                if (random.nextInt(4) == 0) {
                    arrive(days.get(random.nextInt(at + 1)), CHANNELS.get(channel));
                }
                arrive(days.get(at), CHANNELS.get(channel));
                next[channel] = at + 1;
                if (random.nextInt(5) == 0) {
                    restart();
                }
                int slowest = Math.min(next[0], Math.min(next[1], next[2]));
                assertThat(passed).as("seed %d", seed).isEqualTo(days.subList(0, passed.size()));
                assertThat(passed.size()).as("seed %d", seed).isLessThanOrEqualTo(slowest);
            }
        }
    }
}
