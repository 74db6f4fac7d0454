package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has to know of a customer, of all its orders at a seller. Nothing is refused by itself. */
public sealed interface CustomerAlert extends Alert {

    @Override
    String payer();

    /**
     * Somebody placed an order of whom a person has decided that no further ones be taken. To refuse it is a person's
     * act: it was accepted.
     *
     * @param decision the fact by which that was decided
     */
    record OrderOfBlockedCustomer(LocalDate on, String orderId, String payer, String decision, List<String> basis)
            implements CustomerAlert {}

    /**
     * Somebody placed an order of whom a person has decided that payment be asked in advance.
     *
     * @param decision the fact by which that was decided
     */
    record PrepaymentDue(LocalDate on, String orderId, String payer, String decision, List<String> basis)
            implements CustomerAlert {}

    /**
     * A customer owes, or will, more than a person has set; said once each time that it comes to that.
     *
     * @param orderId the latest order that adds to it
     */
    record CreditLimitExceeded(
            LocalDate on, String orderId, String payer, Money exposure, Money limit, List<String> basis)
            implements CustomerAlert {}

    /**
     * A formal notice asks for money on one order while money of the payer's lies unused on others: a person looks at
     * it before the notice leaves (Code civil, article 1347: debts of one another extinguish each other where that is
     * invoked).
     *
     * @param orderId that of the notice
     * @param credit of the payer, on all other orders at the seller
     */
    record SetOffProposed(
            LocalDate on, String orderId, String payer, String mailingId, Money credit, List<String> basis)
            implements CustomerAlert {}

    /**
     * What was sent did not reach the payer: somebody finds out where it lives, or reads its mail. What the law counts
     * from is the sending, or its proof, as before.
     *
     * @param reason as the other side says it
     */
    record AddressUnusable(LocalDate on, String payer, String mailingId, String reason) implements CustomerAlert {

        /** Of all that it was written about. */
        @Override
        public @Nullable String orderId() {
            return null;
        }
    }
}
