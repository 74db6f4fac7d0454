package io.echeance.core.dunning;

import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.LadderStep;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ladder of each debt, and when its next step can be taken. */
public final class Ladders {

    /** The step that comes next, and when it can be taken. */
    public record Planned(LadderStep step, LocalDate on) {}

    private static final Comparator<Planned> IN_TURN = Comparator.comparing(Planned::on)
            .thenComparing(planned -> planned.step().offset());

    private final Situation situation;
    private final Holds holds;
    private final Settlement settlement;
    private final Steps steps;
    private final List<LadderStep> ofCustomer;
    private final List<LadderStep> ofPenalties;

    public Ladders(Situation situation, Holds holds, Settlement settlement, Steps steps) {
        this.situation = situation;
        this.holds = holds;
        this.settlement = settlement;
        this.steps = steps;
        this.ofCustomer = ofDebtor(situation.terms().late().ladder());
        this.ofPenalties = ofDebtor(situation.terms().late().penaltyLadder());
    }

    private List<LadderStep> ofDebtor(List<LadderStep> ladder) {
        return ladder.stream()
                .filter(step -> step.qualities().contains(situation.quality()))
                .toList();
    }

    /** The steps that may come next for a debt. */
    public List<LadderWalk.Next> next(Receivable debt) {
        return next(debt, steps.of(debt));
    }

    /** The customer's ladder has those steps that apply to a debtor of its quality. */
    List<LadderWalk.Next> next(Receivable debt, List<StepTaken> taken) {
        if (!debt.isPrincipal()) {
            return walk(debt.payer(), steps).next(taken);
        }
        List<LadderStep> ladder =
                situation.isFunder(debt.payer()) ? situation.terms().late().funderLadder() : ofCustomer;
        return LadderWalk.next(ladder, taken, debt.dueOn());
    }

    private PenaltyWalk walk(String payer, Steps taken) {
        return PenaltyWalk.of(payer, ofPenalties, settlement, taken);
    }

    /** The step that comes next for a debt, if nothing changes; null: none is in sight. */
    public @Nullable Planned planned(Receivable debt) {
        return debt.isPrincipal() ? first(debt, next(debt)) : plannedInTurn(debt);
    }

    private @Nullable Planned first(Receivable debt, List<LadderWalk.Next> coming) {
        for (LadderWalk.Next next : coming) {
            LocalDate day = dayOf(next, debt);
            if (day != null) {
                return new Planned(next.step(), day);
            }
        }
        return null;
    }

    /** Fees and interest of a payer take turns: the reminders of others that come before put this one off. */
    private @Nullable Planned plannedInTurn(Receivable debt) {
        List<Receivable> open = settlement.receivablesOf(debt.payer()).stream()
                .filter(other -> !other.isPrincipal() && isDunned(other))
                .toList();
        Steps taken = steps;
        while (true) {
            PenaltyWalk walk = walk(debt.payer(), taken);
            Map<Receivable, Planned> each = new LinkedHashMap<>();
            for (Receivable other : open) {
                Planned planned = first(other, walk.next(taken.of(other)));
                if (planned != null) {
                    each.put(other, planned);
                }
            }
            if (!each.containsKey(debt)) {
                return null;
            }
            Planned now = Collections.min(each.values(), IN_TURN);
            if (now.equals(each.get(debt))) {
                return now;
            }
            taken = taken.then(each.entrySet().stream()
                    .filter(one -> one.getValue().equals(now))
                    .map(one -> new StepTaken(
                            one.getKey().key(),
                            now.step().offset(),
                            now.on(),
                            one.getKey().principal(),
                            null))
                    .toList());
        }
    }

    /** The first working day after today, free of holds, on which a step can be taken; null: none in sight. */
    @Nullable
    LocalDate dayOf(LadderWalk.Next next, Receivable debt) {
        LocalDate today = situation.today();
        if (!settlement.of(debt, today).exceeds(next.step().minimum())) {
            return null;
        }
        LocalDate working = WorkingDays.onOrAfter(next.from().isAfter(today) ? next.from() : today.plusDays(1));
        LocalDate free = holds.firstFreeDay(debt.payer(), working);
        while (free != null && !free.equals(working)) {
            working = WorkingDays.onOrAfter(free);
            free = holds.firstFreeDay(debt.payer(), working);
        }
        LocalDate until = next.until();
        return free == null || (until != null && free.isAfter(until)) ? null : free;
    }

    /** Whether a debt has steps to come at all. Of fees and interest none comes while principal is late. */
    public boolean isDunned(Receivable debt) {
        LocalDate today = situation.today();
        return hasLadder(debt)
                && settlement.of(debt, today).isPositive()
                && (debt.isPrincipal()
                        || (!debt.isHeldBack()
                                && !settlement.lateOf(debt.payer(), today).isPositive()));
    }

    /** Fees and interest have one where the terms say so. */
    public boolean hasLadder(Receivable debt) {
        return debt.isPrincipal() || !ofPenalties.isEmpty();
    }
}
