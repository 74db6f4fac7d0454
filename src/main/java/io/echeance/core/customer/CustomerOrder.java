package io.echeance.core.customer;

import io.echeance.core.money.Money;
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.order.CustomerRecord.DayPaid;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;

/** One order of a customer: when it was placed and under which rules, and what it shows of the customer. */
public record CustomerOrder(
        String orderId, LocalDate orderedOn, Quality quality, StandingRules rules, CustomerRecord shown) {

    public static CustomerOrder of(OrderPlaced order, StandingRules rules, CustomerRecord shown) {
        return new CustomerOrder(order.orderId(), order.on(), order.customer().quality(), rules, shown);
    }

    /**
     * Net of what was paid with a value date after {@code day}. Reading taken: net of a payment is in the proportion of
     * the order's price to its price with VAT, rounded half up once for the order.
     */
    Money netPaidAfter(LocalDate day) {
        Money paid = Money.ZERO;
        for (DayPaid one : shown.paid()) {
            paid = one.on().isAfter(day) ? paid.plus(one.amount()) : paid;
        }
        return shown.gross().isPositive()
                ? paid.timesFraction(shown.net().toBigDecimal(), shown.gross().toBigDecimal())
                : paid;
    }
}
