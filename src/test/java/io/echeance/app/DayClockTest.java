package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The clock of days")
class DayClockTest {

    @ParameterizedTest(name = "at {0}, {1} is over")
    @CsvSource({
        "2026-01-14T22:59:59Z, 2026-01-13",
        "2026-01-14T23:00:00Z, 2026-01-14",
        "2026-07-14T21:59:59Z, 2026-07-13",
        "2026-07-14T22:00:00Z, 2026-07-14",
        "2026-03-29T22:00:00Z, 2026-03-29",
        "2026-10-25T22:59:59Z, 2026-10-24",
        "2026-10-25T23:00:00Z, 2026-10-25",
    })
    @DisplayName("ends a day at midnight in Paris, in winter and in summer")
    void endsADayInParis(Instant now, LocalDate over) {
        assertThat(at(now).lastOver()).isEqualTo(over);
    }

    @Test
    @DisplayName("knows how long the day still lasts, on the day of 25 hours too")
    void knowsHowLongTheDayLasts() {
        assertThat(at(Instant.parse("2026-01-14T22:59:00Z")).untilMidnight()).isEqualTo(Duration.ofMinutes(1));
        assertThat(at(Instant.parse("2026-10-24T22:00:00Z")).untilMidnight()).isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest(name = "last closed {0}: {1}")
    @CsvSource({
        ", 2026-01-13",
        "2026-01-12, 2026-01-13",
        "2025-12-01, 2026-01-13",
        "2026-01-13,",
        "2026-02-01,",
    })
    @DisplayName("closes the latest day alone, however many were missed, and none twice")
    void closesTheLatestDay(LocalDate last, LocalDate due) {
        assertThat(at(Instant.parse("2026-01-14T12:00:00Z")).due(Optional.ofNullable(last)))
                .isEqualTo(Optional.ofNullable(due));
    }

    private static DayClock at(Instant now) {
        return new DayClock(InstantSource.fixed(now));
    }
}
