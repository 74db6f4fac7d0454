package io.echeance.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of percent (<i>taux</i>), exact: {@code 10.75} is 10.75 %. Of a year where it is a rate of interest. Shown
 * with two decimals, or with as many more as it has.
 *
 * @param value up to {@value #DECIMALS} decimals: one and a half times a rate of law has more than two
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    /** The most decimals. */
    public static final int DECIMALS = 6;

    private static final int SHOWN = 2;

    public static final Percent ZERO = of("0");
    public static final Percent HUNDRED = of("100");

    /** @throws ArithmeticException if {@code value} has more than {@value #DECIMALS} decimals */
    public Percent {
        BigDecimal exact = value.stripTrailingZeros();
        if (exact.scale() > DECIMALS) {
            throw new ArithmeticException(value + " has more than " + DECIMALS + " decimals");
        }
        value = exact.setScale(Math.max(exact.scale(), SHOWN));
    }

    public static Percent of(String text) {
        return new Percent(new BigDecimal(text));
    }

    public Percent plus(Percent other) {
        return new Percent(value.add(other.value));
    }

    public Percent times(int factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /** Rounded half up to {@value #DECIMALS} decimals, of which no rate of law times a clause's factor has as many. */
    public Percent times(BigDecimal factor) {
        return new Percent(value.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
