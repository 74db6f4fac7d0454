package io.echeance.core.lint;

import io.echeance.core.money.Money;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that a seller's text says. It is not what binds: it is judged. */
public sealed interface Claim {

    Passage at();

    /**
     * Late interest.
     *
     * @param to the customers that the text puts it on
     * @param afterNotice only after a formal notice
     */
    record LateInterest(Passage at, RateRule rate, Set<Quality> to, boolean afterNotice) implements Claim {}

    /**
     * The flat fee for recovery costs.
     *
     * @param calledNet the text calls it net of VAT ("HT")
     */
    record RecoveryFeeClaim(Passage at, Money amount, Set<Quality> to, boolean calledNet) implements Claim {}

    /** Costs and lawyers' fees of a collection are put on the customer. */
    record CollectionCosts(Passage at, Set<Quality> to) implements Claim {}

    /** The customer pays penalties because a funder was late. */
    record FunderDelayPenalised(Passage at) implements Claim {}

    /**
     * Repeated incidents have a consequence.
     *
     * @param count how many are "repeated"; null: the text does not say
     */
    record RepeatedIncidents(Passage at, @Nullable Integer count) implements Claim {}

    /** A payment plan of at most so many instalments. */
    record Instalments(Passage at, int atMost, String population) implements Claim {}

    /**
     * A sum to be paid at the order.
     *
     * @param definedAt where its amount or share stands; null: nowhere
     * @param nature null: the text does not say which
     */
    record DepositClaim(
            Passage at,
            @Nullable String definedAt,
            @Nullable Nature nature) implements Claim {
        public enum Nature {
            /** <i>Acompte</i>: both sides are bound. */
            ACOMPTE,
            /** <i>Arrhes</i>: each side may leave, at that price (twice that for the seller). */
            ARRHES
        }
    }

    /** What a notice costs by the days before the start, as the text writes the ranges. */
    record NoticeScale(Passage at, Of of, List<Range> ranges) implements Claim {
        public enum Of {
            CANCELLATION,
            RESCHEDULING
        }

        /**
         * From {@code most} days before the start down to {@code least}, both included.
         *
         * @param least null: however late
         * @param most null: however early
         */
        public record Range(
                @Nullable Integer least, @Nullable Integer most) {}
    }

    /** The right to withdraw. */
    record WithdrawalClaim(Passage at, Stance stance) implements Claim {
        public enum Stance {
            GRANTED,
            /** It exists, but at the price of the cancellation scale. */
            CHARGED,
            /** The order cannot be revoked. */
            DENIED
        }
    }

    /** A refund within so many days of the request. */
    record RefundTime(Passage at, RefundOccasion occasion, int withinDays) implements Claim {
        public enum RefundOccasion {
            /** The customer changes its mind soon after the order. */
            CHANGE_OF_MIND,
            OTHER
        }
    }

    /**
     * What the seller pays back when it does not perform.
     *
     * @param whole all that was paid
     */
    record SellerDefault(Passage at, boolean whole) implements Claim {}

    /**
     * The seller calls a session off.
     *
     * @param indemnity it then pays the customer what the customer would have paid for leaving
     */
    record SellerCancels(Passage at, boolean indemnity) implements Claim {}

    /**
     * A trainee who does not come, or leaves, still owes the whole.
     *
     * @param forceMajeureSpared but not when it could not be helped
     */
    record AbsenceOwesAll(Passage at, boolean forceMajeureSpared) implements Claim {}

    /** The reasons for which a customer may leave before the end. */
    record Exit(Passage at, Set<ExitReason> reasons) implements Claim {
        public enum ExitReason {
            HEALTH,
            /** Any serious and legitimate reason. */
            SERIOUS,
            ANY
        }
    }

    /** Whatever was paid stays with the seller when the customer breaks the contract. */
    record AllFeesKept(Passage at) implements Claim {}

    /** A VAT number of the seller. */
    record VatNumber(Passage at) implements Claim {}

    /** How prices are shown. */
    record Prices(Passage at, Shown shown) implements Claim {
        public enum Shown {
            NET_OF_VAT,
            WITH_VAT,
            WITHOUT_ANY_VAT
        }
    }

    record PaymentMethods(Passage at, Set<PaymentTerms.Method> methods) implements Claim {}

    /** An article of law is cited. */
    record ArticleCited(Passage at, String code, String article, Subject subject) implements Claim {
        public enum Subject {
            LATE_PAYMENT,
            WITHDRAWAL,
            OTHER
        }
    }

    /** A public body is named. */
    record BodyNamed(Passage at, String body) implements Claim {}

    /**
     * Disputes go to the courts of one place.
     *
     * @param mandatoryRulesSpared but where the law forbids that
     */
    record Court(Passage at, boolean mandatoryRulesSpared) implements Claim {}

    /** A consumer mediator is named. */
    record Mediator(Passage at) implements Claim {}

    /** The seller's liability is limited. */
    record LiabilityLimited(Passage at, boolean consumersSpared) implements Claim {}

    /**
     * The seller may change the terms.
     *
     * @param newOrdersOnly for later orders alone
     */
    record Changeable(Passage at, boolean newOrdersOnly) implements Claim {}

    /** The price follows the general price level. */
    record IndexedOnPrices(Passage at) implements Claim {}

    /** Personal data are kept so many years, without an exception for invoices. */
    record Retention(Passage at, int years) implements Claim {}
}
