package io.echeance.core.dunning;

import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.LadderStep;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a payer stands on the ladder of fees and interest: one for all of them. They count from one day, so that they
 * share letters; and a reminder comes no sooner after the one before it, whichever debts that named, than the ladder
 * has it. What comes back, as a payment was returned, waits its turn.
 *
 * @param from the day that they count from
 * @param remindedOn when the payer was last reminded of any of them; null: never
 */
record PenaltyWalk(
        List<LadderStep> ladder, LocalDate from, @Nullable LocalDate remindedOn) {

    /** @param ladder the payer's steps, in order of their offsets */
    static PenaltyWalk of(String payer, List<LadderStep> ladder, Settlement settlement, Steps steps) {
        LocalDate from = LocalDate.MIN;
        LocalDate reminded = LocalDate.MIN;
        for (Receivable debt : settlement.receivablesOf(payer)) {
            if (debt.isPrincipal()) {
                from = later(from, later(lastPaidLate(debt, settlement), lastSaid(steps.of(debt))));
            } else {
                reminded = later(reminded, lastSaid(steps.of(debt)));
                if (debt.principal().isPositive() && !debt.isHeldBack()) {
                    from = later(from, debt.dueOn());
                }
            }
        }
        return new PenaltyWalk(ladder, from, reminded.equals(LocalDate.MIN) ? null : reminded);
    }

    /** Nobody is reminded of a fee on the morning after having paid. */
    private static LocalDate lastPaidLate(Receivable debt, Settlement settlement) {
        LocalDate last = LocalDate.MIN;
        LocalDate paid = settlement.changesAfter(debt, debt.dueOn());
        while (paid != null) {
            last = paid;
            paid = settlement.changesAfter(debt, paid);
        }
        return last;
    }

    /** Nor on the morning after a step that claimed what turned out to be paid before. */
    private static LocalDate lastSaid(List<StepTaken> taken) {
        LocalDate last = LocalDate.MIN;
        for (StepTaken step : taken) {
            last = step.offset() >= 0 && step.claimed() != null ? later(last, step.on()) : last;
        }
        return last;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The steps that may come next for one of the debts: one, or none any more. */
    List<LadderWalk.Next> next(List<StepTaken> taken) {
        return LadderWalk.next(ladder, taken, from).stream()
                .map(next -> new LadderWalk.Next(next.step(), afterAll(next), next.until()))
                .toList();
    }

    private LocalDate afterAll(LadderWalk.Next next) {
        return remindedOn == null
                ? next.from()
                : later(next.from(), remindedOn.plusDays(LadderWalk.daysBefore(next.step(), ladder)));
    }
}
