package io.echeance.core.decision;

import io.echeance.core.admission.Plausible;
import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.dunning.LadderWalk;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first morning on which a drawing may say something new without a new fact. It may come too early, which costs a
 * drawing; never too late.
 */
final class NextDate {

    private final LocalDate today;
    private @Nullable LocalDate earliest;

    NextDate(LocalDate today) {
        this.today = today;
    }

    @Nullable
    LocalDate earliest() {
        return earliest;
    }

    /** A day in the past that was not acted on waits for the next close; one that is never closed is none. */
    void consider(@Nullable LocalDate day) {
        if (day != null && !day.isAfter(Plausible.LAST_DAY)) {
            LocalDate close = day.isAfter(today) ? day : today.plusDays(1);
            if (earliest == null || close.isBefore(earliest)) {
                earliest = close;
            }
        }
    }

    void considerAfterToday(LocalDate day) {
        if (day.isAfter(today)) {
            consider(day);
        }
    }

    /** Facts that are known and do not count yet. */
    void considerFacts(Evidence evidence) {
        for (KnownFact known : evidence.facts()) {
            considerAfterToday(known.fact().on());
        }
    }

    /** When open debts become late, and late enough for access to be suspended. */
    void considerLateness(Situation situation, Settlement settlement, boolean accessSuspended) {
        Integer suspension = situation.terms().late().accessSuspendedAfterDays();
        for (Receivable debt : settlement.receivables()) {
            if (debt.isPrincipal() && settlement.of(debt, today).isPositive()) {
                considerAfterToday(debt.dueOn().plusDays(1));
                if (suspension != null && !accessSuspended && debt.payer().equals(situation.customer())) {
                    consider(debt.dueOn().plusDays(suspension));
                }
            }
        }
    }

    /** The next steps of open debts. */
    void considerSteps(Settlement settlement, Holds holds, Dunning dunning) {
        for (Receivable debt : settlement.receivables()) {
            if (debt.isPrincipal() && settlement.of(debt, today).isPositive()) {
                for (LadderWalk.Next next : dunning.next(debt)) {
                    consider(stepDay(next, debt, holds, settlement));
                }
            }
        }
    }

    /** The first working day after today, free of holds, on which a step can be taken; null: none in sight. */
    @Nullable
    LocalDate stepDay(LadderWalk.Next next, Receivable debt, Holds holds, Settlement settlement) {
        if (!settlement.of(debt, today).exceeds(next.step().minimum())) {
            return null;
        }
        LocalDate day = next.from().isAfter(today) ? next.from() : today.plusDays(1);
        LocalDate working = WorkingDays.onOrAfter(day);
        LocalDate free = holds.firstFreeDay(debt.payer(), working);
        while (free != null && !free.equals(working)) {
            working = WorkingDays.onOrAfter(free);
            free = holds.firstFreeDay(debt.payer(), working);
        }
        LocalDate until = next.until();
        return free == null || (until != null && free.isAfter(until)) ? null : free;
    }

    /** Proofs of notices, and what an unanswered one brings. */
    void considerNotices(Situation situation, Settlement settlement, Accelerations accelerations, Pen pen) {
        for (Notice notice : pen.notices) {
            if (!pen.hasTold("proof/" + notice.noticeId()) && Safeguards.missesProof(notice, situation, settlement)) {
                consider(Safeguards.proofMissesOn(notice));
            }
            consider(accelerations.judgementOn(notice));
        }
    }

    void considerPromises(Holds holds, Pen pen) {
        for (Holds.Hold promise : holds.promisesRunOut()) {
            if (promise.lastDay() != null && !pen.hasTold("promise/" + promise.holdId())) {
                consider(promise.lastDay().plusDays(1));
            }
        }
    }

    void considerRefund(RefundDue refund, Pen pen) {
        if (!pen.hasTold(Pen.overdue(refund))) {
            consider(refund.dueBy().plusDays(1));
        }
    }
}
