package io.echeance.core.course;

import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.DunningAlert.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import org.jspecify.annotations.Nullable;

/** What people are told of the end of an order, once, and of demands that had no effect. */
public final class EndingAlerts {

    /** Under it stands, among what is told, how the order ended. */
    private static final String ENDED = "cancelled";

    private EndingAlerts() {}

    public static Announced of(Situation situation, Course course, Issued issued) {
        Announcer announcer = new Announcer(situation, issued);
        Clauses clauses = new Clauses(situation.terms());
        String customer = situation.customer();
        for (Course.Refusal refusal : course.refusals()) {
            if (announcer.isFirst("refused/" + refusal.factId())) {
                switch (refusal.kind()) {
                    case WITHDRAWAL_TOO_LATE ->
                        announcer.alert(Kind.WITHDRAWAL_TOO_LATE, customer, null, clauses.of(TermsRule.WITHDRAWAL));
                    case MONEY_BACK_REFUSED ->
                        announcer.alert(Kind.MONEY_BACK_REFUSED, customer, null, clauses.of(TermsRule.MONEY_BACK));
                    case SWITCH_TOO_LATE ->
                        announcer.alert(Kind.SWITCH_TOO_LATE, customer, null, clauses.of(TermsRule.WORK_STUDY));
                }
            }
        }
        tellHowItEnded(course.ending(), customer, clauses, announcer);
        return announcer.announced();
    }

    /**
     * Once, with its reason. Reading taken: a fact that reaches us late may show that the order did not lapse, or did
     * not end at all; what was said is withdrawn then, so that a person tells the customer, and the end that counts, if
     * any, is told in its place. Of two notices of cancellation the first that was told stays told.
     */
    private static void tellHowItEnded(@Nullable Ending ending, String customer, Clauses clauses, Announcer announcer) {
        String told = announcer.lastTold(ENDED);
        String now = ending == null ? null : ending.reason();
        boolean lapsed = Ending.REVISED_CONDITIONS_NOT_ACCEPTED.equals(told);
        boolean stands = told == null || told.equals(now) || (now != null && !lapsed);
        if (!stands) {
            announcer.alert(
                    Kind.STEP_WITHDRAWN,
                    customer,
                    Kind.ORDER_CANCELLED.name(),
                    clauses.of(lapsed ? TermsRule.REFUSED_OR_CUT : TermsRule.ENDING));
        }
        if (told == null || !stands) {
            if (ending != null) {
                announcer.alert(
                        Kind.ORDER_CANCELLED, customer, ending.reason(), clauses.of(ending.rule(), ending.how()));
            }
            announcer.tellsChange(ENDED, now);
        }
    }
}
