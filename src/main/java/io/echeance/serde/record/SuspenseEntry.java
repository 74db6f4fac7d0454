package io.echeance.serde.record;

import io.echeance.core.order.PaymentFact;
import java.time.LocalDate;

/**
 * A payment that no order or invoice matches yet, or the return of one, as the stream keeps it.
 *
 * @param since the day on which it reached us
 * @param told a person was told
 */
public record SuspenseEntry(Origin origin, PaymentFact fact, LocalDate since, boolean told) {}
