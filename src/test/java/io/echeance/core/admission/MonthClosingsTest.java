package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.MonthClosed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The months that are closed")
class MonthClosingsTest {

    private final MonthClosings closings = new MonthClosings();

    private static MonthClosed closing(String id, String month, String on) {
        return new MonthClosed(id, "s", YearMonth.parse(month), LocalDate.parse(on), "ann", 0, List.of());
    }

    private String reason(MonthClosed closing) {
        return closings.take(closing).map(Refusal::reason).map(Enum::name).orElse("taken");
    }

    @Test
    @DisplayName("are closed one after the other, each once; the first may be any")
    void oneAfterTheOther() {
        assertThat(reason(closing("f1", "2026-10", "2026-11-03"))).isEqualTo("taken");
        assertThat(reason(closing("f1", "2026-10", "2026-11-03")))
                .as("the same again")
                .isEqualTo("taken");
        assertThat(reason(closing("f2", "2026-10", "2026-11-03"))).isEqualTo("MONTH_CLOSED");
        assertThat(reason(closing("f3", "2026-09", "2026-11-03"))).isEqualTo("MONTH_CLOSED");
        assertThat(reason(closing("f4", "2026-12", "2027-01-03"))).isEqualTo("EARLIER_MONTH_OPEN");
        assertThat(reason(closing("f5", "2026-11", "2026-12-01"))).isEqualTo("taken");
        assertThat(closings.of("s").keySet()).containsExactly(YearMonth.of(2026, 10), YearMonth.of(2026, 11));
        assertThat(closings.of("other")).isEmpty();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-10-31, MONTH_NOT_OVER", "2026-09-30, MONTH_NOT_OVER", "2026-11-01, taken"})
    @DisplayName("are over")
    void areOver(String on, String outcome) {
        assertThat(reason(closing("f1", "2026-10", on))).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} is dated {1}")
    @CsvSource({"2026-08-15, 2026-11-01", "2026-10-31, 2026-11-01", "2026-11-01, 2026-11-01", "2026-11-20, 2026-11-20"})
    @DisplayName("take no entry: what is late is dated on the first day that is open")
    void takeNoEntry(String day, String dated) {
        closings.take(closing("f1", "2026-10", "2026-11-03"));

        assertThat(closings.open("s", LocalDate.parse(day))).isEqualTo(LocalDate.parse(dated));
        assertThat(closings.open("other", LocalDate.parse(day))).isEqualTo(LocalDate.parse(day));
    }

    @Test
    @DisplayName("are refused with a sentence")
    void areRefusedWithASentence() {
        closings.take(closing("f1", "2026-10", "2026-11-03"));

        Optional<Refusal> refusal = closings.take(closing("f2", "2026-12", "2027-01-03"));

        assertThat(refusal.orElseThrow().sentence()).isEqualTo("2026-11 is open, and comes before 2026-12");
    }
}
