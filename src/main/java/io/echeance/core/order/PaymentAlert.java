package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.terms.MatchingRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that went astray, or has to go back. */
public sealed interface PaymentAlert extends Alert {

    /**
     * A payment names no order, document or number that we know, or several.
     *
     * @param orderId the one that it names, if any
     * @param payer null: nobody knows who paid
     * @param reference as it was written
     * @param proposals what that may name
     */
    record UnmatchedPayment(
            LocalDate on,
            @Nullable String orderId,
            @Nullable String payer,
            String paymentId,
            Money amount,
            @Nullable String reference,
            List<Proposal> proposals)
            implements PaymentAlert {}

    /** A payment or refund came back that we know nothing of. */
    record UnmatchedReturn(LocalDate on, @Nullable String orderId, String paymentId) implements PaymentAlert {

        /** Nobody knows whose it was. */
        @Override
        public @Nullable String payer() {
            return null;
        }
    }

    /**
     * Persons have put two of the last payments elsewhere that a rule had put to their orders: it only proposes now.
     */
    record RuleDemoted(LocalDate on, String seller, MatchingRule rule) implements PaymentAlert {

        /** It is about no order. */
        @Override
        public @Nullable String orderId() {
            return null;
        }

        /** And about nobody's debt. */
        @Override
        public @Nullable String payer() {
            return null;
        }
    }

    /**
     * Money left that no payment covers: a person claims it back.
     *
     * @param amount all of it
     */
    record MoneyOwedBack(LocalDate on, String orderId, String payer, Money amount, List<String> basis)
            implements PaymentAlert {}

    /**
     * A refund was not paid by its last day.
     *
     * @param amount what is owed now, the statutory increase included
     */
    record RefundOverdue(
            LocalDate on,
            String orderId,
            String payer,
            String refundId,
            LocalDate dueBy,
            Money amount,
            List<String> basis)
            implements PaymentAlert {}
}
