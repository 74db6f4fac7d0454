package io.echeance.topology.store;

import io.echeance.core.decision.Plausible;
import io.echeance.serde.record.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The days of one partition: it is told when one is over, and reads no clock. */
public final class Calendar {

    /** Where the sellers are. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Key of the one row of its store. */
    public static final String ROW = "clock";

    private final KeyValueStore<String, Clock> store;

    public Calendar(KeyValueStore<String, Clock> store) {
        this.store = store;
    }

    /**
     * Today: the day after the last one that was closed.
     *
     * @param timestamp of the record that asks, in milliseconds of the epoch; before any day was closed, its day counts
     */
    public LocalDate today(long timestamp) {
        Clock clock = clock();
        return clock == null ? Plausible.nearest(dayOf(timestamp)) : clock.today();
    }

    /** The day of a timestamp, in milliseconds of the epoch. */
    public static LocalDate dayOf(long timestamp) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), ZONE);
    }

    /** The last day that was closed; null: none was. */
    public @Nullable LocalDate last() {
        Clock clock = clock();
        return clock == null ? null : clock.today().minusDays(1);
    }

    /** Whether this day is later than all that were closed. A day that is closed again, or out of turn, is none. */
    public boolean isNews(LocalDate day) {
        Clock clock = clock();
        return clock == null || day.plusDays(1).isAfter(clock.today());
    }

    /** Closes a day; true: its morning has to be worked off now, no earlier one is being worked off. */
    public boolean close(LocalDate day) {
        LocalDate morning = day.plusDays(1);
        Clock clock = clock();
        List<LocalDate> mornings = new ArrayList<>(clock == null ? List.of() : clock.mornings());
        boolean idle = mornings.isEmpty();
        mornings.add(morning);
        keep(new Clock(morning, clock == null ? null : clock.lowWater(), mornings));
        return idle;
    }

    /** Closes a day on whose morning nothing is to be done. */
    public void pass(LocalDate day) {
        keep(new Clock(day.plusDays(1), null, List.of()));
    }

    public @Nullable Clock clock() {
        return clock(store);
    }

    /** What the partition of a store knows of the days. */
    public static @Nullable Clock clock(ReadOnlyKeyValueStore<String, Clock> store) {
        return store.get(ROW);
    }

    /** Work on the mornings goes on behind a key. */
    public void pause(Clock clock, Bytes worked) {
        keep(new Clock(clock.today(), worked, clock.mornings()));
    }

    /** All mornings are worked off. */
    public void done(Clock clock) {
        keep(new Clock(clock.today(), WakeUps.startOf(clock.today().plusDays(1)), List.of()));
    }

    private void keep(Clock clock) {
        store.put(ROW, clock);
    }
}
