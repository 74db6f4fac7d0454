package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a return goes: after what it takes back. */
final class PlacedReturn {

    private PlacedReturn() {}

    /**
     * Where its payment went, or to each of the payment's parts. What is set aside has no order: its return has none.
     *
     * @param takenBack null: it is not known yet
     */
    static Filed of(Filed entry, @Nullable Filed takenBack, List<Step> steps) {
        Allotment allotment = takenBack == null ? null : takenBack.allotment();
        if (allotment != null && allotment.isAside()) {
            return entry.takesBackWhatIsAside(steps);
        }
        if (takenBack == null || allotment == null || allotment.parts().isEmpty()) {
            return PaymentRegister.moved(entry, takenBack == null ? null : takenBack.orderId(), steps);
        }
        PaymentReturned returned = (PaymentReturned) entry.fact();
        PaymentReceived received = (PaymentReceived) takenBack.fact();
        for (PaymentReceived part : allotment.parts()) {
            steps.add(new Step.Placed(ofPart(returned, part, received), returned));
        }
        return entry.sentTo(Objects.requireNonNull(allotment.parts().getFirst().orderId()));
    }

    /** The return of a payment, for one of its parts; for what a rule has placed, as it was received. */
    static PaymentReturned ofPart(PaymentReturned returned, PaymentReceived part, PaymentReceived received) {
        String orderId = Objects.requireNonNull(part.orderId());
        return part.factId().equals(received.factId())
                ? returned.of(orderId)
                : new PaymentReturned(
                        DerivedIds.of(returned.factId(), orderId, part.factId()),
                        orderId,
                        returned.on(),
                        part.paymentId(),
                        returned.reason(),
                        null);
    }
}
