package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Suspended;

/** What the register wants done. */
public sealed interface Step {

    /** What others see of it. */
    sealed interface Result extends Step {}

    /** The fact is not taken. */
    record Refused(PaymentFact fact, Refusal refusal) implements Result {}

    /** The fact goes to the order that it now names, out of suspense if it was there. */
    record Sent(PaymentFact fact) implements Result {}

    /** The fact goes into suspense. */
    record Waits(Suspended suspended) implements Step {}

    /** What a fact in suspense may be meant for has changed. */
    record Proposed(Suspended suspended) implements Step {}

    /** The references are to be asked. */
    record Asked(Question question, Asker asker) implements Step {}

    /** A key that was asked for is of no interest any more. */
    record Forgotten(String key, Asker asker) implements Step {}
}
