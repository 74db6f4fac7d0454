package io.echeance.core.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.calendar.Semester;
import io.echeance.core.lateness.Calculator.PartialPayment;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.WrittenRate;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTest {

    private static final StatutoryRates RATES = StatutoryRatesFile.bundled();

    @ParameterizedTest(name = "{0} due {1} paid {2} at {3}: {4}")
    @CsvSource({
        "10000.00, 2026-06-20, 2026-07-10, ecb+10, 67.26",
        "1850.00, 2026-05-16, 2026-06-30, 15, 34.21",
        "1850.00, 2026-05-16, 2026-06-30, legal*3, 17.93",
        "1850.00, 2026-05-16, 2026-06-30, ecb+8-public, 23.15",
        "2400.00, 2026-01-01, 2026-01-31, 10.75, 21.21",
        "2880.00, 2026-03-07, 2026-04-21, 10.75, 38.17",
        "1000.00, 2026-05-16, 2026-05-16, ecb+10, 0.00",
        "1000.00, 2026-05-16, 2026-05-17, ecb+10, 0.33",
        "1000.00, 2024-02-28, 2024-03-01, 10.00, 0.55",
        "1000.00, 2026-01-01, 2026-01-31, legal-individual, 5.48"
    })
    void countsToTheCent(String principal, LocalDate due, LocalDate paid, String rate, String expected) {
        assertThat(interest(principal, due, paid, rate).total()).isEqualTo(Money.of(expected));
    }

    @Test
    void splitsWhereTheSemesterChangesTheRate() {
        assertThat(interest("10000.00", LocalDate.of(2026, 6, 20), LocalDate.of(2026, 7, 10), "ecb+10")
                        .segments())
                .extracting(
                        Segment::from, Segment::to, Segment::days, segment -> segment.rate() + " " + segment.amount())
                .containsExactly(
                        days("2026-06-21", "2026-06-30", 10, "12.15 33.29"),
                        days("2026-07-01", "2026-07-10", 10, "12.40 33.97"));
    }

    @Test
    void nobodyEarnsByBeingLateHoweverLowAPublishedRateIs() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        StatutoryRates low = new StatutoryRates(List.of(new StatutoryRates.SemesterRates(
                Semester.of(day), Percent.of("-0.10"), Percent.of("-0.10"), Percent.of("-10.50"))));
        for (String rate : List.of("ecb+10", "ecb+8-public", "legal*3", "legal-individual")) {
            assertThat(DailyRate.of(WrittenRate.parse(rate), day, day, low).rate())
                    .as(rate)
                    .isEqualTo(Percent.ZERO);
        }
    }

    @Test
    void doesNotSplitWhereTheRateStays() {
        // 2.15 + 10 in 2025-S2 and in 2026-S1
        assertThat(interest("1000.00", LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 10), "ecb+10")
                        .segments())
                .extracting(Segment::days)
                .containsExactly(21);
    }

    @Test
    void aPublicBuyerKeepsTheRateOfTheDayOnWhichTheDelayBegan() {
        assertThat(interest("1000.00", LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 10), "ecb+8-public")
                        .segments())
                .extracting(segment -> segment.rate().toString())
                .containsExactly("10.40");
        assertThat(interest("1000.00", LocalDate.of(2026, 6, 29), LocalDate.of(2026, 7, 10), "ecb+8-public")
                        .segments())
                .extracting(segment -> segment.rate().toString())
                .containsExactly("10.15");
    }

    @Test
    void aPublicBuyerKeepsItToTheEndWhateverItPaysInBetween() {
        Calculator calculator = new Calculator(
                Money.of("1000.00"),
                LocalDate.of(2026, 6, 20),
                List.of(new PartialPayment(LocalDate.of(2026, 7, 5), Money.of("400.00"))),
                WrittenRate.parse("ecb+8-public"));

        assertThat(calculator.until(LocalDate.of(2026, 7, 15), RATES).segments())
                .extracting(segment -> segment.base() + " at " + segment.rate())
                .containsExactly("1000.00 at 10.15", "600.00 at 10.15"); // from July on it would be 10.40
    }

    @Test
    void aPartialPaymentCountsFromTheDayAfterIt() {
        Calculator calculator = new Calculator(
                Money.of("1000.00"),
                LocalDate.of(2026, 3, 1),
                List.of(new PartialPayment(LocalDate.of(2026, 3, 11), Money.of("400.00"))),
                WrittenRate.parse("10"));

        assertThat(calculator.until(LocalDate.of(2026, 3, 21), RATES).segments())
                .extracting(
                        Segment::days,
                        segment -> segment.base().toString(),
                        segment -> segment.amount().toString())
                .containsExactly(Tuple.tuple(10, "1000.00", "2.74"), Tuple.tuple(10, "600.00", "1.64"));
    }

    @Test
    void neverExtrapolatesARate() {
        Interest interest = interest("1000.00", LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 10), "legal");

        assertThat(interest.missing()).isEqualTo(new Semester(2027, 1));
        assertThat(interest.segments()).extracting(Segment::to).containsExactly(LocalDate.of(2026, 12, 31));
    }

    private static Interest interest(String principal, LocalDate due, LocalDate until, String rate) {
        return new Calculator(Money.of(principal), due, List.of(), WrittenRate.parse(rate)).until(until, RATES);
    }

    private static Tuple days(String from, String to, int days, String rateAndAmount) {
        return Tuple.tuple(LocalDate.parse(from), LocalDate.parse(to), days, rateAndAmount);
    }
}
