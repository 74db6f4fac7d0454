package io.echeance.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import javax.money.NumberValue;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of euros and cents (<i>montant</i>), in JavaMoney's terms a {@link MonetaryAmount}.
 *
 * <p>Counted in whole cents, so that nothing can be lost between two of them. What would have to round, or would let
 * a binary fraction near money, is refused: an amount is multiplied by a rate with {@link #percent} (rounding half up,
 * by name) and shared out with {@link #split}; it is never divided. Any other JavaMoney amount of whole euro cents
 * comes in through {@link #of(MonetaryAmount)} and goes out through {@link #getFactory()}.
 */
@SuppressWarnings("ComparableType") // JavaMoney amounts are comparable with each other, whatever their class
public final class Money extends UndividedAmount implements Comparable<MonetaryAmount> {

    /** The one currency of the four sellers. */
    public static final CurrencyUnit EURO = Monetary.getCurrency("EUR");

    public static final Money ZERO = new Money(0);

    private static final MonetaryContext CONTEXT = MonetaryContextBuilder.of(Money.class)
            .setPrecision(19)
            .setMaxScale(2)
            .setFixedScale(true)
            .build();

    private final long cents;

    private Money(long cents) {
        this.cents = cents;
    }

    /** {@code cents} hundredths of a euro. */
    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /**
     * The amount that {@code text} writes, such as {@code 2400.00}.
     *
     * @throws ArithmeticException if it has more than two decimals or too many digits
     * @throws NumberFormatException if it is no decimal number
     */
    public static Money of(String text) {
        return of(new BigDecimal(text));
    }

    /**
     * The same amount, exactly.
     *
     * @throws ArithmeticException if it has more than two significant decimals or too many digits
     */
    public static Money of(BigDecimal euros) {
        return ofCents(euros.movePointRight(2).longValueExact());
    }

    /**
     * The same amount, exactly.
     *
     * @throws ArithmeticException if it is not in whole cents
     * @throws IllegalArgumentException if it is not in euros
     */
    public static Money of(MonetaryAmount amount) {
        if (amount instanceof Money money) {
            return money;
        }
        if (!amount.getCurrency().equals(EURO)) {
            throw new IllegalArgumentException("amounts are in EUR, not " + amount);
        }
        return of(amount.getNumber().numberValueExact(BigDecimal.class));
    }

    public long cents() {
        return cents;
    }

    /** In euros, always with two decimals. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    /** {@code percent} of this amount, rounded half up to the cent (away from zero at the half). */
    public Money percent(Percent percent) {
        return roundedHalfUp(toBigDecimal().multiply(percent.value()).movePointLeft(2));
    }

    /** {@code numerator / denominator} of this amount, rounded half up to the cent. */
    public Money timesFraction(BigDecimal numerator, BigDecimal denominator) {
        return of(toBigDecimal().multiply(numerator).divide(denominator, 2, RoundingMode.HALF_UP));
    }

    /** {@code exact} euros, rounded half up to the cent. */
    public static Money roundedHalfUp(BigDecimal exact) {
        return of(exact.setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * This amount in {@code parts} parts that add up to it: equal, the odd cents on the first ones (1000.00 in 3 is
     * 333.34, 333.33, 333.33).
     */
    public Money[] split(int parts) {
        Money[] shares = new Money[parts];
        long odd = Math.floorMod(cents, parts);
        for (int k = 0; k < parts; k++) {
            shares[k] = ofCents(Math.floorDiv(cents, parts) + (k < odd ? 1 : 0));
        }
        return shares;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    /** This amount, or zero if it is negative. */
    public Money orZero() {
        return max(ZERO);
    }

    public boolean exceeds(Money other) {
        return cents > other.cents;
    }

    /**
     * Whether it is further from 0.00 than {@code bound}, above or below. The least amount of all has no opposite: it
     * is compared, not turned round.
     *
     * @param bound 0.00 or more
     */
    public boolean isBeyond(Money bound) {
        return cents > bound.cents || cents < -bound.cents;
    }

    @Override
    public boolean isZero() {
        return cents == 0;
    }

    @Override
    public boolean isPositive() {
        return cents > 0;
    }

    @Override
    public boolean isNegative() {
        return cents < 0;
    }

    @Override
    public int signum() {
        return Long.signum(cents);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Money money && money.cents == cents;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(cents);
    }

    /** In euros with two decimals, without the currency: {@code 2400.00}. */
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }

    // What JavaMoney asks for besides.

    @Override
    public MonetaryContext getContext() {
        return CONTEXT;
    }

    /** Moneta's default factory, holding this amount: the way out to any other kind of JavaMoney amount. */
    @Override
    public MonetaryAmountFactory<? extends MonetaryAmount> getFactory() {
        return Monetary.getDefaultAmountFactory().setCurrency(EURO).setNumber(toBigDecimal());
    }

    @Override
    public CurrencyUnit getCurrency() {
        return EURO;
    }

    @Override
    public NumberValue getNumber() {
        return getFactory().create().getNumber();
    }

    @Override
    public int compareTo(MonetaryAmount other) {
        int byCurrency = EURO.compareTo(other.getCurrency());
        return byCurrency != 0 ? byCurrency : Long.compare(cents, of(other).cents);
    }

    @Override
    public boolean isGreaterThan(MonetaryAmount amount) {
        return cents > of(amount).cents;
    }

    @Override
    public boolean isGreaterThanOrEqualTo(MonetaryAmount amount) {
        return cents >= of(amount).cents;
    }

    @Override
    public boolean isLessThan(MonetaryAmount amount) {
        return cents < of(amount).cents;
    }

    @Override
    public boolean isLessThanOrEqualTo(MonetaryAmount amount) {
        return cents <= of(amount).cents;
    }

    @Override
    public boolean isEqualTo(MonetaryAmount amount) {
        return cents == of(amount).cents;
    }

    @Override
    public Money add(MonetaryAmount amount) {
        return plus(of(amount));
    }

    @Override
    public Money subtract(MonetaryAmount amount) {
        return minus(of(amount));
    }

    @Override
    public Money multiply(long multiplicand) {
        return ofCents(Math.multiplyExact(cents, multiplicand));
    }

    /** Exact, or not at all. */
    @Override
    public Money multiply(Number multiplicand) {
        return of(toBigDecimal().multiply(new BigDecimal(multiplicand.toString())));
    }

    @Override
    public Money abs() {
        return cents < 0 ? negate() : this;
    }

    @Override
    public Money negate() {
        return ofCents(Math.negateExact(cents));
    }

    @Override
    public Money plus() {
        return this;
    }

    @Override
    public Money stripTrailingZeros() {
        return this;
    }

    @Override
    public Money scaleByPowerOfTen(int power) {
        return of(toBigDecimal().scaleByPowerOfTen(power));
    }
}
