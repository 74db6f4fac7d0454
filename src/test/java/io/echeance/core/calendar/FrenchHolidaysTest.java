package io.echeance.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchHolidaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'",
        "2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'",
        "2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'",
        "2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'"
    })
    void areThoseOfTheYear(int year, String days) {
        assertThat(String.join(
                        " ",
                        holidays(year).stream()
                                .map(day -> day.toString().substring(5))
                                .toList()))
                .isEqualTo(days);
    }

    /** From 2008 on: before, the other calendar leaves out the Whit Mondays of the first days of solidarity. */
    @Test
    void agreeWithAnIndependentCalendar() {
        HolidayManager france = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
        for (int year = 2008; year < 2100; year++) {
            List<LocalDate> others = france.getHolidays(Year.of(year)).stream()
                    .map(holiday -> holiday.getDate())
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(holidays(year)).as("%d", year).isEqualTo(others);
        }
    }

    /** The earliest and the latest Easters there are, and others of published tables. */
    @ParameterizedTest(name = "Easter is on {0}")
    @ValueSource(
            strings = {
                "1598-03-22",
                "1666-04-25",
                "1734-04-25",
                "1818-03-22",
                "1886-04-25",
                "1943-04-25",
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2008-03-23",
                "2038-04-25",
                "2190-04-25",
                "2285-03-22"
            })
    void easterIsWherePublishedTablesHaveIt(LocalDate easter) {
        assertThat(FrenchHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest(name = "{0} is a day off")
    @ValueSource(strings = {"2026-04-06", "2026-05-14", "2026-05-16", "2026-05-17", "2026-12-25"})
    void daysOffAreNoWorkingDays(LocalDate day) {
        assertThat(WorkingDays.contains(day)).isFalse();
    }

    @ParameterizedTest(name = "{0} rolls to {1}")
    @CsvSource({"2026-05-13, 2026-05-13", "2026-05-14, 2026-05-15", "2026-05-16, 2026-05-18", "2026-04-04, 2026-04-07"})
    void aDayOffRollsToTheNextWorkingDay(LocalDate day, LocalDate working) {
        assertThat(WorkingDays.onOrAfter(day)).isEqualTo(working);
    }

    private static List<LocalDate> holidays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(FrenchHolidays::contains)
                .toList();
    }
}
