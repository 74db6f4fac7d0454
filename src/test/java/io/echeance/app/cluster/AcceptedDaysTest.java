package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.ClosableDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The days that count for the clock")
class AcceptedDaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private final AcceptedDays days = new AcceptedDays(new ClosableDays(false), List.of(0, 1));

    private void received(int partition, LocalDate day, LocalDate on) {
        days.received(partition, 17, day, on);
    }

    @Test
    @DisplayName("are those that the stream accepts: a stray one silences nothing")
    void strayDaysCountForNothing() {
        for (int partition = 0; partition < 2; partition++) {
            received(partition, DAY, DAY.plusDays(1));
            received(partition, LocalDate.of(9999, 12, 31), DAY.plusDays(1));
            received(partition, DAY.plusYears(3), DAY.plusDays(1));
            received(partition, DAY.plusDays(41), DAY.plusDays(42));
        }

        assertThat(days.last()).contains(DAY);
        assertThat(days.refused())
                .hasSize(6)
                .first()
                .isEqualTo("business-days-0@17: the day 9999-12-31 is outside 1990-01-01 to 2199-12-31");
    }

    @Test
    @DisplayName("are those that every partition has: a day that one of them missed is told again")
    void aDayIsClosedOnceEveryPartitionHasIt() {
        received(0, DAY, DAY.plusDays(1));
        assertThat(days.last()).isEmpty();
        received(1, DAY.minusDays(1), DAY);

        assertThat(days.last()).contains(DAY.minusDays(1));
    }

    @Test
    @DisplayName("do not go back")
    void daysDoNotGoBack() {
        received(0, DAY, DAY.plusDays(1));
        received(1, DAY, DAY.plusDays(1));
        received(0, DAY.minusDays(100), DAY.plusDays(1));

        assertThat(days.last()).contains(DAY);
    }

    @Test
    @DisplayName("say before it is told which day the stream would refuse")
    void theClockKnowsWhatWouldBeRefused() {
        received(0, DAY.plusDays(30), DAY.plusDays(31));
        received(1, DAY, DAY.plusDays(1));

        assertThat(days.objection(DAY.plusDays(40), DAY.plusDays(41))).isEmpty();
        assertThat(days.objection(DAY.plusDays(41), DAY.plusDays(42)))
                .contains("the day 2026-07-26 is more than 40 days after 2026-06-15, the last closed");
    }
}
