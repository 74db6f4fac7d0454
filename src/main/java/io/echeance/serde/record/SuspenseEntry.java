package io.echeance.serde.record;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Proposal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that no order or invoice matches yet, or a return that waits for its payment, as the stream keeps it.
 *
 * @param since the day on which it reached us
 * @param announced a person was alerted
 * @param knownOn the day that the log will say it was known on, at the earliest; null: any
 * @param proposals what it may be meant for
 */
public record SuspenseEntry(
        Origin origin,
        PaymentFact fact,
        LocalDate since,
        boolean announced,
        @Nullable LocalDate knownOn,
        List<Proposal> proposals) {

    public SuspenseEntry {
        proposals = List.copyOf(proposals);
    }
}
