package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.PersonMark;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.order.Rejection.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a payment what a person has decided. What stands elsewhere leaves its order, as if it had never been there;
 * a part that stands where it is to stand stays as it is; returns go where the parts go. So the money is in one place
 * at each moment, whatever a rule or an earlier decision did.
 *
 * <p>Reading taken: of a debit that was presented again, a decision is about the last presentation that we know of.
 */
final class PersonsDecision {

    private final PaymentFile file;
    private final Filed entry;
    private final PaymentApplied decision;
    private final Filed payment;
    private final PaymentReceived received;

    /** @param entry the decision; it was not refused */
    PersonsDecision(PaymentFile file, Filed entry) {
        this.file = file;
        this.entry = entry;
        this.decision = (PaymentApplied) entry.fact();
        this.payment = file.payment().orElseThrow();
        this.received = (PaymentReceived) payment.fact();
    }

    /** Whether of each of its orders it is known that it was placed, or that it was not on the decision's day. */
    boolean isAnswered() {
        return decision.parts().stream()
                .allMatch(part -> entry.answerAbout(ReferenceText.key(part.orderId()))
                        .filter(meaning -> meaning.settles(part.orderId()))
                        .isPresent());
    }

    /**
     * Why it cannot take effect: an order that it names was not placed, its payer owes nothing of it, or money would be
     * lost.
     */
    @Nullable
    Refusal refusal() {
        for (PaymentApplied.PaymentPart part : decision.parts()) {
            List<String> payers = payers(part);
            if (known(part).isEmpty()) {
                return new Refusal(Reason.UNKNOWN_ORDER, "no order " + part.orderId() + " was placed");
            }
            if (part.payerId() != null && !payers.isEmpty() && !payers.contains(part.payerId())) {
                return new Refusal(
                        Reason.UNKNOWN_PAYER,
                        part.payerId() + " owes nothing of " + part.orderId() + ": it is owed by "
                                + String.join(", ", payers));
            }
        }
        List<PaymentReceived> wanted = wanted();
        if (!decision.deductions().isEmpty()
                && (wanted.isEmpty() || !wanted.getFirst().amount().exceeds(decision.deducted()))) {
            return new Refusal(
                    Reason.DOES_NOT_ADD_UP,
                    "what was kept of a payment is of its first part, and " + decision.deducted() + " is not less");
        }
        return outcome(new Allotment(wanted, decision.setAside()), false).addsUp()
                ? null
                : new Refusal(Reason.DOES_NOT_ADD_UP, "money would be lost, or be in two places");
    }

    private Optional<KnownName> known(PaymentApplied.PaymentPart part) {
        Optional<Meaning> answer = entry.answerAbout(ReferenceText.key(part.orderId()));
        return answer.flatMap(meaning -> meaning.of(part.orderId()))
                .filter(known -> known.orderId().equals(part.orderId()));
    }

    private List<String> payers(PaymentApplied.PaymentPart part) {
        return known(part).map(KnownName::payers).orElse(List.of());
    }

    /** Whose debt it pays: the customer stands first. */
    private @Nullable String payer(PaymentApplied.PaymentPart part) {
        List<String> payers = payers(part);
        String paidBy = part.payerId() == null ? received.payerId() : part.payerId();
        return payers.isEmpty() || (paidBy != null && payers.contains(paidBy)) ? paidBy : payers.getFirst();
    }

    /** @return the payment's file with it */
    PaymentFile takeEffect(List<Step> steps) {
        List<PaymentReceived> before = before();
        List<PaymentReceived> wanted = wanted();
        List<PaymentReceived> kept = Allotment.kept(before, wanted);
        before.stream().filter(part -> !kept.contains(part)).forEach(part -> withdraw(part, steps));
        List<PaymentReceived> parts = named(wanted, kept);
        List<PaymentReceived> fresh =
                parts.stream().filter(part -> !kept.contains(part)).toList();
        PaymentFile next = parts.isEmpty() ? withReturnsWaiting(steps) : withReturns(fresh, steps);
        fresh.forEach(part -> steps.add(new Step.Placed(part, received)));
        Allotment allotment = new Allotment(parts, decision.setAside());
        Filed placed = WaitingMoney.released(payment.placed(allotment), false, entry.since(), steps);
        leaveSuspense(placed, steps);
        PaymentFile done = next.with(placed).with(entry.done());
        steps.add(new Step.Decided(decision, outcome(allotment, done.movements().isGone(placed))));
        return allotment.setAside() == null ? done : withWhatCameBack(done, placed, steps);
    }

    /** It leaves its order, and with it what took it back there: that would take back what is presented again. */
    private void withdraw(PaymentReceived part, List<Step> steps) {
        steps.add(withdrawn(part, part.factId()));
        for (Filed other : file.entries()) {
            if (other.fact() instanceof PaymentReturned returned
                    && other.state() == Whereabouts.SENT
                    && takes(returned)) {
                steps.add(withdrawn(
                        part, PlacedReturn.ofPart(returned, part, received).factId()));
            }
        }
    }

    private Step withdrawn(PaymentReceived part, String factId) {
        String orderId = Objects.requireNonNull(part.orderId());
        return new Step.Withdrawn(new PaymentWithdrawn(
                DerivedIds.of(decision.factId(), decision.paymentId(), orderId, factId),
                orderId,
                part.on(),
                part.paymentId(),
                factId));
    }

    /** Whether it is this payment that a return takes back. */
    private boolean takes(PaymentReturned returned) {
        return file.movements()
                .takenBackBy(returned)
                .filter(taken -> taken.fact().equals(received))
                .isPresent();
    }

    /** Where it stands now: as an earlier decision or a rule has placed it. */
    private List<PaymentReceived> before() {
        if (payment.allotment() != null) {
            return payment.allotment().parts();
        }
        return payment.state() == Whereabouts.SENT
                ? List.of(received.of(Objects.requireNonNull(payment.orderId())).fromAccount(null))
                : List.of();
    }

    private List<PaymentReceived> wanted() {
        Money rest = received.amount().plus(decision.deducted());
        for (PaymentApplied.PaymentPart part : decision.parts()) {
            rest = part.amount() == null ? rest : rest.minus(part.amount());
        }
        rest = decision.setAside() == null
                ? rest
                : rest.minus(decision.setAside().amount());
        List<PaymentReceived> wanted = new ArrayList<>();
        for (PaymentApplied.PaymentPart part : decision.parts()) {
            wanted.add(new PaymentReceived(
                    DerivedIds.part(DerivedIds.of(decision.factId(), decision.paymentId()), wanted.size() + 1),
                    part.orderId(),
                    received.on(),
                    received.paymentId(),
                    payer(part),
                    part.amount() == null ? rest : part.amount(),
                    received.method(),
                    part.document() == null ? received.reference() : part.document(),
                    received.bankAccount(),
                    wanted.isEmpty() && !decision.deductions().isEmpty() ? decision.deducted() : null));
        }
        return wanted;
    }

    /** A part that stays keeps its id; a payment that is placed whole keeps its own, parts of it are counted. */
    private List<PaymentReceived> named(List<PaymentReceived> wanted, List<PaymentReceived> kept) {
        List<PaymentReceived> left = new ArrayList<>(kept);
        List<PaymentReceived> named = new ArrayList<>();
        int n = 0;
        for (PaymentReceived part : wanted) {
            Optional<PaymentReceived> same =
                    left.stream().filter(one -> Allotment.isSame(one, part)).findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                named.add(same.get());
            } else {
                String paymentId = received.paymentId();
                if (!part.amount().equals(received.amount())) {
                    do {
                        paymentId = DerivedIds.part(received.paymentId(), ++n);
                    } while (isTaken(paymentId, kept));
                }
                named.add(new PaymentReceived(
                        part.factId(),
                        part.orderId(),
                        part.on(),
                        paymentId,
                        part.payerId(),
                        part.amount(),
                        part.method(),
                        part.reference(),
                        part.bankAccount(),
                        part.bankFee()));
            }
        }
        return named;
    }

    private static boolean isTaken(String paymentId, List<PaymentReceived> parts) {
        return parts.stream().anyMatch(part -> part.paymentId().equals(paymentId));
    }

    /** What took the payment back takes back each new part, ahead of it. */
    private PaymentFile withReturns(List<PaymentReceived> fresh, List<Step> steps) {
        PaymentFile next = file;
        for (Filed other : file.entries()) {
            if (other.fact() instanceof PaymentReturned returned && !fresh.isEmpty() && takes(returned)) {
                fresh.forEach(
                        part -> steps.add(new Step.Placed(PlacedReturn.ofPart(returned, part, received), returned)));
                next = next.with(
                        other.sentTo(Objects.requireNonNull(fresh.getFirst().orderId())));
            }
        }
        return next;
    }

    /** Where the payment is with no order, what took it back waits with it, as it does if it comes only now. */
    private PaymentFile withReturnsWaiting(List<Step> steps) {
        PaymentFile next = file;
        for (Filed other : file.entries()) {
            if (other.fact() instanceof PaymentReturned returned && other.isDone() && takes(returned)) {
                Filed waits = other.waiting();
                if (decision.setAside() == null) {
                    steps.add(new Step.Waits(waits.suspended()));
                }
                next = next.with(waits);
            }
        }
        return next;
    }

    /** What came back is not set aside; what took it back waits for nobody. */
    private PaymentFile withWhatCameBack(PaymentFile done, Filed placed, List<Step> steps) {
        PaymentFile next = done.with(placed.aside(file.movements().hasComeBack(placed), steps));
        for (Filed other : done.entries()) {
            boolean isLeft = decision.parts().isEmpty() && other.isInSuspense();
            if (isLeft && other.fact() instanceof PaymentReturned returned && takes(returned)) {
                next = next.with(other.takesBackWhatIsAside(steps));
            }
        }
        return next;
    }

    /** It waits, is kept aside, or is gone; whatever was asked for it is of interest only while it waits. */
    private void leaveSuspense(Filed placed, List<Step> steps) {
        PaymentRegister.forget(entry, steps);
        if (!decision.parts().isEmpty() || decision.setAside() != null) {
            PaymentRegister.forget(payment, steps);
        }
        if (decision.setAside() != null) {
            steps.add(new Step.KeptAside(placed.suspended()));
        } else if (decision.parts().isEmpty() && !payment.isInSuspense()) {
            steps.add(new Step.Waits(placed.suspended()));
            Stream.concat(Question.of(received).stream(), Question.ofSender(received).stream())
                    .forEach(question -> steps.add(new Step.Asked(question, PaymentRegister.asker(received))));
        }
    }

    private PaymentDecided outcome(Allotment allotment, boolean isGone) {
        List<PaymentDecided.PlacedPart> parts = allotment.parts().stream()
                .map(part -> new PaymentDecided.PlacedPart(
                        part.paymentId(), Objects.requireNonNull(part.orderId()), part.payerId(), part.amount()))
                .toList();
        return new PaymentDecided(
                entry.since(),
                decision.factId(),
                decision.paymentId(),
                received.amount(),
                parts,
                allotment.setAside(),
                allotment.isOpen() && !isGone ? received.amount() : Money.ZERO,
                isGone ? received.amount() : null,
                PersonMark.words(decision.by()),
                decision.replaces(),
                decision.deductions());
    }
}
