package io.echeance.core.safeguards;

import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.lateness.Interests;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import java.util.List;

/** All that the customer owes, whatever stands in a document of it. */
public final class CustomersDebt {

    private CustomersDebt() {}

    /**
     * What is unpaid, due or not, fees and interest too; the interest that has run and is not invoiced; what is not
     * billed yet, less what was paid ahead for it. Interest that a write-off keeps from being invoiced is not owed.
     */
    public static Money of(
            Situation situation,
            Invoicing invoicing,
            List<Document> documents,
            Settlement settlement,
            Interests interests) {
        String customer = situation.customer();
        Money owed = settlement
                .outstandingOf(customer, situation.today())
                .minus(settlement.creditOf(customer))
                .plus(invoicing.notBilledToCustomer(settlement.receivablesOf(customer)));
        return situation.isWrittenOff()
                ? owed.orZero()
                : owed.plus(interests.notInvoiced(documents)).orZero();
    }
}
