package io.echeance.core.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of mainland France (<i>jours fériés</i>): eight fixed dates and three that follow Easter.
 *
 * <p>Source: Code du travail, art. L3133-1. The two holidays of Alsace-Moselle and those of overseas are left out, as
 * are the banks' own closing days.
 */
public final class FrenchHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 8),
            MonthDay.of(Month.JULY, 14),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.NOVEMBER, 11),
            MonthDay.of(Month.DECEMBER, 25));

    private static final int EASTER_MONDAY = 1;
    private static final int ASCENSION = 39;
    private static final int WHIT_MONDAY = 50;

    private FrenchHolidays() {}

    public static boolean contains(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        // All three movable feasts lie between 23 March and 14 June.
        if (day.getMonthValue() < 3 || day.getMonthValue() > 6) {
            return false;
        }
        long afterEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return afterEaster == EASTER_MONDAY || afterEaster == ASCENSION || afterEaster == WHIT_MONDAY;
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    public static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7;
        int correction = (golden + 11 * moon + 22 * weekday) / 451;
        int monthAndDay = moon + weekday - 7 * correction + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
