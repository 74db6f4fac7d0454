package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dunning step, or something that the collections team has to know or to judge.
 *
 * @param step the ladder step, such as {@code d+30}
 * @param noticeId {@code orderId/payer/notice/n}
 * @param answerBy last day to answer a formal notice
 * @param principal of a formal notice: all late principal of the payer
 * @param recoveryFee of a formal notice: unpaid recovery fees
 * @param interestToDate interest up to and including {@code on}
 * @param amount of a refund that is overdue: what is owed now, the statutory increase included; of money that is owed
 *     back: all of it
 * @param segments of a formal notice: how its interest comes about, debt by debt
 * @param documentId the document that waits, of what waits for a party
 * @param basis clauses and articles that it rests on
 */
public record DunningAlert(
        LocalDate on,
        @Nullable String orderId,
        Kind kind,
        @Nullable String payer,
        @Nullable String step,
        List<Claim> receivables,
        @Nullable String noticeId,
        @Nullable LocalDate answerBy,
        @Nullable Money principal,
        @Nullable Money recoveryFee,
        @Nullable Money interestToDate,
        @Nullable Money amount,
        @Nullable String reason,
        List<Segment> segments,
        @Nullable String documentId,
        List<String> basis)
        implements Output {

    /** Without interest, and about no document that waits. */
    public DunningAlert(
            LocalDate on,
            @Nullable String orderId,
            Kind kind,
            @Nullable String payer,
            @Nullable String step,
            List<Claim> receivables,
            @Nullable String noticeId,
            @Nullable LocalDate answerBy,
            @Nullable Money principal,
            @Nullable Money recoveryFee,
            @Nullable Money interestToDate,
            @Nullable Money amount,
            @Nullable String reason,
            List<String> basis) {
        this(
                on,
                orderId,
                kind,
                payer,
                step,
                receivables,
                noticeId,
                answerBy,
                principal,
                recoveryFee,
                interestToDate,
                amount,
                reason,
                List.of(),
                null,
                basis);
    }

    public enum Kind {
        REMIND,
        FORMAL_NOTICE,
        REFER_TO_LITIGATION,
        CLEARED,
        STEP_WITHDRAWN,
        ACCELERATED,
        NOTICE_PROOF_MISSING,
        PROMISE_BROKEN,
        SHARE_MOVED,
        LATE_AGREEMENT,
        OVER_FUNDED,
        REFUND_OVERDUE,
        WITHDRAWAL_TOO_LATE,
        MONEY_BACK_REFUSED,
        SWITCH_TOO_LATE,
        RATE_MISSING,
        ACCEPTANCE_MISSING,
        UNMATCHED_PAYMENT,
        /** A payment or refund came back that we know nothing of. */
        UNMATCHED_RETURN,
        /** Money left that no payment covers: a person claims it back. */
        OWED_BACK,
        ORDER_CANCELLED,
        /** A document waits for its number because the party that it names is unknown, or not whole. */
        PARTY_MISSING,
        /** VAT is charged to a business that seems to be established abroad: a person is asked. */
        FOREIGN_BUSINESS,
        /** An order has had more documents on one day than any sale needs: no more are issued until the next. */
        TOO_MANY_DOCUMENTS,
        /** The order has grown beyond what a record holds: its days are closed no more, a person has to see to it. */
        ACCOUNT_FULL
    }

    /** About the order as a whole, and about nobody's debt. */
    public static DunningAlert ofFullAccount(LocalDate on, String orderId) {
        return new DunningAlert(
                on,
                orderId,
                Kind.ACCOUNT_FULL,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                "what a closed day leads to would outgrow a record",
                List.of());
    }

    /** A receivable as the alert sees it. */
    public record Claim(ReceivableKey key, LocalDate dueOn, Money outstanding) {}
}
