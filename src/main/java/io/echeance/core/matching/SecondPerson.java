package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PersonMark;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.SetAside;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes (<i>double validation</i>): where more than a seller's limit is placed, the decision of one person waits,
 * and takes effect when another has decided the same. One that says something else takes its place, and waits too, or
 * takes effect where it places nothing: so a second person says no. So does the same again where nobody can tell
 * whether somebody else says it, as after a change of the master key ({@link PersonMark}).
 */
final class SecondPerson {

    private final Filed entry;
    private final PaymentApplied decision;
    private final Money payment;
    private final boolean isWanted;
    /** The decision that waits. */
    private final Optional<Filed> first;

    /**
     * @param entry a decision that may take effect
     * @param divided the sum whose place the payment has taken with others; 0.00: none
     */
    SecondPerson(Filed entry, PaymentFile file, Money divided) {
        this.entry = entry;
        this.decision = (PaymentApplied) entry.fact();
        this.payment = ((PaymentReceived) file.payment().orElseThrow().fact()).amount();
        Money booked = divided.exceeds(payment) ? divided : payment;
        Money amount = booked.plus(decision.deducted());
        this.isWanted = decision.parts().stream()
                .flatMap(part -> entry.answerAbout(ReferenceText.key(part.orderId())).stream()
                        .flatMap(meaning -> meaning.of(part.orderId()).stream()))
                .map(KnownName::secondPersonAbove)
                .anyMatch(limit -> limit != null && amount.exceeds(limit));
        this.first = waiting(file);
    }

    /** Why it confirms nothing, and nobody could confirm it: who decides has to be told apart. */
    @Nullable
    Refusal refusal() {
        if (isWanted && PersonMark.account(decision.by()) == null) {
            return new Refusal(Reason.MALFORMED, "so much is placed by two persons: by says who decides");
        }
        return isWanted && isSaidAgain() && PersonMark.areOne(firstPerson(), decision.by())
                ? new Refusal(
                        Reason.CONTRADICTS_EARLIER_FACT,
                        "the decision " + first.orElseThrow().fact().factId()
                                + " of the same person waits: somebody else confirms it")
                : null;
    }

    /** The payment's file with the decision: it waits for somebody else, or has taken effect. */
    PaymentFile with(PersonsDecision persons, PaymentFile file, List<Step> steps) {
        return isAwaited() ? awaited(file, steps) : settled(persons.takeEffect(steps), steps);
    }

    /** Whether it waits for somebody else. */
    private boolean isAwaited() {
        return isWanted && !isConfirmed();
    }

    private boolean isConfirmed() {
        return isSaidAgain() && PersonMark.areTwo(firstPerson(), decision.by());
    }

    private @Nullable String firstPerson() {
        return first.map(one -> ((PaymentApplied) one.fact()).by()).orElse(null);
    }

    private boolean isSaidAgain() {
        return first.map(one -> (PaymentApplied) one.fact())
                .filter(one -> places(one).equals(places(decision))
                        && Objects.equals(one.setAside(), decision.setAside())
                        && Objects.equals(one.replaces(), decision.replaces())
                        && one.deductions().equals(decision.deductions()))
                .isPresent();
    }

    /** What goes where: in whichever order it is said, unless something was kept, which is of the first part. */
    private List<PaymentPart> places(PaymentApplied said) {
        Money rest = payment.plus(said.deducted());
        SetAside aside = said.setAside();
        rest = aside == null ? rest : rest.minus(aside.amount());
        for (PaymentPart part : said.parts()) {
            rest = part.amount() == null ? rest : rest.minus(part.amount());
        }
        Money unsaid = rest;
        List<PaymentPart> parts = said.parts().stream()
                .map(part -> part.amount() != null
                        ? part
                        : new PaymentPart(part.orderId(), part.payerId(), unsaid, part.document()))
                .toList();
        return said.deductions().isEmpty()
                ? parts.stream()
                        .sorted(Comparator.comparing(PaymentPart::toString))
                        .toList()
                : parts;
    }

    /** It waits, in the place of one that waited. */
    private PaymentFile awaited(PaymentFile file, List<Step> steps) {
        PaymentFile without = lapsed(file, steps);
        steps.add(new Step.Waits(entry.suspended()));
        return without.with(entry.in(Whereabouts.WAITS));
    }

    /** It has taken effect: the one that waited has been confirmed by it, or has lapsed. */
    private PaymentFile settled(PaymentFile file, List<Step> steps) {
        if (!isConfirmed()) {
            return lapsed(file, steps);
        }
        Filed confirmed = first.orElseThrow();
        PaymentApplied said = (PaymentApplied) confirmed.fact();
        FirstDecision before = new FirstDecision(confirmed.since(), said.factId(), PersonMark.words(said.by()));
        steps.replaceAll(step ->
                step instanceof Step.Decided decided && decided.decision().equals(decision)
                        ? new Step.Decided(decision, said, decided.outcome().confirming(before))
                        : step);
        return file.with(confirmed.done());
    }

    /** The one that waited. */
    private PaymentFile lapsed(PaymentFile file, List<Step> steps) {
        return first.map(other -> refused(
                        other,
                        file,
                        isSaidAgain() && isAwaited()
                                ? "it came again, and nobody can tell any more whether from somebody else: that one"
                                        + " waits now"
                                : "another decision came before a second person confirmed it",
                        steps))
                .orElse(file);
    }

    /** It stays so when it is sent again: it would take another one's place. */
    private static PaymentFile refused(Filed other, PaymentFile file, String sentence, List<Step> steps) {
        Refusal refusal = new Refusal(Reason.CONTRADICTS_EARLIER_FACT, sentence);
        steps.add(new Step.Refused(other.fact(), other.since(), refusal));
        return file.with(other.done().in(Whereabouts.CAME_BACK));
    }

    /** What waits is about the payment that was there: once that came back, or is another, nobody may confirm it. */
    static PaymentFile withoutWhatIsVoid(PaymentFile before, PaymentFile after, List<Step> steps) {
        boolean isStillThere = before.hasComeBack() == after.hasComeBack() && isOfOnePayment(before, after);
        return isStillThere
                ? after
                : waiting(after)
                        .map(other -> refused(
                                other,
                                after,
                                "its payment came back, or was presented again, before a second person confirmed it:"
                                        + " decide about what is there now",
                                steps))
                        .orElse(after);
    }

    private static boolean isOfOnePayment(PaymentFile before, PaymentFile after) {
        return before.payment().map(Filed::fact).equals(after.payment().map(Filed::fact));
    }

    private static Optional<Filed> waiting(PaymentFile file) {
        return file.entries().stream()
                .filter(one -> one.isDecision(Whereabouts.WAITS))
                .findFirst();
    }
}
