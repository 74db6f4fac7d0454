package io.echeance.serde.record;

import io.echeance.core.order.PaymentFact;
import java.time.LocalDate;

/**
 * A payment that no order or invoice matches yet.
 *
 * @param since the day on which it began to wait
 * @param alerted the collections team has been told
 */
public record Suspended(Origin origin, PaymentFact fact, LocalDate since, boolean alerted) {}
