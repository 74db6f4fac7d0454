package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.util.List;
import java.util.Optional;

/** Where a payment goes, and as whose. */
record Place(String orderId, String payerId) {

    /**
     * By a name that it bears as a whole. Where nobody knows who paid, it is whoever owes what is named, if that is
     * one: of an order with a funder a person says whether customer or funder paid. A number that does not ask for such
     * an amount may be another's with a digit wrong: a person looks, too.
     */
    static Optional<Place> of(PaymentReceived payment, KnownName name) {
        String payer = payment.payerId();
        if (payer != null) {
            return Optional.of(new Place(name.orderId(), payer));
        }
        List<String> debtors = name.debtors();
        return debtors.size() == 1 && name.isEnoughFor(payment.amount())
                ? Optional.of(new Place(name.orderId(), debtors.getFirst()))
                : Optional.empty();
    }

    /** The payment as it goes there; from which account it came goes no further. */
    PaymentReceived of(PaymentReceived payment) {
        return payment.of(orderId).from(payerId).fromAccount(null);
    }
}
