package io.echeance.serde.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partition of a part knows of the markers of days.
 *
 * @param passed the latest day that has arrived through every channel; null: none has
 * @param announced the days after it that some channel has announced, the earliest first
 * @param reached how far each channel is
 */
public record Barrier(@Nullable LocalDate passed, List<Announced> announced, List<Reached> reached) {

    public static final Barrier NOTHING = new Barrier(null, List.of(), List.of());

    public Barrier {
        announced = List.copyOf(announced);
        reached = List.copyOf(reached);
    }

    /** @param at timestamp of its record on {@code business-days}, in milliseconds of the epoch */
    public record Announced(LocalDate date, long at) {}

    /** The latest day whose marker came through a channel. */
    public record Reached(String channel, LocalDate date) {}
}
