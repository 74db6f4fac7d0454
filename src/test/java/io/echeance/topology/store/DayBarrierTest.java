package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.serde.record.Barrier;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    @Test
    void theRoundsOfADayPassEachInItsTurn() {
        DayBarrier accounts = new DayBarrier(store, "rounds", DayMarker.channels(2, Stage.INTAKE, Stage.ACCOUNTS));
        accounts.arrive(new DayMarker(MONDAY, Stage.INTAKE, 0), 0);
        accounts.arrive(new DayMarker(MONDAY, Stage.INTAKE, 1), 0);

        assertThat(rounds(accounts, round(MONDAY, 1, 0), round(MONDAY, 1, 1))).containsExactly("2026-04-06/1");
        assertThat(rounds(accounts, round(MONDAY, 1, 1), round(MONDAY, 2, 1))).isEmpty();
        assertThat(rounds(accounts, round(MONDAY, 2, 0))).containsExactly("2026-04-06/2");
        assertThat(rounds(accounts, round(TUESDAY, 1, 0), round(TUESDAY, 1, 1))).isEmpty();
        accounts.arrive(new DayMarker(TUESDAY, Stage.INTAKE, 0), 0);
        assertThat(rounds(accounts, new DayMarker(TUESDAY, Stage.INTAKE, 1))).containsExactly("2026-04-07/1");
    }

    @Test
    void whatAnyPartitionFoundHoldsForTheRoundInWhichItWasFound() {
        DayBarrier found = new DayBarrier(store, "found", DayMarker.channels(2, Stage.SUSPENSE));
        found.arrive(new DayMarker(MONDAY, Stage.SUSPENSE, 0, 1, true), 0);
        found.arrive(new DayMarker(MONDAY, Stage.SUSPENSE, 1, 1, false), 0);
        assertThat(found.boreNews(Objects.requireNonNull(found.next()))).isTrue();
        found.passAll(day -> {});
        found.arrive(new DayMarker(MONDAY, Stage.SUSPENSE, 0, 2, false), 0);
        found.arrive(new DayMarker(MONDAY, Stage.SUSPENSE, 1, 2, false), 0);
        assertThat(found.boreNews(Objects.requireNonNull(found.next()))).isFalse();
    }

    @Test
    void whatWasFoundIsSaidOnceThroughARestartToo() {
        barrier.note();
        restart();
        assertThat(barrier.takeNews()).isTrue();
        restart();
        assertThat(barrier.takeNews()).isFalse();
    }

    private static DayMarker round(LocalDate day, int round, int partition) {
        return new DayMarker(day, Stage.ACCOUNTS, partition, round, false);
    }

    private static List<String> rounds(DayBarrier barrier, DayMarker... markers) {
        List<String> rounds = new ArrayList<>();
        for (DayMarker marker : markers) {
            barrier.arrive(marker, 0);
            barrier.passAll(day -> rounds.add(day.date() + "/" + day.round()));
        }
        return rounds;
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
