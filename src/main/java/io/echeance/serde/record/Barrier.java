package io.echeance.serde.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partition of a part knows of the markers of days.
 *
 * @param passed the latest day that has arrived through every channel; null: none has
 * @param announced the days, and rounds of days, after it that some channel has announced, the earliest first
 * @param reached how far each channel is
 * @param round of the day that has passed, the latest that has
 * @param news since then something was found here that calls for a further round
 */
public record Barrier(
        @Nullable LocalDate passed, List<Announced> announced, List<Reached> reached, int round, boolean news) {

    public static final Barrier NOTHING = new Barrier(null, List.of(), List.of(), DayMarker.FIRST, false);

    public Barrier {
        announced = List.copyOf(announced);
        reached = List.copyOf(reached);
    }

    public Barrier withNews(boolean other) {
        return new Barrier(passed, announced, reached, round, other);
    }

    /** @param at timestamp of its record on {@code business-days}, in milliseconds of the epoch */
    public record Announced(LocalDate date, long at, int round) implements Comparable<Announced> {

        private static final Comparator<Announced> BY_DAY =
                Comparator.comparing(Announced::date).thenComparing(Announced::round);

        @Override
        public int compareTo(Announced other) {
            return BY_DAY.compare(this, other);
        }
    }

    /** The latest day, and its latest round, whose marker came through a channel; and whether that marker bore news. */
    public record Reached(String channel, LocalDate date, int round, boolean news) {

        /** Whether its marker is here, or a later one. */
        public boolean isAsFarAs(Announced day) {
            return date.isAfter(day.date()) || date.equals(day.date()) && round >= day.round();
        }
    }
}
