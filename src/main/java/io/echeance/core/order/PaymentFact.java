package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code payments}. */
public sealed interface PaymentFact extends Fact {

    /**
     * The id under which it is known wherever it goes: a payment's, or a refund's. A return names what came back, a
     * decision what it is about.
     */
    String movementId();

    /** The same, of an order. */
    PaymentFact of(String orderId);

    /** What is said of a payment and stays with it: it is about no order. */
    sealed interface Remark extends PaymentFact {

        String paymentId();

        @Override
        default @Nullable String orderId() {
            return null;
        }

        @Override
        default String movementId() {
            return paymentId();
        }

        @Override
        default PaymentFact of(String order) {
            throw new IllegalStateException("it stays with its payment: " + this);
        }
    }

    /**
     * @param orderId null until the payment is matched, if its sender does not know it
     * @param payerId null until the payment is matched, if its sender does not know it, as banks do not
     * @param reference an order id, an invoice number, or free text, as it was written; null: {@code orderId} decides
     * @param bankAccount ours, of which a statement tells of it: in suspense (471) until an order has it; null: none
     * @param bankFee what somebody on the way kept of it, which its payer has paid all the same; null: nothing
     * @param by the person who has put it to the order; null: a bank or a program tells of it
     * @param senderAccount {@link AccountMark} of where it came from; null: nobody says. It goes on to no order
     */
    record PaymentReceived(
            String factId,
            @Nullable String orderId,
            LocalDate on,
            String paymentId,
            @Nullable String payerId,
            Money amount,
            Method method,
            @Nullable String reference,
            @Nullable String bankAccount,
            @Nullable Money bankFee,
            @Nullable String by,
            @Nullable String senderAccount)
            implements PaymentFact {

        /** As a bank or a program tells of it. */
        public PaymentReceived(
                String factId,
                @Nullable String orderId,
                LocalDate on,
                String paymentId,
                @Nullable String payerId,
                Money amount,
                Method method,
                @Nullable String reference,
                @Nullable String bankAccount,
                @Nullable Money bankFee) {
            this(factId, orderId, on, paymentId, payerId, amount, method, reference, bankAccount, bankFee, null, null);
        }

        /** One that no statement of account tells of. */
        public PaymentReceived(
                String factId,
                @Nullable String orderId,
                LocalDate on,
                String paymentId,
                @Nullable String payerId,
                Money amount,
                Method method,
                @Nullable String reference) {
            this(factId, orderId, on, paymentId, payerId, amount, method, reference, null, null);
        }

        @Override
        public String movementId() {
            return paymentId;
        }

        /** What its reference names: without blanks around it. Null: nothing, the reference is empty. */
        public @Nullable String named() {
            return Blanks.stripped(reference);
        }

        @Override
        public PaymentReceived of(String order) {
            return with(order, payerId, reference, by, senderAccount);
        }

        /** The same, with another reference. */
        public PaymentReceived naming(@Nullable String other) {
            return with(orderId, payerId, other, by, senderAccount);
        }

        /** The same, from one payer. */
        public PaymentReceived from(@Nullable String payer) {
            return with(orderId, payer, reference, by, senderAccount);
        }

        /** The same, put to its order by somebody. */
        public PaymentReceived decidedBy(@Nullable String somebody) {
            return with(orderId, payerId, reference, somebody, senderAccount);
        }

        /** The same, from an account; null: from whichever. */
        public PaymentReceived fromAccount(@Nullable String mark) {
            return with(orderId, payerId, reference, by, mark);
        }

        private PaymentReceived with(
                @Nullable String order,
                @Nullable String payer,
                @Nullable String text,
                @Nullable String somebody,
                @Nullable String mark) {
            return new PaymentReceived(
                    factId, order, on, paymentId, payer, amount, method, text, bankAccount, bankFee, somebody, mark);
        }
    }

    /**
     * A payment, or a refund that we paid, came back (<i>rejet</i>): it no longer counts after {@code on}.
     *
     * @param paymentId of the payment or the refund
     * @param amount that left the account, or below 0.00 came in: only of as much it takes back; null: however much
     */
    record PaymentReturned(
            String factId,
            @Nullable String orderId,
            LocalDate on,
            String paymentId,
            @Nullable String reason,
            @Nullable Money amount)
            implements PaymentFact {

        /** Of all, whatever that is. */
        public PaymentReturned(
                String factId, @Nullable String orderId, LocalDate on, String paymentId, @Nullable String reason) {
            this(factId, orderId, on, paymentId, reason, null);
        }

        @Override
        public String movementId() {
            return paymentId;
        }

        @Override
        public PaymentReturned of(String order) {
            return new PaymentReturned(factId, order, on, paymentId, reason, amount);
        }
    }

    /**
     * A person has decided where a payment goes, whatever a rule had done with it: all of it, or nothing yet. It stands
     * until a person decides anew.
     *
     * @param parts with the amount set aside they make the payment's amount and what was kept of it; without both the
     *     payment waits again
     * @param deductions what was kept on the way of what the payer of the first part has paid
     * @param by who decided; where words are sealed a {@link PersonMark}, until it has taken effect
     * @param replaces the fact of the decision that stood before; null: nobody had decided
     */
    record PaymentApplied(
            String factId,
            LocalDate on,
            String paymentId,
            List<PaymentPart> parts,
            @Nullable SetAside setAside,
            @Nullable String by,
            @Nullable String replaces,
            List<PaymentDeduction> deductions)
            implements Remark {

        public PaymentApplied {
            parts = List.copyOf(parts);
            deductions = List.copyOf(deductions);
        }

        /** Of a payment of which nothing was kept. */
        public PaymentApplied(
                String factId,
                LocalDate on,
                String paymentId,
                List<PaymentPart> parts,
                @Nullable SetAside setAside,
                @Nullable String by,
                @Nullable String replaces) {
            this(factId, on, paymentId, parts, setAside, by, replaces, List.of());
        }

        /** The same, decided by somebody. */
        public PaymentApplied decidedBy(@Nullable String somebody) {
            return new PaymentApplied(factId, on, paymentId, parts, setAside, somebody, replaces, deductions);
        }

        /** All that was kept. */
        public Money deducted() {
            return PaymentDeduction.sum(deductions);
        }

        /**
         * @param payerId whose debt it pays: the customer's or a funder's; null: of who paid, if he owes something,
         *     else the customer's
         * @param amount null: all that is left, of one part at most
         * @param document its number or id, to be paid first; null: as the payment's reference says
         */
        public record PaymentPart(
                String orderId,
                @Nullable String payerId,
                @Nullable Money amount,
                @Nullable String document) {}
    }

    /**
     * A bank tells of which payments one was made that it booked as a sum: they take its place, if all of it still
     * waits when the day is closed on which that reaches us.
     *
     * @param paymentId of the sum
     * @param details they make it
     * @param notification what the bank calls the message that tells of them
     */
    record PaymentDetailed(
            String factId, LocalDate on, String paymentId, List<PaymentDetail> details, String notification)
            implements Remark {

        public PaymentDetailed {
            details = List.copyOf(details);
        }

        /** The payments that take the place of the sum. */
        public List<PaymentReceived> payments(PaymentReceived whole) {
            return IntStream.rangeClosed(1, details.size())
                    .mapToObj(n -> details.get(n - 1).paid(whole, n))
                    .toList();
        }

        /** The same, each with what is made of its reference. */
        public PaymentDetailed naming(UnaryOperator<@Nullable String> other) {
            return new PaymentDetailed(factId, on, paymentId, PaymentDetail.naming(details, other), notification);
        }
    }

    /**
     * We paid money back.
     *
     * @param bankAccount ours, of which a statement tells of it: the books have it in suspense (471) until it is known
     *     as this refund; null: none does
     */
    record RefundPaid(
            String factId,
            @Nullable String orderId,
            LocalDate on,
            String refundId,
            String payerId,
            Money amount,
            @Nullable String bankAccount)
            implements PaymentFact {

        /** One that no statement of account tells of. */
        public RefundPaid(String factId, @Nullable String orderId, LocalDate on, String id, String payer, Money sum) {
            this(factId, orderId, on, id, payer, sum, null);
        }

        @Override
        public String movementId() {
            return refundId;
        }

        /** The order that it is about: the one that it names, else the one in its id. Null: neither says. */
        public @Nullable String paidFor() {
            return orderId == null ? DerivedIds.orderOfRefund(refundId, payerId) : orderId;
        }

        @Override
        public RefundPaid of(String order) {
            return new RefundPaid(factId, order, on, refundId, payerId, amount, bankAccount);
        }
    }
}
