package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.JournalTotal;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
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

    @ParameterizedTest(name = "{0} that comes on {1}: {2}")
    @CsvSource({
        "2026-11-01, 2026-11-01, taken",
        "2026-11-01, 2026-12-24, taken",
        "2026-11-02, 2026-11-01, 'on, 2026-11-02, is after 2026-11-01, the day on which it came'"
    })
    @DisplayName("are closed on no day that is still to come")
    void areClosedOnNoDayToCome(String on, LocalDate today, String outcome) {
        assertThat(closings.take(closing("f1", "2026-10", on), today)
                        .map(Refusal::sentence)
                        .orElse("taken"))
                .isEqualTo(outcome);
    }

    @Test
    @DisplayName("are closed under an id of their own, that somebody has, on a day that there is, with entries or none")
    void areClosedUnderAnIdOfTheirOwn() {
        assertThat(reason(closing("f1", "2026-10", "2026-11-03"))).isEqualTo("taken");
        assertThat(reason(closing("f1", "2026-11", "2026-12-03"))).isEqualTo("CONTRADICTS_EARLIER_FACT");
        assertThat(reason(closing(" ", "2026-11", "2026-12-03"))).isEqualTo("MALFORMED");
        assertThat(reason(closing("f2", "0001-01", "2026-12-03"))).isEqualTo("MALFORMED");
        MonthClosed less =
                new MonthClosed("f2", "s", YearMonth.of(2026, 11), LocalDate.of(2026, 12, 3), "ann", -1, List.of());
        assertThat(reason(less)).isEqualTo("MALFORMED");
        assertThat(closings.all()).extracting(MonthClosed::factId).containsExactly("f1");
    }

    @Test
    @DisplayName("name no more accounts than a record has room for, each in a short text")
    void nameNoMoreThanThereIsRoomFor() {
        JournalTotal total = new JournalTotal("VE", "411000", "Clients", Money.of("1.00"), Money.ZERO);
        JournalTotal wordy = new JournalTotal("VE", "411000", "x".repeat(201), Money.of("1.00"), Money.ZERO);

        assertThat(reason(closing(Collections.nCopies(200, total)))).isEqualTo("taken");
        assertThat(reason(closing(Collections.nCopies(201, total)))).isEqualTo("TOO_LARGE");
        assertThat(reason(closing(List.of(wordy)))).isEqualTo("TOO_LARGE");
    }

    private static MonthClosed closing(List<JournalTotal> totals) {
        return new MonthClosed("f1", "s", YearMonth.of(2026, 10), LocalDate.of(2026, 11, 3), "ann", 9, totals);
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
