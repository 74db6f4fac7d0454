package io.echeance.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest(name = "{0} in {1} parts is {2}")
    @CsvSource({
        "1000.00, 3, '333.34 333.33 333.33'",
        "7500.00, 10, '750.00 750.00 750.00 750.00 750.00 750.00 750.00 750.00 750.00 750.00'",
        "0.05, 3, '0.02 0.02 0.01'",
        "0.02, 3, '0.01 0.01 0.00'",
        "-0.01, 2, '0.00 -0.01'"
    })
    void splitsWithoutLosingACent(String amount, int parts, String expected) {
        Money[] split = Money.of(amount).split(parts);

        assertThat(String.join(" ", Arrays.stream(split).map(Money::toString).toList()))
                .isEqualTo(expected);
        assertThat(Arrays.stream(split).reduce(Money.ZERO, Money::plus)).isEqualTo(Money.of(amount));
    }

    @ParameterizedTest(name = "{1} % of {0} is {2}")
    @CsvSource({
        "2400.00, 20.00, 480.00",
        "0.02, 20.00, 0.00",
        "0.03, 20.00, 0.01",
        "0.10, 5.00, 0.01",
        "-0.10, 5.00, -0.01",
        "2700.00, 30.00, 810.00"
    })
    void takesAPercentageRoundedHalfUp(String amount, String percent, String expected) {
        assertThat(Money.of(amount).percent(Percent.of(percent))).isEqualTo(Money.of(expected));
    }

    @Test
    void refusesWhatIsNotInWholeCents() {
        assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("1e20")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("0.05").multiply(new BigDecimal("0.5")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("1.00").divide(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Money.of("1.00").multiply(2.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isBeyondABoundAboveAndBelowEvenTheLeastOfAll() {
        Money bound = Money.of("99.99");

        assertThat(Stream.of("99.99", "-99.99", "0.00").map(Money::of)).noneMatch(amount -> amount.isBeyond(bound));
        assertThat(Stream.of("100.00", "-100.00").map(Money::of)).allMatch(amount -> amount.isBeyond(bound));
        assertThat(Money.ofCents(Long.MIN_VALUE).isBeyond(bound)).isTrue();
    }

    @Test
    void comesFromAndGoesToAnyJavaMoneyAmount() {
        MonetaryAmount moneta = Monetary.getDefaultAmountFactory()
                .setCurrency("EUR")
                .setNumber(new BigDecimal("12.30"))
                .create();

        assertThat(Money.of(moneta)).isEqualTo(Money.of("12.30"));
        assertThat(Money.of("12.30").getFactory().create()).isEqualTo(moneta);
        assertThat(Money.of("0.70").add(moneta)).hasToString("13.00");
        assertThat(Money.of("12.30").isEqualTo(moneta)).isTrue();
        assertThat(Money.of("12.31").isGreaterThan(moneta)).isTrue();
        assertThat(Money.of("12.30").compareTo(moneta)).isZero();
    }

    @Test
    void refusesAnotherCurrency() {
        MonetaryAmount dollars = Monetary.getDefaultAmountFactory()
                .setCurrency("USD")
                .setNumber(1)
                .create();

        assertThatThrownBy(() -> Money.of(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD");
    }
}
