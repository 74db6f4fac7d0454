package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.ReferenceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows every payment, return and refund by the id of its payment or refund, wherever it is going. The same again is
 * nothing new; the same fact with other content, or the same payment under another fact id, is refused.
 *
 * <p>A payment goes to the order that the first of its names leads to, else to the only one that its text names in
 * full ({@link TextMatch}). While none does, it waits in suspense with what its text may name, and is tried again
 * whenever one becomes known. A return goes where the payment or refund went that it takes back, waits with it, and
 * waits for it if it came first; then it goes ahead of it. What has waited three days is announced to a person, once,
 * and goes on waiting; a return only while its payment is unknown, and no payment that is known to have come back.
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

    private final PaymentFileStore store;
    private final Supplier<Set<String>> sellers;
    private final RuleWatch rules;

    /** @param sellers whose documents' numbers are known in a text, see {@link BankWords} */
    public PaymentRegister(PaymentFileStore store, Supplier<Set<String>> sellers, RuleWatch rules) {
        this.store = store;
        this.sellers = sellers;
        this.rules = rules;
    }

    /** Takes a fact that reaches us on {@code today}. */
    public List<Step> take(PaymentFact fact, LocalDate today) {
        String id = fact.movementId();
        PaymentFile file = file(id);
        Optional<Filed> earlier = file.withId(fact.factId()).or(() -> file.behind(fact.factId()));
        if (earlier.isPresent() && BankWords.areOne(earlier.get().fact(), fact, sellers.get())) {
            return List.of();
        }
        Refusal refusal = earlier.isPresent() ? PaymentCheck.contradiction(fact) : PaymentCheck.of(fact, today, file);
        if (refusal != null) {
            return List.of(new Step.Refused(fact, today, refusal));
        }
        Filed entry = Filed.received(fact, today);
        List<Step> steps = new ArrayList<>();
        Question.of(fact, today).forEach(question -> steps.add(new Step.Asked(question, asker(fact))));
        if (PaymentCheck.isQueuing(file) || PaymentCheck.isTooEarly(fact, file)) {
            steps.add(new Step.Queued(fact));
            put(id, file.queued(entry), steps);
        } else {
            admit(id, file.with(entry), entry, steps);
        }
        return steps;
    }

    private void admit(String id, PaymentFile file, Filed entry, List<Step> steps) {
        if (entry.fact() instanceof PaymentApplied) {
            decide(id, file, entry, steps);
        } else if (entry.fact() instanceof PaymentDetailed) {
            put(id, file, steps);
        } else {
            settle(id, file, entry.since(), steps);
        }
    }

    /** What a bank tells of a payment has its turn behind all that people decide about it on that day. */
    private void divide(String id, List<Step> steps) {
        PaymentFile file = file(id);
        Filed detailed = file.isDeciding() ? null : BankDetails.due(file).orElse(null);
        if (detailed == null) {
            return;
        }
        PaymentDetailed details = (PaymentDetailed) detailed.fact();
        PaymentFile without = file.without(details.factId());
        Refusal refusal = BankDetails.refusalAtLast(details, without);
        if (refusal == null) {
            PaymentReceived whole =
                    (PaymentReceived) file.payment().orElseThrow().fact();
            put(id, BankDetails.takeEffect(file, detailed, steps), steps);
            details.payments(whole).forEach(payment -> steps.addAll(take(payment, detailed.since())));
        } else {
            refuse(id, without, detailed, refusal, steps);
        }
        divide(id, steps);
    }

    /**
     * When a decision is done, what came while it was being asked about has its turn, as if each had come only now: so
     * a decision is about the payment that was there when it came, and the next one about what that has made of it.
     */
    private void takeTurns(String id, List<Step> steps) {
        PaymentFile file = file(id);
        while (!file.isDeciding()
                && !file.behind().isEmpty()
                && !PaymentCheck.isTooEarly(file.behind().getFirst().fact(), file)) {
            Filed next = file.behind().getFirst();
            PaymentFile rest = file.without(next.fact().factId());
            steps.add(new Step.Turn(next.fact()));
            Refusal refusal = PaymentCheck.of(next.fact(), next.since(), new PaymentFile(rest.entries()));
            if (refusal == null) {
                admit(id, rest.with(next), next, steps);
            } else {
                refuse(id, rest, next, refusal, steps);
            }
            file = file(id);
        }
    }

    private void refuse(String id, PaymentFile without, Filed entry, Refusal refusal, List<Step> steps) {
        forget(entry, steps);
        steps.add(new Step.Refused(entry.fact(), entry.since(), refusal));
        put(id, without, steps);
    }

    static Asker asker(PaymentFact fact) {
        return new Asker(fact.movementId(), fact.factId());
    }

    /**
     * A decision takes effect as soon as all of its orders are known. If one is not by the end of the decision's day,
     * or it does not fit after all, it is refused: in a backlog the order may come behind it.
     */
    private void decide(String id, PaymentFile file, Filed entry, List<Step> steps) {
        PersonsDecision decision = new PersonsDecision(file, entry);
        if (!decision.isAnswered()) {
            put(id, file, steps);
            return;
        }
        PaymentFile without = file.without(entry.fact().factId());
        Refusal refusal = Optional.ofNullable(DecisionCheck.of((PaymentApplied) entry.fact(), without))
                .orElseGet(decision::refusal);
        SecondPerson four = new SecondPerson(entry, file, BankDetails.divided(file(DerivedIds.whole(id))));
        refusal = refusal == null ? four.refusal() : refusal;
        if (refusal == null) {
            PaymentFile after = four.with(decision, file, steps);
            rules.decided(id, file, after);
            put(id, after, steps);
        } else {
            refuse(id, without, entry, refusal, steps);
        }
    }

    /** Takes an answer of the reference book on {@code today}. */
    public List<Step> take(PaymentReferences.Answer answer, LocalDate today) {
        Asker asker = answer.asker();
        PaymentFile file = file(asker.paymentId());
        Meaning meaning = new Meaning(answer.key(), answer.names(), answer.waits());
        Filed entry = file.withId(asker.factId()).orElse(null);
        Filed queued = file.behind(asker.factId()).orElse(null);
        List<Step> steps = new ArrayList<>();
        if (queued != null) {
            put(asker.paymentId(), file.queued(queued.answered(meaning)), steps);
        } else if (entry != null && !entry.isDone() && !entry.isDecision(Whereabouts.WAITS)) {
            Filed answered = entry.answered(meaning);
            PaymentFile known = file.with(answered);
            if (entry.fact() instanceof PaymentApplied) {
                decide(asker.paymentId(), known, answered, steps);
                takeTurns(asker.paymentId(), steps);
            } else if (entry.fact() instanceof PaymentDetailed) {
                put(asker.paymentId(), known, steps);
            } else {
                PaymentFile settled = settle(asker.paymentId(), known, today, steps);
                if (entry.isInSuspense() && settled.isInSuspense(asker.factId())) {
                    steps.add(new Step.Changed(settled.movements().suspended(answered)));
                    AccountMemory.ask(answered, steps);
                }
                takeTurns(asker.paymentId(), steps);
            }
            divide(asker.paymentId(), steps);
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
                settled = settled.with(settled(entry, today, movements));
            }
        }
        for (Filed entry : file.entries()) {
            if (entry.fact() instanceof PaymentReturned returned && entry.state() != Whereabouts.SENT) {
                Optional<Filed> takenBack = settled.movements().goesWith(returned);
                boolean waited = takenBack.isEmpty()
                        || file.waitedFor(takenBack.get().fact().factId(), returned.factId());
                settled = settled.with(PlacedReturn.of(entry, takenBack.orElse(null), waited ? steps : behind));
            }
        }
        steps.addAll(movements);
        steps.addAll(behind);
        for (Filed entry : settled.entries()) {
            boolean isBack = settled.movements().hasComeBack(entry);
            settled = settled.with(WaitingMoney.released(entry.aside(isBack, steps), isBack, today, steps));
        }
        settled = SecondPerson.withoutWhatIsVoid(file(id), settled, steps);
        put(id, settled, steps);
        return settled;
    }

    private Filed settled(Filed entry, LocalDate today, List<Step> steps) {
        if (entry.state() == Whereabouts.SENT || entry.allotment() != null) {
            return entry;
        }
        if (entry.fact() instanceof RefundPaid refund) {
            return moved(entry, refund.paidFor(), steps);
        }
        PaymentReceived payment = (PaymentReceived) entry.fact();
        boolean isFirstRound = !entry.isInSuspense();
        for (String name : Question.exactNames(payment)) {
            Optional<Meaning> answer = entry.answerAbout(ReferenceText.key(name));
            if (answer.isEmpty() && isFirstRound) {
                return entry;
            }
            if (answer.flatMap(meaning -> meaning.of(name)).isPresent()) {
                return rules.settled(entry, today, steps);
            }
        }
        for (Candidate candidate : TextMatch.candidates(payment)) {
            if (entry.answerAbout(candidate.key()).isEmpty() && isFirstRound) {
                return entry;
            }
        }
        return rules.settled(entry, today, steps);
    }

    static void forget(Filed entry, List<Step> steps) {
        for (Meaning answer : entry.answers()) {
            if (answer.waits()) {
                steps.add(new Step.Forgotten(answer.key(), asker(entry.fact())));
            }
        }
    }

    static Filed moved(Filed entry, @Nullable String orderId, List<Step> steps) {
        if (orderId != null) {
            steps.add(new Step.Sent(entry.fact().of(orderId)));
            return entry.sentTo(orderId);
        }
        if (entry.isInSuspense()) {
            return entry;
        }
        steps.add(new Step.Waits(entry.suspended()));
        Question.ofSender(entry.fact()).ifPresent(question -> steps.add(new Step.Asked(question, asker(entry.fact()))));
        return entry.in(Whereabouts.WAITS);
    }

    private void put(String id, PaymentFile next, List<Step> steps) {
        steps.addAll(next.movements().changedSince(file(id).movements())); // What has come back waits no more.
        steps.addAll(SuspenseAccount.changes(id, file(id), next));
        AccountMemory.tell(store.get(id), next, steps);
        store.put(id, next);
    }

    private PaymentFile file(String id) {
        return Objects.requireNonNullElse(store.get(id), PaymentFile.EMPTY);
    }
}
