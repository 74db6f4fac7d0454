package io.echeance.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemesterTest {

    @ParameterizedTest(name = "{0} is in {1}, from {2} to {3}, before {4}")
    @CsvSource({
        "2026-01-01, 2026-S1, 2026-01-01, 2026-06-30, 2026-S2",
        "2026-06-30, 2026-S1, 2026-01-01, 2026-06-30, 2026-S2",
        "2026-07-01, 2026-S2, 2026-07-01, 2026-12-31, 2027-S1",
        "2026-12-31, 2026-S2, 2026-07-01, 2026-12-31, 2027-S1"
    })
    void isHalfAYear(LocalDate day, String semester, LocalDate first, LocalDate last, String next) {
        assertThat(Semester.of(day)).hasToString(semester).isEqualTo(Semester.parse(semester));
        assertThat(Semester.of(day).firstDay()).isEqualTo(first);
        assertThat(Semester.of(day).lastDay()).isEqualTo(last);
        assertThat(Semester.of(day).next()).hasToString(next).isGreaterThan(Semester.of(day));
    }
}
