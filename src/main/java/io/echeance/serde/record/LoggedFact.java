package io.echeance.serde.record;

import io.echeance.core.Inline;
import io.echeance.core.order.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code facts}, the one ordered log.
 *
 * @param origin where it came from; null: it is our own
 * @param knownOn the day on which the fact reached us: it waits until that day has come; null: the day on which it is
 *     taken
 */
public record LoggedFact(
        @Nullable Origin origin, Entry payload, @Nullable LocalDate knownOn) {

    public LoggedFact(@Nullable Origin origin, Entry payload) {
        this(origin, payload, null);
    }

    /** What the log tells the accounts. */
    public sealed interface Entry permits Received, Day, DayMarker {}

    /** A fact. */
    public record Received(@Inline Fact fact) implements Entry {}

    /** A day. */
    public sealed interface Day extends Entry permits BusinessDay.DayClosed, DayContinued {
        LocalDate date();
    }

    /** More orders are due on a day than one transaction holds: the work on it goes on behind this record. */
    public record DayContinued(LocalDate date) implements Day {}
}
