package io.echeance.core.decision;

import io.echeance.core.dunning.Acceleration;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.LateTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What unanswered notices make fall due (<i>déchéance du terme</i>), and what of it later facts take back. */
final class Accelerations {

    private final Situation situation;
    private final Settlement settlement;
    private final Holds holds;
    private final Pen pen;
    private final LocalDate today;

    Accelerations(Situation situation, Settlement settlement, Holds holds, Pen pen) {
        this.situation = situation;
        this.settlement = settlement;
        this.holds = holds;
        this.pen = pen;
        this.today = situation.today();
    }

    /**
     * Judges the notices whose last day to answer is over. A fact that comes after the judgement (a payment that was
     * returned before that day, a proof of receipt) is judged at the next close.
     *
     * @return what is accelerated by it
     */
    List<Accelerated> declare() {
        LateTerms.AccelerationClause clause = situation.terms().late().acceleration();
        List<Accelerated> accelerated = new ArrayList<>();
        if (clause == null || situation.isWrittenOff()) {
            return accelerated;
        }
        for (Notice notice : pen.notices) {
            LocalDate judgedOn = Acceleration.judgedOn(notice, clause, situation);
            if (judgedOn != null && !judgedOn.isAfter(today) && !holds.areInForce(notice.payer(), today)) {
                Accelerated acceleration = acceleration(notice, clause, judgedOn);
                if (acceleration != null) {
                    pen.accelerations.add(acceleration);
                    accelerated.add(acceleration);
                }
            }
        }
        return accelerated;
    }

    /** Tells what was declared, once it has fallen due. */
    void tell(List<Accelerated> declared) {
        for (Accelerated acceleration : declared) {
            pen.alert(
                    DunningAlert.Kind.ACCELERATED,
                    acceleration.payer(),
                    null,
                    claims(acceleration),
                    acceleration.noticeId(),
                    null,
                    new Clauses(situation.terms()).of("late.acceleration"));
        }
    }

    /** What an unanswered notice makes fall due today; null: nothing, or nothing more. */
    private @Nullable Accelerated acceleration(Notice notice, LateTerms.AccelerationClause clause, LocalDate judgedOn) {
        List<Receivable> debts = settlement.receivablesOf(notice.payer());
        Accelerated acceleration = Acceleration.of(notice, clause, judgedOn, today, debts, settlement);
        // Two notices may be judged on one day: what the first one made fall due is no longer to come.
        return acceleration == null || isAccelerated(acceleration.receivables()) ? null : acceleration;
    }

    private boolean isAccelerated(List<String> receivables) {
        return pen.accelerations.stream()
                .anyMatch(acceleration ->
                        !acceleration.undone() && acceleration.receivables().containsAll(receivables));
    }

    /** The day on whose morning a notice is to be judged, or to be judged again by what we know now; null: none. */
    @Nullable
    LocalDate judgementOn(Notice notice) {
        LateTerms.AccelerationClause clause = situation.terms().late().acceleration();
        LocalDate judgedOn = clause == null ? null : Acceleration.judgedOn(notice, clause, situation);
        if (clause == null || judgedOn == null) {
            return null;
        }
        if (judgedOn.isAfter(today)) {
            return holds.firstFreeDay(notice.payer(), judgedOn);
        }
        return acceleration(notice, clause, judgedOn) == null
                ? null
                : holds.firstFreeDay(notice.payer(), today.plusDays(1));
    }

    /**
     * Undoes accelerations whose notice turns out to have been answered in time, or to have come after too few
     * incidents.
     *
     * @return those
     */
    List<Accelerated> undo() {
        LateTerms.AccelerationClause clause = situation.terms().late().acceleration();
        List<Accelerated> undone = new ArrayList<>();
        for (int i = 0; i < pen.accelerations.size(); i++) {
            Accelerated acceleration = pen.accelerations.get(i);
            if (clause != null && !acceleration.undone() && !isFounded(acceleration, clause)) {
                pen.accelerations.set(i, acceleration.takenBack());
                undone.add(acceleration);
            }
        }
        return undone;
    }

    /**
     * Takes back what followed from accelerations that are undone, once their debts fall due by the plan again.
     *
     * <p>Reading taken: what was said of a debt before it could be said by the plan counts as never said, and is
     * withdrawn with the acceleration: the debt goes through its whole ladder from its own due date on, and a notice
     * that came before that date does not cover it.
     */
    void takeBack(List<Accelerated> undone) {
        for (Accelerated acceleration : undone) {
            settlement.receivablesOf(acceleration.payer()).stream()
                    .filter(debt -> acceleration.receivables().contains(debt.key()))
                    .forEach(pen::forgetEarlySteps);
            pen.alert(
                    DunningAlert.Kind.STEP_WITHDRAWN,
                    acceleration.payer(),
                    null,
                    claims(acceleration),
                    acceleration.noticeId(),
                    DunningAlert.Kind.ACCELERATED.name(),
                    new Clauses(situation.terms()).of("late.acceleration"));
        }
    }

    private List<Claim> claims(Accelerated acceleration) {
        return settlement.receivablesOf(acceleration.payer()).stream()
                .filter(debt -> acceleration.receivables().contains(debt.key()))
                .map(debt -> new Claim(debt.key(), debt.dueOn(), settlement.of(debt, today)))
                .toList();
    }

    private boolean isFounded(Accelerated acceleration, LateTerms.AccelerationClause clause) {
        return pen.notices.stream()
                .filter(notice -> notice.noticeId().equals(acceleration.noticeId()))
                .anyMatch(notice -> Acceleration.isFounded(
                        notice,
                        clause,
                        acceleration.answerableUntil(),
                        settlement.receivablesOf(notice.payer()),
                        settlement));
    }
}
