package io.echeance.core.shares;

import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Payments of funders none of which came back, of invoices that nobody credits one by one. */
interface PaymentsThatStay extends FunderPayments {

    @Override
    default Map<DocumentId, Money> unpaid(String funder, LocalDate dueBy, LocalDate on) {
        return Map.of();
    }

    @Override
    default List<LocalDate> returnsKnownOn(String funder) {
        return List.of();
    }
}
