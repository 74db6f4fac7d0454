package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that reached us under the id of one payment or refund, in order of arrival.
 *
 * @param entries what was taken
 * @param behind what came while a person's decision was being asked about: its turn comes when that is done
 */
public record PaymentFile(List<Filed> entries, List<Filed> behind) {

    static final PaymentFile EMPTY = new PaymentFile(List.of());

    public PaymentFile {
        entries = List.copyOf(entries);
        behind = List.copyOf(behind);
    }

    public PaymentFile(List<Filed> entries) {
        this(entries, List.of());
    }

    /** Where it is. */
    public enum Whereabouts {
        /** Not all that it names was looked up yet. */
        ASKED,
        /** In suspense. */
        WAITS,
        /** In suspense, and a person was alerted. */
        ANNOUNCED,
        /** With its order, or set aside. */
        SENT,
        /** It was set aside, and has come back; or it says so. Of a decision: another came before it was confirmed. */
        CAME_BACK
    }

    /**
     * @param since the day on which it reached us
     * @param orderId the order that it was sent to; null: none yet
     * @param answers about what it names, as far as they have come
     * @param allotment what a person has made of it; null: nobody has decided
     * @param held whose reminders are held back while it waits
     */
    public record Filed(
            PaymentFact fact,
            LocalDate since,
            Whereabouts state,
            @Nullable String orderId,
            List<Meaning> answers,
            @Nullable Allotment allotment,
            List<HeldDebtor> held) {

        public Filed {
            answers = List.copyOf(answers);
            held = List.copyOf(held);
        }

        static Filed received(PaymentFact fact, LocalDate today) {
            return new Filed(fact, today, Whereabouts.ASKED, null, List.of(), null, List.of());
        }

        boolean isInSuspense() {
            return state == Whereabouts.WAITS || state == Whereabouts.ANNOUNCED;
        }

        boolean isDecision(Whereabouts where) {
            return fact instanceof PaymentApplied && state == where;
        }

        /** Nothing is asked for it any more. */
        boolean isDone() {
            return state == Whereabouts.SENT || state == Whereabouts.CAME_BACK;
        }

        /** Money that a person has set aside is so until it leaves again. */
        Filed aside(boolean hasComeBack, List<Step> steps) {
            boolean isAside = allotment != null && allotment.setAside() != null;
            if (!isAside || hasComeBack == (state == Whereabouts.CAME_BACK)) {
                return this;
            }
            Filed next = in(hasComeBack ? Whereabouts.CAME_BACK : Whereabouts.SENT);
            steps.add(new Step.KeptAside(next.suspended()));
            return next;
        }

        /** Of a return: what it takes back was set aside, and is no longer. */
        Filed takesBackWhatIsAside(List<Step> steps) {
            if (state == Whereabouts.CAME_BACK) {
                return this;
            }
            Filed next = in(Whereabouts.CAME_BACK);
            steps.add(new Step.KeptAside(next.suspended()));
            return next;
        }

        Filed in(Whereabouts next) {
            return new Filed(fact, since, next, orderId, answers, allotment, held);
        }

        /** It was with an order, and is there no longer. */
        Filed waiting() {
            return new Filed(fact, since, Whereabouts.WAITS, null, answers, allotment, held);
        }

        Filed sentTo(String order) {
            return new Filed(fact, since, Whereabouts.SENT, order, List.of(), allotment, held);
        }

        /** By a rule, as the payment of somebody. */
        Filed sentTo(Place place) {
            List<Meaning> kept = AccountMemory.placed((PaymentReceived) fact, place.payerId());
            return new Filed(fact, since, Whereabouts.SENT, place.orderId(), kept, allotment, held);
        }

        /** Of a decision: it has taken effect. Of a payment: its details have taken its place. */
        Filed done() {
            return new Filed(fact, since, Whereabouts.SENT, null, List.of(), null, List.of());
        }

        /** Where a person has placed it. */
        Filed placed(Allotment decided) {
            String order = decided.parts().isEmpty()
                    ? null
                    : decided.parts().getFirst().orderId();
            return decided.isOpen()
                    ? new Filed(fact, since, isInSuspense() ? state : Whereabouts.WAITS, null, asked(), decided, held)
                    : new Filed(fact, since, Whereabouts.SENT, order, List.of(), decided, held);
        }

        /** Of what is with its order no answers are kept, but as whose it went there. */
        private List<Meaning> asked() {
            return state == Whereabouts.SENT ? List.of() : answers;
        }

        /** A name that became known stays known. */
        Filed answered(Meaning answer) {
            List<Meaning> all = new ArrayList<>(answers);
            all.removeIf(earlier -> earlier.key().equals(answer.key()));
            all.add(answerAbout(answer.key())
                    .map(earlier -> earlier.and(answer))
                    .orElse(answer));
            return new Filed(fact, since, state, orderId, all, allotment, held);
        }

        Filed holding(List<HeldDebtor> debtors) {
            return new Filed(fact, since, state, orderId, answers, allotment, debtors);
        }

        Optional<Meaning> answerAbout(String key) {
            return answers.stream().filter(answer -> answer.key().equals(key)).findFirst();
        }

        /** All that its reference may name and that is known, by name: whichever answer came first does not show. */
        TextMatch textMatch() {
            return TextMatch.of((PaymentReceived) fact, answers);
        }

        public Suspended suspended() {
            return new Suspended(
                    fact,
                    since,
                    fact instanceof PaymentReceived ? textMatch().proposals() : List.of(),
                    allotment == null ? null : allotment.setAside(),
                    state == Whereabouts.CAME_BACK,
                    Placing.shadow(this));
        }
    }

    PaymentFile with(Filed entry) {
        return new PaymentFile(with(entries, entry), behind);
    }

    /** Behind a decision that is being asked about. */
    PaymentFile queued(Filed entry) {
        return new PaymentFile(entries, with(behind, entry));
    }

    private static List<Filed> with(List<Filed> some, Filed entry) {
        List<Filed> all = new ArrayList<>(some);
        int place = 0;
        while (place < all.size() && !all.get(place).fact.factId().equals(entry.fact.factId())) {
            place++;
        }
        if (place < all.size()) {
            all.set(place, entry);
        } else {
            all.add(entry);
        }
        return all;
    }

    PaymentFile without(String factId) {
        return new PaymentFile(without(entries, factId), without(behind, factId));
    }

    private static List<Filed> without(List<Filed> some, String factId) {
        return some.stream()
                .filter(entry -> !entry.fact.factId().equals(factId))
                .toList();
    }

    /** Whether a decision is being asked about: what comes now waits for it. */
    boolean isDeciding() {
        return entries.stream().anyMatch(entry -> entry.isDecision(Whereabouts.ASKED));
    }

    /** The last payment: the one that a decision is about. */
    public Optional<Filed> payment() {
        return entries.stream()
                .filter(entry -> entry.fact instanceof PaymentReceived)
                .reduce((earlier, later) -> later);
    }

    /** The last decision of a person, in effect or on its way. */
    Optional<Filed> decision() {
        return entries.stream()
                .filter(entry -> entry.isDecision(Whereabouts.ASKED) || entry.isDecision(Whereabouts.SENT))
                .reduce((earlier, later) -> later);
    }

    /** The decision of a person that stands: another one takes its place by naming it. */
    public Optional<PaymentApplied> standing() {
        return decision().filter(filed -> filed.state == Whereabouts.SENT).map(filed -> (PaymentApplied) filed.fact);
    }

    Optional<Filed> withId(String factId) {
        return entries.stream()
                .filter(entry -> entry.fact.factId().equals(factId))
                .findFirst();
    }

    Optional<Filed> behind(String factId) {
        return behind.stream()
                .filter(entry -> entry.fact.factId().equals(factId))
                .findFirst();
    }

    boolean isInSuspense(String factId) {
        return withId(factId).filter(Filed::isInSuspense).isPresent();
    }

    /** Whether the payment that a decision is about has come back. */
    public boolean hasComeBack() {
        return payment().filter(movements()::hasComeBack).isPresent();
    }

    /** Whether a movement was in suspense with its return, or received after it; else it was on its way before. */
    boolean waitedFor(String movement, String returned) {
        for (Filed entry : entries) {
            if (entry.fact.factId().equals(movement)) {
                return entry.isInSuspense();
            }
            if (entry.fact.factId().equals(returned)) {
                return true;
            }
        }
        return false;
    }

    Movements movements() {
        return new Movements(entries);
    }

    PaymentFile knownBefore(LocalDate day) {
        return new PaymentFile(
                entries.stream().filter(entry -> entry.since.isBefore(day)).toList());
    }
}
