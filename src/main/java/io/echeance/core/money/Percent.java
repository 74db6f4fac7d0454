package io.echeance.core.money;

import java.math.BigDecimal;

/**
 * A number of percent (<i>taux</i>), exact, two decimals: {@code 10.75} is 10.75 %. Of a year where it is a rate of
 * interest.
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    public static final Percent ZERO = of("0");
    public static final Percent HUNDRED = of("100");

    /** @throws ArithmeticException if {@code value} has more than two decimals */
    public Percent {
        value = value.setScale(2);
    }

    public static Percent of(String text) {
        return new Percent(new BigDecimal(text));
    }

    public Percent plus(Percent other) {
        return new Percent(value.add(other.value));
    }

    public Percent times(int factor) {
        return new Percent(value.multiply(BigDecimal.valueOf(factor)));
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
