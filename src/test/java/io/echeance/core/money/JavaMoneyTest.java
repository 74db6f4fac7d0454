package io.echeance.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JavaMoney asks an amount for, answered as Moneta's own amounts answer it. */
class JavaMoneyTest {

    @ParameterizedTest(name = "12.30 against {0}: less {1}, equal {2}, greater {3}")
    @CsvSource({"12.31, true, false, false", "12.30, false, true, false", "12.29, false, false, true"})
    void standsBeforeAfterOrBesideAnotherAmount(BigDecimal other, boolean less, boolean equal, boolean greater) {
        Money amount = Money.of("12.30");
        MonetaryAmount moneta = moneta("EUR", other);

        assertThat(amount.isLessThan(moneta)).isEqualTo(less);
        assertThat(amount.isLessThanOrEqualTo(moneta)).isEqualTo(less || equal);
        assertThat(amount.isEqualTo(moneta)).isEqualTo(equal);
        assertThat(amount.isGreaterThanOrEqualTo(moneta)).isEqualTo(greater || equal);
        assertThat(amount.isGreaterThan(moneta)).isEqualTo(greater);
        assertThat(Integer.signum(amount.compareTo(moneta))).isEqualTo(less ? -1 : greater ? 1 : 0);
        assertThat(amount.hashCode() == Money.of(other).hashCode()).isEqualTo(equal);
    }

    @Test
    void currenciesAreOrderedBeforeAmounts() {
        assertThat(Money.of("2.00").compareTo(moneta("USD", BigDecimal.ONE))).isNegative();
        assertThat(Money.of("1.00").compareTo(moneta("CHF", BigDecimal.TWO))).isPositive();
    }

    @ParameterizedTest(name = "{0}: magnitude {1}, sign {2}")
    @CsvSource({"-0.01, 0.01, -1", "0.00, 0.00, 0", "0.01, 0.01, 1"})
    void hasAMagnitudeAndASign(String amount, String magnitude, int sign) {
        assertThat(Money.of(amount).abs()).hasToString(magnitude);
        assertThat(Money.of(amount).signum()).isEqualTo(sign);
        assertThat(Money.of(amount).isNegative()).isEqualTo(sign < 0);
        assertThat(Money.of(amount).isZero()).isEqualTo(sign == 0);
        assertThat(Money.of(amount).isPositive()).isEqualTo(sign > 0);
    }

    @Test
    void calculatesExactly() {
        Money amount = Money.of("12.30");

        assertThat(amount.subtract(moneta("EUR", new BigDecimal("0.31")))).hasToString("11.99");
        assertThat(amount.add(Money.of("0.70"))).hasToString("13.00");
        assertThat(amount.multiply(3)).hasToString("36.90");
        assertThat(amount.multiply(new BigDecimal("0.5"))).hasToString("6.15");
        assertThat(amount.scaleByPowerOfTen(-1)).hasToString("1.23");
        assertThat(amount.negate()).hasToString("-12.30");
        assertThat(amount.plus()).hasToString("12.30");
        assertThat(amount.stripTrailingZeros()).hasToString("12.30");
    }

    @Test
    void saysWhatItIs() {
        Money amount = Money.of("12.30");

        assertThat(amount.getCurrency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(amount.getNumber().numberValueExact(BigDecimal.class)).isEqualByComparingTo("12.30");
        assertThat(amount.getContext().getMaxScale()).isEqualTo(2);
    }

    private static MonetaryAmount moneta(String currency, BigDecimal number) {
        return Monetary.getDefaultAmountFactory()
                .setCurrency(currency)
                .setNumber(number)
                .create();
    }
}
