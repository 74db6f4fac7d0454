package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Amounts;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows every payment, return and refund by the id of its payment or refund, wherever it is going. The same again is
 * nothing new; the same fact with other content, or the same payment under another fact id, is refused.
 *
 * <p>A payment goes to the order that the first of its names leads to, else to the only one that its text names in
 * full ({@link TextMatch}). While none does, it waits in suspense with what its text may name, and is tried again
 * whenever one becomes known. A return goes where the payment or refund went that it takes back, waits with
 * it, and waits for it if it came first; then it goes ahead of it. What has waited three days is announced to a person,
 * once, and goes on waiting; a return only while its payment is unknown, and no payment of which we know by then that
 * it came back: there is no money to place.
 *
 * <p>What a person decides about a payment stands above all rules: none acts on it any more ({@link PersonsDecision}).
 *
 * <p>It decides alone about all facts of one id; every other question is a {@link Step}.
 */
public final class PaymentRegister {

    /** The files by id. */
    public interface PaymentFileStore {

        /** Null: nothing was received under this id. */
        @Nullable
        PaymentFile get(String id);

        void put(String id, PaymentFile file);
    }

    /** So many facts under one id, or something runs wild. */
    private static final int MOST = 100;

    private final PaymentFileStore store;

    public PaymentRegister(PaymentFileStore store) {
        this.store = store;
    }

    /** Takes a fact that reaches us on {@code today}. */
    public List<Step> take(PaymentFact fact, LocalDate today) {
        String id = fact.movementId();
        PaymentFile file = file(id);
        Optional<Filed> earlier = file.withId(fact.factId());
        if (earlier.isPresent() && earlier.get().fact().equals(fact)) {
            return List.of();
        }
        Filed entry = Filed.received(fact, today);
        PaymentFile taken = file.with(entry);
        Refusal refusal = earlier.isPresent() ? contradiction(fact) : refusal(fact, file, taken);
        if (refusal != null) {
            return List.of(new Step.Refused(fact, refusal));
        }
        List<Step> steps = new ArrayList<>();
        questions(fact).forEach(question -> steps.add(new Step.Asked(question, asker(fact))));
        if (fact instanceof PaymentApplied) {
            decide(id, taken, entry, steps);
        } else {
            settle(id, taken, today, steps);
        }
        return steps;
    }

    private static List<Question> questions(PaymentFact fact) {
        return switch (fact) {
            case PaymentReceived payment -> Question.of(payment);
            case PaymentApplied decision -> Question.of(decision);
            case PaymentReturned returned -> List.of();
            case RefundPaid refund -> List.of();
        };
    }

    static Asker asker(PaymentFact fact) {
        return new Asker(fact.movementId(), fact.factId());
    }

    /** A decision takes effect when it is known that its orders are; if one is not, it is refused after all. */
    private void decide(String id, PaymentFile file, Filed entry, List<Step> steps) {
        PersonsDecision decision = new PersonsDecision(file, entry);
        Refusal refusal = decision.isAnswered() ? decision.refusal() : null;
        if (!decision.isAnswered()) {
            store.put(id, file);
        } else if (refusal == null) {
            store.put(id, decision.takeEffect(steps));
        } else {
            forget(entry, steps);
            steps.add(new Step.Refused(entry.fact(), refusal));
            store.put(id, file.without(entry.fact().factId()));
        }
    }

    private static Refusal contradiction(PaymentFact fact) {
        return new Refusal(
                Reason.CONTRADICTS_EARLIER_FACT,
                "another fact with the id " + fact.factId() + " came first and stands");
    }

    private static @Nullable Refusal refusal(PaymentFact fact, PaymentFile file, PaymentFile taken) {
        if (taken.entries().size() > MOST) {
            return new Refusal(Reason.TOO_LARGE, "under the id " + fact.movementId() + " there are " + MOST + " facts");
        }
        if (fact instanceof RefundPaid refund && refund.paidFor() == null) {
            return new Refusal(Reason.MALFORMED, "it names no order, and its id is that of no refund of ours");
        }
        if (fact instanceof PaymentApplied decision) {
            return DecisionCheck.of(decision, file);
        }
        Refusal amount = Amounts.refused(fact, null);
        if (amount == null && fact instanceof PaymentReceived payment && !taken.isPresentedOneAfterTheOther()) {
            return new Refusal(
                    Reason.DUPLICATE_PAYMENT,
                    "the payment " + payment.paymentId() + " is known under another fact id, and had not come back by "
                            + payment.on());
        }
        return amount;
    }

    /** Takes an answer of the reference book on {@code today}. */
    public List<Step> take(PaymentReferences.Answer answer, LocalDate today) {
        Asker asker = answer.asker();
        PaymentFile file = file(asker.paymentId());
        Filed entry = file.withId(asker.factId()).orElse(null);
        List<Step> steps = new ArrayList<>();
        if (entry != null && entry.state() != Whereabouts.SENT) {
            Filed answered = entry.answered(new PaymentFile.Meaning(answer.key(), answer.names(), answer.waits()));
            PaymentFile known = file.with(answered);
            if (entry.fact() instanceof PaymentApplied) {
                decide(asker.paymentId(), known, answered, steps);
            } else {
                PaymentFile settled = settle(asker.paymentId(), known, today, steps);
                if (entry.isInSuspense() && settled.isInSuspense(asker.factId())) {
                    steps.add(new Step.Proposed(answered.suspended()));
                }
            }
        } else if (answer.waits()) {
            steps.add(new Step.Forgotten(answer.key(), asker)); // sent by now, or a decision that was refused
        }
        return steps;
    }

    /**
     * Sends what has found its order, and puts into suspense what has not. A return goes ahead of a payment that it
     * waited for, or waited with: on its own it has no effect, and the payment is never drawn without it.
     */
    private PaymentFile settle(String id, PaymentFile file, LocalDate today, List<Step> steps) {
        PaymentFile settled = file;
        List<Step> movements = new ArrayList<>();
        List<Step> behind = new ArrayList<>();
        for (Filed entry : file.entries()) {
            if (entry.fact() instanceof PaymentReceived || entry.fact() instanceof RefundPaid) {
                settled = settled.with(settled(entry, movements));
            }
        }
        for (Filed entry : file.entries()) {
            if (entry.fact() instanceof PaymentReturned returned && entry.state() != Whereabouts.SENT) {
                Optional<Filed> takenBack = settled.goesWith(returned);
                boolean waited = takenBack.isEmpty()
                        || file.waitedFor(takenBack.get().fact().factId(), returned.factId());
                settled = settled.with(returned(entry, takenBack.orElse(null), waited ? steps : behind));
            }
        }
        steps.addAll(movements);
        steps.addAll(behind);
        for (Filed entry : settled.entries()) {
            settled = settled.with(WaitingMoney.held(entry, settled.hasComeBack(entry), today, steps));
        }
        store.put(id, settled);
        return settled;
    }

    /** A return goes where its payment went, or each of the payment's parts. */
    private static Filed returned(Filed entry, @Nullable Filed takenBack, List<Step> steps) {
        Allotment allotment = takenBack == null ? null : takenBack.allotment();
        if (allotment == null || allotment.parts().isEmpty()) {
            return moved(entry, takenBack == null ? null : takenBack.orderId(), steps);
        }
        PaymentReturned returned = (PaymentReturned) entry.fact();
        for (PaymentReceived part : allotment.parts()) {
            steps.add(new Step.Placed(PersonsDecision.returned(returned, part), returned));
        }
        return entry.sentTo(Objects.requireNonNull(allotment.parts().getFirst().orderId()));
    }

    private static Filed settled(Filed entry, List<Step> steps) {
        if (entry.state() == Whereabouts.SENT || entry.allotment() != null) {
            return entry;
        }
        if (entry.fact() instanceof RefundPaid refund) {
            return moved(entry, refund.paidFor(), steps);
        }
        PaymentReceived payment = (PaymentReceived) entry.fact();
        boolean isFirstRound = !entry.isInSuspense();
        for (String name : Question.exactNames(payment)) {
            Optional<PaymentFile.Meaning> answer = entry.answerAbout(ReferenceText.key(name));
            if (answer.isEmpty() && isFirstRound) {
                return entry;
            }
            Optional<KnownName> known = answer.flatMap(meaning -> meaning.of(name));
            if (known.isPresent()) {
                Optional<Place> place = Place.of(payment, known.get());
                return place.isPresent() ? found(entry, place.get(), steps) : moved(entry, null, steps);
            }
        }
        for (Candidate candidate : TextMatch.candidates(payment)) {
            if (entry.answerAbout(candidate.key()).isEmpty() && isFirstRound) {
                return entry;
            }
        }
        Optional<Place> place = entry.textMatch().place();
        return place.isPresent() ? found(entry, place.get(), steps) : moved(entry, null, steps);
    }

    /** Whatever else was asked is of no interest any more. */
    private static Filed found(Filed entry, Place place, List<Step> steps) {
        forget(entry, steps);
        PaymentReceived payment = (PaymentReceived) entry.fact();
        steps.add(new Step.Sent(payment.of(place.orderId()).by(place.payerId())));
        return entry.sentTo(place.orderId());
    }

    static void forget(Filed entry, List<Step> steps) {
        for (PaymentFile.Meaning answer : entry.answers()) {
            if (answer.waits()) {
                steps.add(new Step.Forgotten(answer.key(), asker(entry.fact())));
            }
        }
    }

    private static Filed moved(Filed entry, @Nullable String orderId, List<Step> steps) {
        if (orderId != null) {
            steps.add(new Step.Sent(entry.fact().of(orderId)));
            return entry.sentTo(orderId);
        }
        if (entry.isInSuspense()) {
            return entry;
        }
        steps.add(new Step.Waits(entry.suspended()));
        return entry.in(Whereabouts.WAITS);
    }

    /** Announces what has waited too long on the morning of {@code today}: what came on that day came later. */
    public List<Suspended> announce(String id, LocalDate today) {
        PaymentFile file = file(id);
        PaymentFile known = file.knownBefore(today);
        PaymentFile announced = file;
        List<Suspended> due = new ArrayList<>();
        for (Filed entry : file.entries()) {
            Suspended suspended = entry.suspended();
            if (entry.state() == Whereabouts.WAITS
                    && !suspended.announcedOn().isAfter(today)
                    && !isReturnOfSomethingKnown(entry, known)
                    && !known.hasComeBack(entry)) {
                due.add(suspended);
                announced = announced.with(entry.in(Whereabouts.ANNOUNCED));
            }
        }
        if (!due.isEmpty()) {
            store.put(id, announced);
        }
        return due;
    }

    /**
     * Whether something under this id was passed over on a morning up to {@code today}, since there was nothing to tell
     * of it: after every fact of the id, it is to be judged again on the morning after.
     */
    public boolean isPassedOver(String id, LocalDate today) {
        return file(id).entries().stream()
                .anyMatch(entry -> entry.state() == Whereabouts.WAITS
                        && !entry.suspended().announcedOn().isAfter(today));
    }

    private static boolean isReturnOfSomethingKnown(Filed entry, PaymentFile file) {
        return entry.fact() instanceof PaymentReturned returned
                && file.takenBackBy(returned).isPresent();
    }

    private PaymentFile file(String id) {
        return Objects.requireNonNullElse(store.get(id), PaymentFile.EMPTY);
    }
}
