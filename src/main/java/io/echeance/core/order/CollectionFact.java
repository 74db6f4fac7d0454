package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code collection-actions}: what people of the collections team decide or confirm. */
public sealed interface CollectionFact extends Fact {

    @Override
    String orderId();

    /** Who did it, or says so; null: a program, or nobody can read it. */
    @Nullable
    String by();

    /**
     * A formal notice was received on {@code on}.
     *
     * @param by who says so; null: a program does
     */
    record NoticeServed(
            String factId,
            String orderId,
            LocalDate on,
            String noticeId,
            @Nullable String channel,
            @Nullable String tracking,
            @Nullable String by)
            implements CollectionFact {

        /** As a program says it. */
        public NoticeServed(
                String factId,
                String orderId,
                LocalDate on,
                String noticeId,
                @Nullable String channel,
                @Nullable String tracking) {
            this(factId, orderId, on, noticeId, channel, tracking, null);
        }
    }

    /**
     * Dunning is held.
     *
     * @param payerId null: the customer
     * @param until last day, included; null: until released
     * @param amount what a promise promises
     * @param by who decided it; null: a program did
     */
    record DunningHeld(
            String factId,
            String orderId,
            LocalDate on,
            String holdId,
            @Nullable String payerId,
            HoldReason reason,
            @Nullable LocalDate until,
            @Nullable Money amount,
            @Nullable String by)
            implements CollectionFact {

        /** By a program. */
        public DunningHeld(
                String factId,
                String orderId,
                LocalDate on,
                String holdId,
                @Nullable String payerId,
                HoldReason reason,
                @Nullable LocalDate until,
                @Nullable Money amount) {
            this(factId, orderId, on, holdId, payerId, reason, until, amount, null);
        }

        /** The same, decided by somebody. */
        public DunningHeld decidedBy(@Nullable String somebody) {
            return new DunningHeld(factId, orderId, on, holdId, payerId, reason, until, amount, somebody);
        }
    }

    /** @param by who decided it; null: a program did */
    record DunningReleased(
            String factId,
            String orderId,
            LocalDate on,
            String holdId,
            @Nullable String payerId,
            @Nullable String reason,
            @Nullable String by)
            implements CollectionFact {

        /** By a program. */
        public DunningReleased(
                String factId,
                String orderId,
                LocalDate on,
                String holdId,
                @Nullable String payerId,
                @Nullable String reason) {
            this(factId, orderId, on, holdId, payerId, reason, null);
        }
    }

    /**
     * Interest and recovery fee are forgiven.
     *
     * @param receivable a receivable's key, or {@link #ALL}: those that were late on {@code on}
     */
    record PenaltyWaived(
            String factId,
            String orderId,
            LocalDate on,
            String receivable,
            @Nullable String reason,
            @Nullable String by)
            implements CollectionFact {
        public static final String ALL = "all";
    }

    record DebtWrittenOff(
            String factId,
            String orderId,
            LocalDate on,
            @Nullable String reason,
            @Nullable String by) implements CollectionFact {}

    /**
     * Somebody spoke with, or wrote to, who is asked to pay.
     *
     * @param payerId null: the customer
     * @param note what was said, in few words
     */
    record ContactNoted(
            String factId,
            String orderId,
            LocalDate on,
            @Nullable String payerId,
            Channel channel,
            @Nullable String note,
            @Nullable String by)
            implements CollectionFact {}

    /**
     * The order comes back onto the worklist on a later day (<i>à revoir le</i>).
     *
     * @param until the day on which it comes back
     */
    record Resubmitted(
            String factId,
            String orderId,
            LocalDate on,
            LocalDate until,
            @Nullable String by) implements CollectionFact {}

    /**
     * Somebody takes care of the order.
     *
     * @param to null: nobody any more
     */
    record Assigned(
            String factId,
            String orderId,
            LocalDate on,
            @Nullable String to,
            @Nullable String by) implements CollectionFact {}

    enum Channel {
        PHONE,
        EMAIL,
        LETTER,
        VISIT,
        OTHER
    }

    enum HoldReason {
        DISPUTE,
        PROMISE,
        GRACE,
        INSOLVENCY,
        OTHER
    }
}
