package io.echeance.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Tells the stream that a day is over in the sellers' zone; never one that is not. */
final class DayClock {

    static final ZoneId SELLERS = ZoneId.of("Europe/Paris");

    private final InstantSource now;

    DayClock(InstantSource now) {
        this.now = now;
    }

    /** The last day that is over. */
    LocalDate lastOver() {
        return LocalDate.ofInstant(now.instant(), SELLERS).minusDays(1);
    }

    /** How long today still lasts. */
    Duration untilMidnight() {
        Instant instant = now.instant();
        Instant midnight = LocalDate.ofInstant(instant, SELLERS)
                .plusDays(1)
                .atStartOfDay(SELLERS)
                .toInstant();
        return Duration.between(instant, midnight);
    }

    /**
     * The day to close: the latest that is over, however many were missed; empty: it is closed.
     *
     * @param last the last one that was closed, if any was
     */
    Optional<LocalDate> due(Optional<LocalDate> last) {
        LocalDate over = lastOver();
        return last.filter(closed -> !closed.isBefore(over)).isPresent() ? Optional.empty() : Optional.of(over);
    }
}
