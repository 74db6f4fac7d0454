package io.echeance.serde.record;

import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What one partition knows of the days.
 *
 * @param today the day after the latest day that was closed; before the first close, the latest day of a record
 * @param lowWater where the wake-ups begin: all before this key are done; null: none is done yet
 * @param mornings mornings on which some order is still to be drawn, the earliest first; empty: none
 * @param provisional no day was closed yet
 */
public record Clock(LocalDate today, @Nullable Bytes lowWater, List<LocalDate> mornings, boolean provisional) {

    public Clock {
        mornings = List.copyOf(mornings);
    }
}
