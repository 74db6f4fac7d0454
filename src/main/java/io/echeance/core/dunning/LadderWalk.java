package io.echeance.core.dunning;

import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a debt stands on its ladder (<i>plan de relance</i>).
 *
 * <p>A step before the due date has its window, from its day to the due date. The others follow one another: each from
 * its day on, and no sooner after the one before than the ladder has it, so that an outage, a weekend or a hold delays
 * steps and never sends two in a burst. Steps before the last one taken are passed, but for the recovery fee, which
 * stays
 * due.
 */
public final class LadderWalk {

    private static final int DAYS_OF_WEEK = 7;

    /**
     * A step that is still to come.
     *
     * @param from first day for it
     * @param until last day for it; null: it waits
     */
    public record Next(
            LadderStep step, LocalDate from, @Nullable LocalDate until) {}

    private LadderWalk() {}

    /**
     * The steps that may come next for a debt: those before its due date, and the first of the others.
     *
     * @param ladder the debtor's steps, in order of their offsets
     * @param taken steps taken for this debt
     */
    public static List<Next> next(List<LadderStep> ladder, List<StepTaken> taken, LocalDate dueOn) {
        List<Next> next = new ArrayList<>();
        int last = lastTaken(ladder, taken);
        for (int i = 0; i < ladder.size(); i++) {
            LadderStep step = ladder.get(i);
            if (takenOn(taken, step) != null) {
                continue;
            }
            LocalDate day = dueOn.plusDays(step.offset());
            if (step.offset() < 0) {
                next.add(new Next(step, day, dueOn));
            } else if (i > last || step.action() == Action.CHARGE_RECOVERY_FEE) {
                next.add(new Next(step, noSoonerThanGap(ladder, taken, i, day), null));
                return next;
            }
        }
        return next;
    }

    private static int lastTaken(List<LadderStep> ladder, List<StepTaken> taken) {
        int last = -1;
        for (int i = 0; i < ladder.size(); i++) {
            if (takenOn(taken, ladder.get(i)) != null) {
                last = i;
            }
        }
        return last;
    }

    /** {@code day}, or later: the previous step taken (of offset ≥ 0), plus the difference of the two offsets. */
    private static LocalDate noSoonerThanGap(List<LadderStep> ladder, List<StepTaken> taken, int index, LocalDate day) {
        for (int i = index - 1; i >= 0 && ladder.get(i).offset() >= 0; i--) {
            LocalDate before = takenOn(taken, ladder.get(i));
            if (before != null) {
                LocalDate afterGap = before.plusDays(
                        ladder.get(index).offset() - ladder.get(i).offset());
                return afterGap.isAfter(day) ? afterGap : day;
            }
        }
        return day;
    }

    /**
     * The least days from a reminder of other debts to one of this step, where debts share a ladder: as many as from
     * the step before it; for the first as many as from it to the second; for one that stands alone as many as it has
     * to wait itself, and a week at least.
     */
    static int daysBefore(LadderStep step, List<LadderStep> ladder) {
        if (ladder.size() == 1) {
            return Math.max(step.offset(), DAYS_OF_WEEK);
        }
        int later = Math.max(1, ladder.indexOf(step));
        return ladder.get(later).offset() - ladder.get(later - 1).offset();
    }

    private static @Nullable LocalDate takenOn(List<StepTaken> taken, LadderStep step) {
        for (StepTaken done : taken) {
            if (done.offset() == step.offset()) {
                return done.on();
            }
        }
        return null;
    }
}
