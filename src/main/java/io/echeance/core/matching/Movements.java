package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Returns;
import io.echeance.core.order.Suspended;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The payments and refunds of one id, and what took them back. */
record Movements(List<Filed> entries) {

    /** Value date, then the day on which it reached us, then its id: who came first within a day does not show. */
    private static final Comparator<Filed> BY_DATE = Comparator.comparing(
                    (Filed entry) -> entry.fact().on())
            .thenComparing(Filed::since)
            .thenComparing(entry -> entry.fact().factId().length()) // f2 comes before f10
            .thenComparing(entry -> entry.fact().factId());

    /** Payments and refunds, by date. */
    private List<PaymentFact> byDate() {
        return entries.stream()
                .sorted(BY_DATE)
                .map(Filed::fact)
                .filter(fact -> fact instanceof PaymentReceived || fact instanceof RefundPaid)
                .toList();
    }

    /** By the fact id of the movement. */
    private Map<String, KnownFact> returnsByMovement() {
        return Returns.byMovement(entries.stream()
                .map(entry -> new KnownFact(entry.since(), entry.fact()))
                .toList());
    }

    /** A return that went to an order with another payment takes back nothing of what waits. */
    boolean hasComeBack(Filed entry) {
        KnownFact returned = returnsByMovement().get(entry.fact().factId());
        return returned != null && !(entry.isInSuspense() && isWithAnOrder(returned.fact()));
    }

    private boolean isWithAnOrder(Fact returned) {
        return entries.stream().anyMatch(entry -> entry.fact().equals(returned) && entry.state() == Whereabouts.SENT);
    }

    /** Whether something in suspense waits for nobody: money that has come back, or what says so of money we know. */
    boolean isGone(Filed entry) {
        return entry.isInSuspense() && (hasComeBack(entry) || areTakenBackBy(entry));
    }

    Suspended suspended(Filed entry) {
        return entry.suspended().gone(isGone(entry));
    }

    /** What of that in suspense has come back since, or has not after all. */
    List<Step> changedSince(Movements before) {
        return entries.stream()
                .filter(entry -> entry.isInSuspense() && isGone(entry) != before.wasGone(entry))
                .<Step>map(entry -> new Step.Changed(suspended(entry)))
                .toList();
    }

    private boolean wasGone(Filed later) {
        return entries.stream()
                .anyMatch(entry -> entry.fact().factId().equals(later.fact().factId()) && isGone(entry));
    }

    /**
     * What a return takes back; where nothing is left to take back, the last movement valued by its day. Empty: no
     * payment and no refund of this id is known, or none of the sum that left is left to take back.
     */
    Optional<Filed> takenBackBy(PaymentReturned returned) {
        List<PaymentFact> movements = byDate().stream()
                .filter(movement -> Returns.fits(returned, movement))
                .toList();
        if (movements.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> taken = returnsByMovement().entrySet().stream()
                .filter(one -> one.getValue().fact().factId().equals(returned.factId()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (taken.isEmpty() && returned.amount() != null) {
            return Optional.empty(); // A bank says each once: this is further money that left.
        }
        String factId = taken.orElseGet(() -> movements.stream()
                .filter(movement -> !movement.on().isAfter(returned.on()))
                .reduce((earlier, later) -> later)
                .orElse(movements.getFirst())
                .factId());
        return entries.stream()
                .filter(entry -> entry.fact().factId().equals(factId))
                .findFirst();
    }

    /** Whether it is a return, and something is there that it may take back. */
    boolean areTakenBackBy(Filed entry) {
        return entry.fact() instanceof PaymentReturned returned
                && takenBackBy(returned).isPresent();
    }

    /**
     * The payment or refund with which a return goes to its order: what it took back when that arrived. What arrives
     * later may change what it takes back, not where it goes; so it does not show how soon what they name is found.
     * While what it takes back is in suspense, the next one counts. Empty: no payment and no refund is known.
     */
    Optional<Filed> goesWith(PaymentReturned returned) {
        boolean isThere = false;
        for (int last = 0; last < entries.size(); last++) {
            Fact fact = entries.get(last).fact();
            boolean isItself = fact.equals(returned);
            isThere = isThere || isItself;
            if (isThere && (isItself || fact instanceof PaymentReceived || fact instanceof RefundPaid)) {
                Optional<Filed> takenBack = new Movements(entries.subList(0, last + 1)).takenBackBy(returned);
                if (takenBack.isPresent() && !takenBack.get().isInSuspense()) {
                    return takenBack;
                }
            }
        }
        return takenBackBy(returned);
    }

    /**
     * Whether each payment of this id had come back when the next one was made: a debit presented again
     * (<i>représentation</i>) is a payment of its own, anything else is the same payment received twice.
     */
    boolean isPresentedOneAfterTheOther() {
        Map<String, KnownFact> returns = returnsByMovement();
        List<PaymentFact> payments =
                byDate().stream().filter(PaymentReceived.class::isInstance).toList();
        for (int i = 0; i + 1 < payments.size(); i++) {
            KnownFact returned = returns.get(payments.get(i).factId());
            Fact next = payments.get(i + 1);
            if (returned == null || returned.fact().on().isAfter(next.on())) {
                return false;
            }
        }
        return true;
    }
}
