package io.echeance.core.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The increase on 480.00 that should have been refunded by 1 May 2026 (Code de la consommation, L242-4). */
class RefundIncreaseTest {

    private static final LocalDate DUE_BY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest(name = "{0} days late: {1}")
    @CsvSource({
        "0, 0.00",
        "1, 0.09", // 480 x 6.67 % x 1 / 365
        "10, 0.88",
        "11, 24.00", // 5 %
        "20, 24.00",
        "21, 48.00", // 10 %
        "30, 48.00",
        "31, 96.00", // 20 %
        "60, 96.00",
        "61, 240.00", // 50 %
        "89, 240.00",
        "90, 240.00",
        "91, 264.00", // 5 points more a month begun
        "121, 288.00",
        "360, 456.00",
        "361, 480.00",
        "700, 480.00"
    })
    void growsWithTheDelay(int daysLate, String expected) {
        assertThat(RefundIncrease.of(
                        Money.of("480.00"), DUE_BY, DUE_BY.plusDays(daysLate), StatutoryRatesFile.bundled()))
                .isEqualTo(Money.of(expected));
    }
}
