package io.echeance.core.course;

import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.EndingTerms.Window;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days in which an order can be withdrawn from (<i>délai de rétractation</i>, Code de la consommation, L221-18 to
 * L221-25): by a consumer alone, within the days of the terms, counted from the day after the order; a last day that is
 * no working day rolls to the next one (L221-19). What was delivered stays due if the consumer had asked to begin at
 * once.
 */
final class Withdrawal {

    private Withdrawal() {}

    /** The window in which a withdrawal of that day falls; null: it comes too late, or from another than a consumer. */
    static @Nullable Window window(Situation situation, LocalDate on) {
        Window window = situation.terms().ending().withdrawal();
        if (window == null || situation.quality() != Quality.CONSUMER) {
            return null;
        }
        LocalDate last = WorkingDays.onOrAfter(situation.order().on().plusDays(window.days()));
        return on.isAfter(last) ? null : window;
    }
}
