package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the register wants done. */
public sealed interface Step {

    /** What others see of it. */
    sealed interface Result extends Step {}

    /**
     * The fact is not taken.
     *
     * @param on the day on which it reached us
     */
    record Refused(PaymentFact fact, LocalDate on, Refusal refusal) implements Result {}

    /** The fact goes to the order that it now names, out of suspense if it was there. */
    record Sent(PaymentFact fact) implements Result {}

    /**
     * What a person's decision made of a payment or a return goes to its order.
     *
     * @param source as it was received; it waits no longer
     */
    record Placed(PaymentFact fact, PaymentFact source) implements Result {}

    /** A payment is to leave an order: it never was its. */
    record Withdrawn(PaymentWithdrawn fact) implements Result {}

    /** Reminders are held back while money waits that is likely their debtor's, or are not any more. */
    record RemindersHeld(CollectionFact fact) implements Result {}

    /**
     * A decision has taken effect, or a bank's details have taken the place of a payment.
     *
     * @param ended what waited and waits no longer: the decision of another person that this one confirms, or the
     *     payment whose place the details have taken; null: nothing did
     */
    record Decided(PaymentFact decision, @Nullable PaymentFact ended, PaymentDecided outcome) implements Result {

        Decided(PaymentFact decision, PaymentDecided outcome) {
            this(decision, null, outcome);
        }
    }

    /** Payments come to be of what a bank has told of one that waited whole. */
    record Divided(PaymentDetailed detailed, List<PaymentReceived> payments) implements Step {

        public Divided {
            payments = List.copyOf(payments);
        }
    }

    /** What is set aside of a payment stays in suspense, and waits for nobody. */
    record KeptAside(Suspended suspended) implements Step {}

    /** The fact goes into suspense. */
    record Waits(Suspended suspended) implements Step {}

    /** What is said of a fact in suspense has changed: what it may be meant for, or whether it has come back. */
    record Changed(Suspended suspended) implements Step {}

    /** More or less of a payment or refund of which a statement of account tells should stand in 471 now. */
    record SuspenseChanged(String account, String movementId, SuspenseSum more) implements Step {}

    /** The fact stays behind a decision that is being asked about. */
    record Queued(PaymentFact fact) implements Step {}

    /** It is the turn of a fact that was queued: what follows is what it leads to. */
    record Turn(PaymentFact fact) implements Step {}

    /** Whose payment came from an account, or that it was nobody's after all. */
    record Remembered(KnownName name) implements Step {}

    /** The references are to be asked. */
    record Asked(Question question, Asker asker) implements Step {}

    /** A key that was asked for is of no interest any more. */
    record Forgotten(String key, Asker asker) implements Step {}
}
