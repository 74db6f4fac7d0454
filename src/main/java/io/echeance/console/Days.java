package io.echeance.console;

import io.echeance.core.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The days that forms propose. */
final class Days {

    private Days() {}

    /** The next Friday; where it is a holiday, the last working day before it. */
    static LocalDate nextFriday(LocalDate today) {
        LocalDate day = today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        while (!WorkingDays.contains(day) && day.isAfter(today.plusDays(1))) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** A week later, on a working day. */
    static LocalDate inAWeek(LocalDate today) {
        return WorkingDays.onOrAfter(today.plusWeeks(1));
    }
}
