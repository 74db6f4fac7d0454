package io.echeance.core.money;

import javax.money.MonetaryAmount;

/** The operations that JavaMoney asks an amount for and that {@link Money} refuses, each for the same two reasons. */
abstract sealed class UndividedAmount implements MonetaryAmount permits Money {

    @Override
    public final Money multiply(double multiplicand) {
        throw new UnsupportedOperationException("no binary fraction comes near money");
    }

    @Override
    public final Money divide(long divisor) {
        throw undivided();
    }

    @Override
    public final Money divide(double divisor) {
        throw undivided();
    }

    @Override
    public final Money divide(Number divisor) {
        throw undivided();
    }

    @Override
    public final Money remainder(long divisor) {
        throw undivided();
    }

    @Override
    public final Money remainder(double divisor) {
        throw undivided();
    }

    @Override
    public final Money remainder(Number divisor) {
        throw undivided();
    }

    @Override
    public final Money[] divideAndRemainder(long divisor) {
        throw undivided();
    }

    @Override
    public final Money[] divideAndRemainder(double divisor) {
        throw undivided();
    }

    @Override
    public final Money[] divideAndRemainder(Number divisor) {
        throw undivided();
    }

    @Override
    public final Money divideToIntegralValue(long divisor) {
        throw undivided();
    }

    @Override
    public final Money divideToIntegralValue(double divisor) {
        throw undivided();
    }

    @Override
    public final Money divideToIntegralValue(Number divisor) {
        throw undivided();
    }

    private static UnsupportedOperationException undivided() {
        return new UnsupportedOperationException("an amount is split or multiplied by a fraction, never divided");
    }
}
