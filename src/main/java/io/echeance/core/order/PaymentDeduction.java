package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.util.List;

/**
 * What somebody on the way kept of a payment: its payer has paid it all the same, and it is the seller's cost.
 *
 * @param amount above 0.00
 */
public record PaymentDeduction(KeptBy kind, Money amount) {

    public enum KeptBy {
        /** Of a bank on the way, or of ours. */
        BANK_FEE,
        /** Of a company that collects cards or wallets. */
        PROVIDER_FEE
    }

    static Money sum(List<PaymentDeduction> deductions) {
        return deductions.stream().map(PaymentDeduction::amount).reduce(Money.ZERO, Money::plus);
    }
}
