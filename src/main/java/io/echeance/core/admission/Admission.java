package io.echeance.core.admission;

import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which facts an account takes, and why it refuses the others. The first reason that applies is given, in the order in
 * which {@link Reason} declares them.
 */
public final class Admission {

    /** Why a fact is refused: for machines, and for people. */
    public record Refusal(Reason reason, Sentence said) {

        /** @param sentence in English, as it stands in the log; in French the reason alone is said */
        public Refusal(Reason reason, String sentence) {
            this(reason, reason.with(sentence));
        }

        /** In English. */
        public String sentence() {
            return said.english();
        }
    }

    private final TermsCatalogue catalogue;

    public Admission(TermsCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Null: the fact may be taken. Who it concerns is only looked at once the order is placed.
     *
     * @param evidence what the account holds; {@code fact} is in it neither with its words nor without them
     * @param terms that bind the order; null: it is not placed
     */
    public @Nullable Refusal refusal(Fact fact, Evidence evidence, @Nullable Terms terms) {
        Refusal onItsOwn = onItsOwn(fact);
        if (onItsOwn != null) {
            return onItsOwn;
        }
        if (evidence.withId(fact.factId()).isPresent()) {
            return new Refusal(
                    Reason.CONTRADICTS_EARLIER_FACT,
                    "another fact with the id " + fact.factId() + " came first and stands");
        }
        Refusal onItsMerits =
                fact instanceof OrderPlaced placed ? ofOrder(placed, evidence) : ofOther(fact, evidence, terms);
        return onItsMerits == null ? Bounds.full(fact, evidence) : onItsMerits;
    }

    private @Nullable Refusal ofOrder(OrderPlaced placed, Evidence evidence) {
        return evidence.order().isPresent()
                ? new Refusal(Reason.ORDER_ALREADY_PLACED, "the order " + placed.orderId() + " is already placed")
                : new OrderAdmission(placed).refusal(catalogue);
    }

    private static @Nullable Refusal ofOther(Fact fact, Evidence evidence, @Nullable Terms terms) {
        Refusal amount = Amounts.refused(fact, terms);
        if (amount != null) {
            return amount;
        }
        Optional<OrderPlaced> order = evidence.order();
        return order.isPresent() ? ofParty(fact, order.get(), evidence) : null;
    }

    /** The terms that bind an order that was admitted. */
    public Terms termsOf(OrderPlaced placed) {
        return catalogue.binding(placed.termsId(), placed.on()).orElseThrow();
    }

    /** Why a fact that others give is refused on its own, whatever else is known. */
    public static @Nullable Refusal atTheDoor(Fact fact) {
        Refusal onItsOwn = onItsOwn(fact);
        if (onItsOwn != null) {
            return onItsOwn;
        }
        String ours = ours(fact);
        return ours == null ? Typed.refused(fact) : new Refusal(Reason.MALFORMED, ours);
    }

    /** The same where ids are looked at, too: on the stream, and in {@code simulate}. */
    public static @Nullable Refusal atTheDoor(Fact fact, PersonalIds ids) {
        Refusal refusal = atTheDoor(fact);
        return refusal == null ? ids.refusal(fact) : refusal;
    }

    /** What is wrong with an id that only we give. */
    private static @Nullable String ours(Fact fact) {
        String wrong = DerivedIds.wrong("factId", fact.factId());
        boolean isAboutOne = fact instanceof PaymentApplied || fact instanceof PaymentReturned;
        if (wrong == null && !isAboutOne && fact instanceof PaymentFact payment) {
            return DerivedIds.wrong("the id of the payment", payment.movementId());
        }
        return wrong == null && fact instanceof DunningHeld held ? DerivedIds.wrong("holdId", held.holdId()) : wrong;
    }

    private static @Nullable Refusal onItsOwn(Fact fact) {
        Refusal tooLarge = Bounds.tooLarge(fact);
        Sentence malformed = tooLarge == null ? malformed(fact) : null;
        return malformed == null ? tooLarge : new Refusal(Reason.MALFORMED, malformed);
    }

    /** What is wrong with an id that a fact bears; null: nothing. */
    public static @Nullable String wrongId(Fact fact) {
        for (FactText text : FactText.of(fact)) {
            String wrong = text.wrongId();
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable Sentence malformed(Fact fact) {
        Sentence wrong = Plausible.wrong(fact);
        if (wrong != null) {
            return wrong;
        }
        if (fact instanceof OrderPlaced placed) {
            String order = OrderAdmission.malformed(placed);
            wrong = order == null ? null : Reason.MALFORMED.with(order);
        } else if (fact instanceof OrderRescheduled moved && moved.end().isBefore(moved.start())) {
            wrong = new Sentence("la prestation finit avant de commencer", "the service ends before it starts");
        } else if (fact instanceof OrderAmended amended && amended.lines().isEmpty()) {
            wrong = new Sentence("une commande a une ligne au moins", "an order has at least one line");
        } else if (fact instanceof OrderCancelled cancelled
                && cancelled.reason() == CancellationReason.WORK_STUDY_SWITCH
                && cancelled.contractStart() == null) {
            wrong = new Sentence("contractStart manque", "contractStart is missing");
        } else if (fact instanceof FundingDecided decided
                && decided.outcome() == Outcome.GRANTED
                && decided.granted() == null) {
            wrong = new Sentence("granted manque", "granted is missing");
        } else if (fact instanceof ServiceDelivered delivered
                && (delivered.share().signum() < 0 || delivered.share().compareTo(BigDecimal.ONE) > 0)) {
            wrong = new Sentence("share va de 0 à 1", "share lies between 0 and 1");
        } else if (fact instanceof DunningHeld held
                && held.until() != null
                && held.until().isBefore(held.on())) {
            wrong = held.reason() == HoldReason.PROMISE
                    ? new Sentence(
                            "une promesse est pour le " + held.on() + " ou après, non pour le " + held.until(),
                            "a promise is for " + held.on() + " or later, not for " + held.until())
                    : new Sentence("la suspension finit avant de commencer", "the hold ends before it starts");
        }
        return wrong;
    }

    /** A funder or a payee that the order does not know. */
    private static @Nullable Refusal ofParty(Fact fact, OrderPlaced order, Evidence evidence) {
        if (fact instanceof FundingFact funding && !isFunder(funding.funderId(), order)) {
            return new Refusal(Reason.UNKNOWN_FUNDER, "nothing is asked of a funder " + funding.funderId());
        }
        if (fact instanceof RefundPaid refund
                && !refund.payerId().equals(order.customer().id())
                && !isFunder(refund.payerId(), order)
                && !hasPaid(refund.payerId(), evidence)) {
            return new Refusal(Reason.UNKNOWN_PAYER, refund.payerId() + " neither owes nor paid anything");
        }
        return null;
    }

    private static boolean isFunder(String payer, OrderPlaced order) {
        return order.funding().stream().anyMatch(request -> request.funderId().equals(payer));
    }

    private static boolean hasPaid(String payer, Evidence evidence) {
        return evidence.facts().stream()
                .map(KnownFact::fact)
                .anyMatch(fact -> fact instanceof PaymentReceived payment && payer.equals(payment.payerId()));
    }
}
