package io.echeance.serde.record;

import io.echeance.core.order.Suspended;
import io.echeance.serde.binding.Inline;

/**
 * A payment in suspense, as the intake keeps it.
 *
 * @param told a person was told
 */
public record SuspenseEntry(@Inline Suspended suspended, Origin origin, boolean told) {}
