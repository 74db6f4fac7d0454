package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.order.PaymentFact;
import java.util.function.UnaryOperator;

/** What is kept of a payment for ever: of what is with its order, only what somebody may still ask for. */
public final class KeptPayment {

    private KeptPayment() {}

    /** @param kept what is kept of a fact that is done with */
    public static PaymentFile of(PaymentFile file, UnaryOperator<PaymentFact> kept) {
        return new PaymentFile(
                file.entries().stream().map(entry -> of(entry, kept)).toList(), file.behind());
    }

    /** As it came, where a person has placed it, and may put it back: of what is with its order little is kept. */
    public static PaymentFile asItCame(PaymentFile file, PaymentFact received) {
        return new PaymentFile(
                file.entries().stream()
                        .map(entry ->
                                entry.fact().factId().equals(received.factId()) ? of(entry, kept -> received) : entry)
                        .toList(),
                file.behind());
    }

    private static Filed of(Filed entry, UnaryOperator<PaymentFact> kept) {
        if (entry.state() != Whereabouts.SENT) {
            return entry;
        }
        PaymentFact once = kept.apply(entry.fact());
        if (once.equals(entry.fact())) {
            return entry;
        }
        Allotment placed = entry.allotment();
        return new Filed(
                once,
                entry.since(),
                entry.state(),
                entry.orderId(),
                entry.answers(),
                placed == null ? null : placed.renamed(entry.fact(), once),
                entry.held());
    }
}
