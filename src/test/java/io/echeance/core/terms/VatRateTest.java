package io.echeance.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Percent;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rate of VAT")
class VatRateTest {

    @ParameterizedTest(name = "{0} on {1}: {2} %")
    @CsvSource({
        "STANDARD, 2026-11-29, 20.00",
        "STANDARD, 2014-01-01, 20.00",
        "STANDARD, 2013-12-31, 19.60",
        "STANDARD, 2000-03-31, 20.60",
        "STANDARD, 1990-01-01, 18.60",
        "INTERMEDIATE, 2026-11-29, 10.00",
        "INTERMEDIATE, 2013-12-31, 7.00",
        "INTERMEDIATE, 2011-12-31, 5.50",
        "REDUCED, 2012-01-01, 5.50",
        "REDUCED, 2026-11-29, 5.50",
        "SUPER_REDUCED, 2026-11-29, 2.10"
    })
    void isKnownByItsDays(VatRate rate, LocalDate on, String percent) {
        assertThat(rate.on(on)).isEqualTo(Percent.of(percent));
    }
}
