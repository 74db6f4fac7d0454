package io.echeance.core.lateness;

import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.terms.RateRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The delay of one receivable, as far as interest runs on it.
 *
 * @param from first day that bears interest
 * @param stoppedFrom first day that bears none any more (insolvency of the debtor); null: it runs on
 * @param stoppedUntil last day without interest; null: it does not resume
 */
public record Delay(
        Receivable receivable,
        RateRule rate,
        LocalDate from,
        @Nullable LocalDate stoppedFrom,
        @Nullable LocalDate stoppedUntil,
        Outstanding outstanding) {

    boolean isStoppedOn(LocalDate day) {
        return stoppedFrom != null
                && !day.isBefore(stoppedFrom)
                && (stoppedUntil == null || !day.isAfter(stoppedUntil));
    }

    /** Last day until which nothing but the rate can change, given that nothing changes before {@code day}. */
    LocalDate evenUntil(LocalDate day) {
        LocalDate even = LocalDate.MAX;
        LocalDate change = outstanding.changesAfter(receivable, day.minusDays(1));
        if (change != null) {
            even = change; // the base of a day is what was unpaid at the end of the day before
        }
        if (stoppedFrom != null
                && day.isBefore(stoppedFrom)
                && stoppedFrom.minusDays(1).isBefore(even)) {
            even = stoppedFrom.minusDays(1);
        }
        if (stoppedUntil != null && !day.isAfter(stoppedUntil) && stoppedUntil.isBefore(even)) {
            even = stoppedUntil;
        }
        return even;
    }
}
