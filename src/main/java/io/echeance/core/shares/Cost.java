package io.echeance.core.shares;

import io.echeance.core.order.Price;

/**
 * What the order costs all payers together, net.
 *
 * @param agreed the price of the whole course
 * @param remaining what of it stays due
 * @param ended the order has ended early: every share is reduced in proportion, and nothing awaits acceptance any more
 * @param ofCustomerAlone what stays due is no funder's: a cancellation fee, or a price due for want of notice
 */
public record Cost(Price agreed, Price remaining, boolean ended, boolean ofCustomerAlone) {

    /** The order runs its whole course. */
    public static Cost asAgreed(Price price) {
        return new Cost(price, price, false, false);
    }

    /** The order has ended early. */
    public static Cost after(Price agreed, Price remaining, boolean ofCustomerAlone) {
        return new Cost(agreed, remaining, true, ofCustomerAlone);
    }
}
