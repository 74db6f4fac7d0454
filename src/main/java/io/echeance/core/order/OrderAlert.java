package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an order and of its documents. */
public sealed interface OrderAlert extends Alert {

    @Override
    String orderId();

    /**
     * The order has ended early.
     *
     * @param reason the reason given, or the one that it was treated as
     */
    record OrderEnded(LocalDate on, String orderId, String payer, String reason, List<String> basis)
            implements OrderAlert {}

    /** The order was said to have ended; it has not, or otherwise. */
    record OrderEndWithdrawn(LocalDate on, String orderId, String payer, List<String> basis) implements OrderAlert {}

    record WithdrawalTooLate(LocalDate on, String orderId, String payer, List<String> basis) implements OrderAlert {}

    record MoneyBackRefused(LocalDate on, String orderId, String payer, List<String> basis) implements OrderAlert {}

    record SwitchTooLate(LocalDate on, String orderId, String payer, List<String> basis) implements OrderAlert {}

    /**
     * A document waits for its number because the party that it names is unknown, or incomplete.
     *
     * @param payer the party
     * @param lack what of it is missing
     */
    record PartyMissing(
            LocalDate on,
            String orderId,
            String payer,
            List<NamedDebt> receivables,
            String lack,
            DocumentId documentId,
            List<String> basis)
            implements OrderAlert {}

    /**
     * VAT is charged to a business that seems to be established abroad: a person is asked.
     *
     * @param shownBy the beginning of the VAT number, or the country of the address
     */
    record VatToForeignBusiness(
            LocalDate on,
            String orderId,
            String payer,
            Money vat,
            String shownBy,
            DocumentId documentId,
            List<String> basis)
            implements OrderAlert {}

    /**
     * An order has had more documents on one day than any sale needs: no more are issued until the next.
     *
     * @param most so many are issued on a day
     */
    record TooManyDocuments(LocalDate on, String orderId, String payer, int most) implements OrderAlert {}

    /** The order has grown beyond what a record holds: its days are closed no more, a person has to see to it. */
    record AccountFull(LocalDate on, String orderId) implements OrderAlert {

        /** Nobody's debt is meant. */
        @Override
        public @Nullable String payer() {
            return null;
        }
    }
}
