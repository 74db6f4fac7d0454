package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.ReferenceText;
import java.util.List;
import java.util.Optional;

/** Sends a payment or a refund where its names lead, as far as a rule may do so alone; else it waits for a person. */
final class PlacedByRule {

    private PlacedByRule() {}

    /** What has its order, or was decided about by a person, stays as it is. */
    static Filed settled(Filed entry, List<Step> steps) {
        if (entry.state() == Whereabouts.SENT || entry.allotment() != null) {
            return entry;
        }
        if (entry.fact() instanceof RefundPaid refund) {
            return PaymentRegister.moved(entry, refund.paidFor(), steps);
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
                if (place.isPresent() && !known.get().asked().isEmpty() && payment.payerId() == null) {
                    return foundByNumber(entry, place.get(), List.of(known.get()), steps);
                }
                return place.isPresent() ? found(entry, place.get(), steps) : PaymentRegister.moved(entry, null, steps);
            }
        }
        for (Candidate candidate : TextMatch.candidates(payment)) {
            if (entry.answerAbout(candidate.key()).isEmpty() && isFirstRound) {
                return entry;
            }
        }
        Optional<Place> place = entry.textMatch().place();
        if (place.isEmpty()) {
            return PaymentRegister.moved(entry, null, steps);
        }
        List<KnownName> numbers = entry.textMatch().numbersAlone();
        return numbers.isEmpty() ? found(entry, place.get(), steps) : foundByNumber(entry, place.get(), numbers, steps);
    }

    /**
     * Nothing but a number and its amount say where it goes. If another of such a number asks for the same, it may be
     * that one's with a digit wrong: a person looks.
     */
    private static Filed foundByNumber(Filed entry, Place place, List<KnownName> numbers, List<Step> steps) {
        Optional<PaymentFile.Meaning> asked = entry.answerAbout(
                        AskedAmount.key(((PaymentReceived) entry.fact()).amount()))
                .filter(answer -> !answer.waits());
        if (asked.isEmpty() && !entry.isInSuspense()) {
            return entry;
        }
        boolean isOnlyHis = asked.isPresent()
                && numbers.stream()
                        .noneMatch(number -> AskedAmount.isOfOthers(asked.get().names(), number, entry.since()));
        return isOnlyHis ? found(entry, place, steps) : PaymentRegister.moved(entry, null, steps);
    }

    /** Whatever else was asked is of no interest any more. */
    private static Filed found(Filed entry, Place place, List<Step> steps) {
        PaymentRegister.forget(entry, steps);
        PaymentReceived payment = (PaymentReceived) entry.fact();
        steps.add(new Step.Sent(payment.of(place.orderId()).by(place.payerId())));
        return entry.sentTo(place.orderId());
    }
}
