package io.echeance.query.command;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.util.Optional;

/** Where facts are posted, and where it shows that one was refused on its way to its account. */
public interface Postbox {

    /** @throws Moving if it is not certain that it was written; to post it again does no harm */
    void post(Fact fact) throws TemporarilyUnavailable;

    /** @throws Moving if it is not certain that it was written; to post it again does no harm */
    void post(CustomerFact fact) throws TemporarilyUnavailable;

    /** @throws Moving if it is not certain that it was written; to post it again does no harm */
    void post(MonthClosed fact) throws TemporarilyUnavailable;

    /** What was last posted here about a customer, under an id; empty: nothing, or it is long ago. */
    Optional<CustomerFact> posted(CustomerKey customer, String factId);

    /** Whether a fact with this id was posted here, not long ago. */
    boolean isPosted(String factId);

    /** What became of a person's decision about a payment; empty: nothing yet, or it is long ago. */
    Optional<PaymentDecided> decided(String factId);

    /** The decision about the same payment that has taken its place; empty: it stands, or that is long ago. */
    Optional<PaymentDecided> replacing(PaymentDecided earlier);

    /** What was said on {@code rejected} of a fact since it was last posted here. */
    Optional<Refusal> refusal(String factId);
}
