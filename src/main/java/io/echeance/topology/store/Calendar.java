package io.echeance.topology.store;

import io.echeance.core.admission.Plausible;
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

/**
 * The days of one partition: it learns when one is over, and reads no clock. Made anew whenever its node is, so that
 * it remembers nothing of a transaction that was given up.
 */
public final class Calendar {

    /** Where the sellers are. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Key of the one row of its store. */
    public static final String ROW = "clock";

    private final KeyValueStore<String, Clock> store;
    private @Nullable Clock clock;

    public Calendar(KeyValueStore<String, Clock> store) {
        this.store = store;
        this.clock = clock(store);
    }

    /**
     * Today: the day after the last one that was closed. Before the first close it is the latest day that a record
     * bore, and never goes back: of two records out of order, both are known on the later day.
     *
     * @param timestamp of the record that asks, in milliseconds of the epoch
     */
    public LocalDate today(long timestamp) {
        Clock known = clock;
        if (known != null && !known.provisional()) {
            return known.today();
        }
        LocalDate day = Plausible.nearest(dayOf(timestamp));
        if (known != null && !day.isAfter(known.today())) {
            return known.today();
        }
        keep(new Clock(day, null, List.of(), true));
        return day;
    }

    /** The day of a timestamp, in milliseconds of the epoch. */
    public static LocalDate dayOf(long timestamp) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), ZONE);
    }

    /** The last day that was closed; null: none was. */
    public @Nullable LocalDate closedOn() {
        return clock == null || clock.provisional() ? null : clock.today().minusDays(1);
    }

    /** Whether this day is later than all that were closed. A day that is closed again, or out of turn, is none. */
    public boolean isNews(LocalDate day) {
        LocalDate closed = closedOn();
        return closed == null || day.isAfter(closed);
    }

    /** Closes a day; true: its morning has to be worked off now, no earlier one is being worked off. */
    public boolean close(LocalDate day) {
        LocalDate morning = day.plusDays(1);
        List<LocalDate> mornings = new ArrayList<>(clock == null ? List.of() : clock.mornings());
        boolean idle = mornings.isEmpty();
        mornings.add(morning);
        keep(new Clock(morning, clock == null ? null : clock.lowWater(), mornings, false));
        return idle;
    }

    /** Closes a day on whose morning nothing is to be done. */
    public void pass(LocalDate day) {
        keep(new Clock(day.plusDays(1), null, List.of(), false));
    }

    public @Nullable Clock clock() {
        return clock;
    }

    /** What the partition of a store knows of the days. */
    public static @Nullable Clock clock(ReadOnlyKeyValueStore<String, Clock> store) {
        return store.get(ROW);
    }

    /** Work on the mornings goes on behind a key. */
    public void pause(Clock paused, @Nullable Bytes worked) {
        keep(new Clock(paused.today(), worked, paused.mornings(), false));
    }

    /** All mornings are worked off. */
    public void done(Clock done) {
        keep(new Clock(done.today(), WakeUps.startOf(done.today().plusDays(1)), List.of(), false));
    }

    private void keep(Clock kept) {
        clock = kept;
        store.put(ROW, kept);
    }
}
