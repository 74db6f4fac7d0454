package io.echeance.core.matching;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.PaymentFact;
import java.time.LocalDate;

/** What the register wants done. */
public sealed interface Step {

    /** What others see of it. */
    sealed interface Result extends Step {}

    /** The fact is not taken. */
    record Refused(PaymentFact fact, Refusal refusal) implements Result {}

    /** The fact goes to the order that it now names, out of suspense if it was there. */
    record Sent(PaymentFact fact) implements Result {}

    /**
     * The fact goes into suspense.
     *
     * @param announcedOn the morning on which a person is alerted if it still waits
     */
    record Waits(PaymentFact fact, LocalDate since, LocalDate announcedOn) implements Step {}

    /** The reference book is to be asked for a name. */
    record Asked(String name, Asker asker) implements Step {}

    /** A name that was asked for is of no interest any more. */
    record Forgotten(String name, Asker asker) implements Step {}
}
