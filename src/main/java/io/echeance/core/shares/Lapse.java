package io.echeance.core.shares;

import io.echeance.core.course.Course;
import io.echeance.core.course.Ending;
import io.echeance.core.order.Situation;
import io.echeance.core.shares.Agreement.AcceptanceWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order lapses (<i>caducité</i>), free of any fee, on the first morning after a window in which the customer should
 * have accepted to pay what a funder does not, and did not, ahead of the service.
 *
 * <p>Only what was effective before that morning decides it, however late we learn of it: no later decision,
 * acceptance, amendment or rescheduling revives the order, and it lapses before any cancellation of that very day.
 *
 * <p>Reading taken of "an order whose service has begun by then does not lapse" (domain specification, 5): by the
 * morning on which the lapse is judged. A decision that is told so late that the service has begun meanwhile leaves the
 * order as it is: nobody could accept in a window of which nobody knew, and what was held is owed.
 */
public final class Lapse {

    private Lapse() {}

    /** How the order runs, up to its first end: a lapse, or a cancellation of a day before it. */
    public static Course course(Situation situation) {
        for (AcceptanceWindow window : Agreement.windowsOver(situation)) {
            if (lapses(situation, window)) {
                LocalDate morning = window.morning();
                return Course.of(situation.onTheMorningOf(morning))
                        .endedBy(Ending.lapsed(
                                morning, situation.terms().ending().refundDays()));
            }
        }
        return Course.of(situation);
    }

    /**
     * Tomorrow, if the order lapses then by a window that was over before we knew of it. What the price has become
     * since does not show it: an amendment may have left nothing to be accepted, too late. Null: it does not.
     */
    public static @Nullable LocalDate nextOn(Situation situation) {
        return Agreement.windowsJudgedTomorrow(situation).stream().anyMatch(window -> lapses(situation, window))
                ? situation.today().plusDays(1)
                : null;
    }

    private static boolean lapses(Situation situation, AcceptanceWindow window) {
        Situation before = situation.onTheMorningOf(window.morning());
        Course course = Course.of(before);
        return course.ending() == null
                && Agreement.of(before, course.service(), course.price())
                        .lapsing()
                        .contains(window.decision().factId())
                && isAheadOfService(situation, window.judgedOn());
    }

    private static boolean isAheadOfService(Situation situation, LocalDate morning) {
        return Course.of(situation.onTheMorningOf(morning)).service().start().isAfter(morning);
    }
}
