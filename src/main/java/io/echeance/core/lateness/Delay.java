package io.echeance.core.lateness;

import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.terms.RateRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delay of one receivable, as far as interest runs on it.
 *
 * @param from first day that bears interest
 * @param stops insolvencies of the debtor, as many as there were; they may overlap
 */
public record Delay(Receivable receivable, RateRule rate, LocalDate from, List<Stop> stops, Outstanding outstanding) {

    /**
     * @param from first day that bears no interest
     * @param until the last one; null: it does not resume
     */
    public record Stop(LocalDate from, @Nullable LocalDate until) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    boolean isStoppedOn(LocalDate day) {
        return stops.stream().anyMatch(stop -> stop.holdsOn(day));
    }

    /** Last day until which nothing but the rate can change, given that nothing changes before {@code day}. */
    LocalDate evenUntil(LocalDate day) {
        LocalDate even = LocalDate.MAX;
        LocalDate change = outstanding.changesAfter(receivable, day.minusDays(1));
        if (change != null) {
            even = change; // the base of a day is what was unpaid at the end of the day before
        }
        for (Stop stop : stops) {
            if (day.isBefore(stop.from())) {
                even = earlier(even, stop.from().minusDays(1));
            } else if (stop.until() != null && stop.holdsOn(day)) {
                even = earlier(even, stop.until());
            }
        }
        return even;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
