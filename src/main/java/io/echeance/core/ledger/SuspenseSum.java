package io.echeance.core.ledger;

import io.echeance.core.money.Money;

/**
 * What should stand in 471 of the money of which statements of an account tell, by those who know where that money is.
 * All three can be added in any order.
 *
 * @param waits money that waits in suspense, or that a person has set aside
 * @param gone payments that came back, and refunds that were paid, by what facts say
 * @param out what left the bank and is no fee of it, less what came in and is no payment, by what statements say
 */
public record SuspenseSum(Money waits, Money gone, Money out) {

    public static final SuspenseSum NOTHING = new SuspenseSum(Money.ZERO, Money.ZERO, Money.ZERO);

    public SuspenseSum plus(SuspenseSum other) {
        return new SuspenseSum(waits.plus(other.waits), gone.plus(other.gone), out.plus(other.out));
    }

    public SuspenseSum minus(SuspenseSum other) {
        return new SuspenseSum(waits.minus(other.waits), gone.minus(other.gone), out.minus(other.out));
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /**
     * What went out for a cause that nobody has told; below 0.00: what facts say has left, and no statement yet. It is
     * in no list, payment by payment: which of it a bank took back, and which we paid, the bank alone says.
     */
    public Money unknown() {
        return out.minus(gone);
    }

    /** Credits less debits that 471 should have. */
    public Money balance() {
        return waits.minus(unknown());
    }
}
