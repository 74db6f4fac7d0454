package io.echeance.core.course;

import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderAlert;
import io.echeance.core.order.OrderAlert.MoneyBackRefused;
import io.echeance.core.order.OrderAlert.OrderEndWithdrawn;
import io.echeance.core.order.OrderAlert.OrderEnded;
import io.echeance.core.order.OrderAlert.SwitchTooLate;
import io.echeance.core.order.OrderAlert.WithdrawalTooLate;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is announced of the end of an order, once, and of demands that had no effect. */
public final class EndingAlerts {

    /** Under it stands, among what is announced, how the order ended. */
    private static final String ENDED = "cancelled";

    private EndingAlerts() {}

    public static Announced of(Situation situation, Course course, Issued issued) {
        Announcer announcer = new Announcer(situation, issued);
        Clauses clauses = new Clauses(situation.terms());
        for (Course.RefusedDemand refusal : course.refusals()) {
            if (announcer.isFirst("refused/" + refusal.factId())) {
                announcer.say(refused(refusal, situation, clauses));
            }
        }
        tellHowItEnded(course.ending(), situation, clauses, announcer);
        return announcer.announced();
    }

    private static OrderAlert refused(Course.RefusedDemand refusal, Situation situation, Clauses clauses) {
        LocalDate today = situation.today();
        String orderId = situation.orderId();
        String customer = situation.customer();
        return switch (refusal.kind()) {
            case WITHDRAWAL_TOO_LATE ->
                new WithdrawalTooLate(today, orderId, customer, clauses.of(TermsRule.WITHDRAWAL));
            case MONEY_BACK_REFUSED -> new MoneyBackRefused(today, orderId, customer, clauses.of(TermsRule.MONEY_BACK));
            case SWITCH_TOO_LATE -> new SwitchTooLate(today, orderId, customer, clauses.of(TermsRule.WORK_STUDY));
        };
    }

    /**
     * Once, with its reason. Reading taken: a fact that reaches us late may show that the order did not lapse, or did
     * not end at all; what was said is withdrawn then, so that a person tells the customer, and the end that counts, if
     * any, is announced in its place. Of two notices of cancellation the first that was announced stays announced.
     */
    private static void tellHowItEnded(
            @Nullable Ending ending, Situation situation, Clauses clauses, Announcer announcer) {
        LocalDate today = situation.today();
        String orderId = situation.orderId();
        String customer = situation.customer();
        String announced = announcer.lastAnnounced(ENDED);
        String now = ending == null ? null : ending.reason();
        boolean lapsed = Ending.REVISED_CONDITIONS_NOT_ACCEPTED.equals(announced);
        boolean stands = announced == null || announced.equals(now) || (now != null && !lapsed);
        if (!stands) {
            announcer.say(new OrderEndWithdrawn(
                    today, orderId, customer, clauses.of(lapsed ? TermsRule.REFUSED_OR_CUT : TermsRule.ENDING)));
        }
        if (announced == null || !stands) {
            if (ending != null) {
                announcer.say(new OrderEnded(
                        today, orderId, customer, ending.reason(), clauses.of(ending.rule(), ending.how())));
            }
            announcer.tellsChange(ENDED, now);
        }
    }
}
