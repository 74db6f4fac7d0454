package io.echeance.core.decision;

import io.echeance.core.invoicing.Billing;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;

/** All that the customer owes, whatever stands in a document of it. */
record CustomersDebt(
        Situation situation, Settlement settlement, Penalties penalties, Billing billing, Invoicing invoicing) {

    /**
     * What is unpaid, due or not, fees and interest too; the interest that has run and is not invoiced; what is not
     * billed yet, less what was paid ahead for it. Interest that a write-off keeps from being invoiced is not owed.
     */
    Money total() {
        String customer = situation.customer();
        Money owed = settlement
                .outstandingOf(customer, situation.today())
                .minus(settlement.creditOf(customer))
                .plus(invoicing.notBilledToCustomer(settlement.receivablesOf(customer)));
        return situation.isWrittenOff()
                ? owed.orZero()
                : owed.plus(penalties.interestNotInvoiced(billing, settlement)).orZero();
    }
}
