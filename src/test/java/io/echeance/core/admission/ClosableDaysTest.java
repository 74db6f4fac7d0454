package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which days may be closed")
class ClosableDaysTest {

    @ParameterizedTest(name = "{0}, told on {1}, after {2}: {3}")
    @DisplayName("where days are lived: those that are over, at most 40 days after the last one")
    @CsvSource(delimiter = '|', textBlock = """
        2026-06-15 | 2026-06-16 |            |
        2026-06-15 | 2026-06-16 | 2026-06-14 |
        2026-06-15 | 2026-06-16 | 2026-05-06 |
        2026-06-15 | 2026-06-16 | 2026-05-05 | the day 2026-06-15 is more than 40 days after 2026-05-05, the last closed
        2026-06-15 | 2026-06-15 | 2026-06-14 | the day 2026-06-15 was not over when this was written, on 2026-06-15
        2026-06-15 | 2026-06-15 |            | the day 2026-06-15 was not over when this was written, on 2026-06-15
        2029-06-15 | 2026-06-16 | 2026-06-14 | the day 2029-06-15 was not over when this was written, on 2026-06-16
        9999-12-31 | 2026-06-16 | 2026-06-14 | the day 9999-12-31 is outside 1990-01-01 to 2199-12-31
        1989-12-31 | 2026-06-16 |            | the day 1989-12-31 is outside 1990-01-01 to 2199-12-31
        2026-06-15 | 2029-06-16 | 2026-06-15 |
        2026-01-01 | 2026-06-16 | 2026-06-15 |
        """)
    void lived(LocalDate day, LocalDate receivedOn, LocalDate last, String objection) {
        assertThat(new ClosableDays(false).objection(day, receivedOn, last)).isEqualTo(objection);
    }

    @ParameterizedTest(name = "{0}, told on {1}, after {2}: {3}")
    @DisplayName("where days are played: all that a seller can meet")
    @CsvSource(delimiter = '|', textBlock = """
        2026-06-15 | 2026-01-01 |            |
        2029-06-15 | 2026-01-01 | 2026-01-01 |
        9999-12-31 | 2026-01-01 | 2026-01-01 | the day 9999-12-31 is outside 1990-01-01 to 2199-12-31
        """)
    void played(LocalDate day, LocalDate receivedOn, LocalDate last, String objection) {
        assertThat(new ClosableDays(true).objection(day, receivedOn, last)).isEqualTo(objection);
    }
}
