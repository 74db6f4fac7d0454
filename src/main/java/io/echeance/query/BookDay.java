package io.echeance.query;

import io.echeance.serde.record.Clock;
import io.echeance.topology.store.Calendar;
import java.time.LocalDate;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What day it is on a partition.
 *
 * @param today the day after the last one that was closed
 * @param lastComplete the last day whose close, and every one before, is worked off: a large day takes several slices
 */
public record BookDay(LocalDate today, LocalDate lastComplete) {

    /**
     * @param clock the store {@code accounts-clock} of a partition
     * @return null if no day was ever closed there
     */
    public static @Nullable BookDay of(ReadOnlyKeyValueStore<String, Clock> clock) {
        Clock row = Calendar.clock(clock);
        if (row == null) {
            return null;
        }
        LocalDate open = row.mornings().isEmpty() ? row.today() : row.mornings().getFirst();
        return new BookDay(row.today(), open.minusDays(1));
    }

    /** Whether all that the last close brings is worked off. */
    public boolean isComplete() {
        return lastComplete.plusDays(1).equals(today);
    }
}
