package io.echeance.core.dunning;

import io.echeance.core.notice.Holds;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.LateTerms.AccelerationClause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What unanswered notices make fall due, and what of it later facts take back.
 *
 * @param accelerations declared so far
 */
record UnansweredNotices(
        Situation situation,
        Holds holds,
        List<Notice> notices,
        List<Accelerated> accelerations,
        Settlement settlement) {

    /**
     * The accelerations, those taken back whose notice turns out to have been answered in time, or to have come after
     * too few incidents.
     */
    List<Accelerated> reviewed() {
        AccelerationClause clause = situation.terms().late().acceleration();
        return clause == null
                ? accelerations
                : accelerations.stream()
                        .map(one -> one.undone() || isFounded(one, clause) ? one : one.takenBack())
                        .toList();
    }

    private boolean isFounded(Accelerated acceleration, AccelerationClause clause) {
        return notices.stream()
                .filter(notice -> notice.noticeId().equals(acceleration.noticeId()))
                .anyMatch(notice -> Acceleration.isFounded(
                        notice,
                        clause,
                        acceleration.answerableUntil(),
                        settlement.receivablesOf(notice.payer()),
                        settlement));
    }

    /**
     * What is accelerated today: the notices are judged whose last day to answer is over. A fact that comes after the
     * judgement (a payment that was returned before that day, a proof of receipt) is judged at the next close.
     */
    List<Accelerated> declared() {
        AccelerationClause clause = situation.terms().late().acceleration();
        List<Accelerated> declared = new ArrayList<>();
        if (clause == null || situation.isWrittenOff()) {
            return declared;
        }
        for (Notice notice : notices) {
            LocalDate judgedOn = Acceleration.judgedOn(notice, clause, situation);
            if (judgedOn != null
                    && !judgedOn.isAfter(situation.today())
                    && !holds.areInForce(notice.payer(), situation.today())) {
                Accelerated acceleration = acceleration(notice, clause, judgedOn);
                // Two notices may be judged on one day: what the first one made fall due is no longer to come.
                if (acceleration != null && !covers(declared, acceleration)) {
                    declared.add(acceleration);
                }
            }
        }
        return declared;
    }

    /** What an unanswered notice makes fall due today; null: nothing, or nothing more. */
    private @Nullable Accelerated acceleration(Notice notice, AccelerationClause clause, LocalDate judgedOn) {
        List<Receivable> debts = settlement.receivablesOf(notice.payer());
        Accelerated acceleration = Acceleration.of(notice, clause, judgedOn, situation.today(), debts, settlement);
        return acceleration == null || covers(accelerations, acceleration) ? null : acceleration;
    }

    private static boolean covers(List<Accelerated> accelerations, Accelerated one) {
        return accelerations.stream()
                .anyMatch(other -> !other.undone() && other.receivables().containsAll(one.receivables()));
    }

    /** The day on whose morning a notice is to be judged, or to be judged again by what we know now; null: none. */
    @Nullable
    LocalDate judgementOn(Notice notice) {
        AccelerationClause clause = situation.terms().late().acceleration();
        LocalDate judgedOn = clause == null ? null : Acceleration.judgedOn(notice, clause, situation);
        if (clause == null || judgedOn == null) {
            return null;
        }
        if (judgedOn.isAfter(situation.today())) {
            return holds.firstFreeDay(notice.payer(), judgedOn);
        }
        return acceleration(notice, clause, judgedOn) == null
                ? null
                : holds.firstFreeDay(notice.payer(), situation.today().plusDays(1));
    }
}
