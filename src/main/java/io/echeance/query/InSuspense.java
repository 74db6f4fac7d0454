package io.echeance.query;

import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.serde.record.SuspenseEntry;
import org.jspecify.annotations.Nullable;

/**
 * A payment that waits, or of which something is set aside.
 *
 * @param standing the decision about it that stands, and that the next one has to name; null: nobody has decided
 */
public record InSuspense(SuspenseEntry entry, @Nullable PaymentApplied standing) {}
