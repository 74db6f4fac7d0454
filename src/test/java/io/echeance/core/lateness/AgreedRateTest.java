package io.echeance.core.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.lateness.Calculator.PartialPayment;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One stipulated rate makes one segment, however many half-years it crosses; the floor is another in each. */
@DisplayName("An agreed rate")
class AgreedRateTest {

    private static final StatutoryRates RATES = StatutoryRatesFile.bundled();
    private static final LocalDate DUE = LocalDate.of(2024, 12, 15);
    private static final LocalDate PAID = LocalDate.of(2025, 7, 10);

    private static List<FloorTest> tested(RateRule rule) {
        Interest interest =
                new Calculator(Money.of("1000.00"), DUE, List.<PartialPayment>of(), rule).until(PAID, RATES);
        return FloorTest.of(interest.segments(), rule, RATES);
    }

    @Test
    @DisplayName("of 10.75 % is below the floor in 2024-S2 and 2025-S1, and not in 2025-S2")
    void isTestedInEveryHalfYear() {
        assertThat(tested(new RateRule.Stipulated(Percent.of("10.75"))))
                .extracting(test -> test.semester() + " " + test.floor() + " " + test.passed())
                .containsExactly("2024-S2 14.76 false", "2025-S1 11.13 false", "2025-S2 8.28 true");
    }

    @Test
    @DisplayName("of three times the legal rate is the floor itself")
    void mayBeTheFloor() {
        assertThat(tested(new RateRule.Legal(3))).hasSize(3).allMatch(FloorTest::passed);
        assertThat(tested(new RateRule.Legal(2))).hasSize(3).noneMatch(FloorTest::passed);
    }

    @Test
    @DisplayName("is not the law's own, which may lie below the floor")
    void isNotTheLaws() {
        assertThat(tested(new RateRule.Ecb(Percent.of("10.00")))).isEmpty();
    }
}
