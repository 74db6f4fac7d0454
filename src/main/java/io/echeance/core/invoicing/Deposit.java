package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Price;
import io.echeance.core.terms.Terms;
import io.echeance.core.vat.Vat;
import org.jspecify.annotations.Nullable;

/**
 * The deposit (<i>acompte</i>) that was agreed with an order.
 *
 * @param gross with VAT
 * @param rule where the terms speak of it
 */
public record Deposit(Money gross, String rule) {

    /**
     * What the order names; else the terms' percentage of the customer's part of the price with VAT, rounded half up.
     *
     * <p>Reading taken: the customer's part is that of the order as it was placed, the price less what its funders were
     * asked for in subrogation. A later amendment or decision does not change what was agreed to be paid at the order;
     * the invoice settles it. The file fee is outside the price.
     *
     * @return null if nothing is to be paid at the order
     */
    public static @Nullable Deposit agreed(OrderPlaced placed, Terms terms) {
        if (placed.deposit() != null) {
            return new Deposit(placed.deposit(), "payment.depositAllowed");
        }
        Percent percent = terms.payment().depositPercent();
        if (percent == null) {
            return null;
        }
        Money gross = grossOfCustomer(placed, terms).percent(percent);
        return gross.isPositive() ? new Deposit(gross, "payment.depositPercent") : null;
    }

    private static Money grossOfCustomer(OrderPlaced placed, Terms terms) {
        Money net = Price.of(placed.lines()).total();
        for (FundingRequest request : placed.funding()) {
            net = request.mode() == Mode.SUBROGATION
                    ? net.minus(request.requested()).orZero()
                    : net;
        }
        return net.plus(Vat.on(net, terms.vat().category()));
    }
}
