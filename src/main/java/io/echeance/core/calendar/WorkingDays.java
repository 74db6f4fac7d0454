package io.echeance.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days (<i>jours ouvrés</i>): neither Saturday nor Sunday nor a public holiday. */
public final class WorkingDays {

    private WorkingDays() {}

    public static boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FrenchHolidays.contains(day);
    }

    /** The last of so many working days after {@code day}, which does not count itself. */
    public static LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        for (int n = 0; n < count; n++) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }

    /** {@code day} itself if it is a working day, else the next one. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (!contains(working)) {
            working = working.plusDays(1);
        }
        return working;
    }
}
