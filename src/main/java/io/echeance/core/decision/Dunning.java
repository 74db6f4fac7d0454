package io.echeance.core.decision;

import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.dunning.LadderWalk;
import io.echeance.core.invoicing.Billing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.LateTerms.RecoveryFee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps of the ladders and the acceleration that the close of a day brings (<i>relances, mise en demeure</i>). */
final class Dunning {

    private final Situation situation;
    private final Settlement settlement;
    private final Holds holds;
    private final Penalties penalties;
    private final Pen pen;
    private final Clauses clauses;
    private final LocalDate today;
    private final List<LadderStep> customerLadder;

    Dunning(Situation situation, Settlement settlement, Holds holds, Penalties penalties, Pen pen) {
        this.situation = situation;
        this.settlement = settlement;
        this.holds = holds;
        this.penalties = penalties;
        this.pen = pen;
        this.clauses = new Clauses(situation.terms());
        this.today = situation.today();
        this.customerLadder = situation.terms().late().ladder().stream()
                .filter(step -> step.qualities().contains(situation.quality()))
                .toList();
    }

    /** The steps of a payer's ladder: those that apply to the debtor's quality. */
    List<LadderStep> ladderOf(String payer) {
        return situation.isFunder(payer) ? situation.terms().late().funderLadder() : customerLadder;
    }

    /** The steps that may come next for a debt. */
    List<LadderWalk.Next> next(Receivable debt) {
        return LadderWalk.next(ladderOf(debt.payer()), stepsOf(debt), debt.dueOn());
    }

    List<StepTaken> stepsOf(Receivable debt) {
        return pen.stepsOf(debt);
    }

    /**
     * Takes the steps that are due: at most one a debt and day, on working days, none while a hold is in force.
     *
     * @return the debts whose invoice is to be charged the recovery fee
     */
    List<Receivable> takeSteps(Billing billing) {
        List<Receivable> charged = new ArrayList<>();
        if (!WorkingDays.contains(today) || situation.isWrittenOff()) {
            return charged;
        }
        for (String payer : settlement.payers()) {
            if (!holds.areInForce(payer, today)) {
                takeSteps(payer, billing, charged);
            }
        }
        return charged;
    }

    private void takeSteps(String payer, Billing billing, List<Receivable> charged) {
        Map<LadderStep, List<Receivable>> due = new TreeMap<>(Comparator.comparingInt(LadderStep::offset));
        for (Receivable debt : settlement.receivablesOf(payer)) {
            LadderStep step = dueStep(debt, billing, charged);
            if (step != null) {
                due.computeIfAbsent(step, first -> new ArrayList<>()).add(debt);
            }
        }
        List<String> covered = due.entrySet().stream()
                .filter(entry -> entry.getKey().action() == Action.FORMAL_NOTICE)
                .findFirst()
                .map(entry -> giveNotice(payer, entry.getKey()))
                .orElse(List.of());
        due.forEach((step, debts) -> {
            debts.removeIf(debt -> covered.contains(debt.key()));
            if (!debts.isEmpty()) {
                take(step, payer, debts, charged);
            }
        });
    }

    /** The step that is due for a debt today; one that has nothing left to charge is passed in silence. */
    private @Nullable LadderStep dueStep(Receivable debt, Billing billing, List<Receivable> charged) {
        Money outstanding = settlement.of(debt, today);
        if (!debt.isPrincipal() || !outstanding.isPositive()) {
            return null;
        }
        boolean again = true;
        while (again) {
            again = false;
            for (LadderWalk.Next next : next(debt)) {
                LadderStep step = next.step();
                boolean open = !next.from().isAfter(today)
                        && (next.until() == null || !next.until().isBefore(today))
                        && outstanding.exceeds(step.minimum());
                if (open && step.action() == Action.CHARGE_RECOVERY_FEE && !owesFee(debt, billing, charged)) {
                    pen.take(new StepTaken(debt.key(), step.offset(), today, null, null));
                    again = true;
                    break;
                }
                if (open) {
                    return step;
                }
            }
        }
        return null;
    }

    private boolean owesFee(Receivable debt, Billing billing, List<Receivable> charged) {
        RecoveryFee fee = penalties.recoveryFee();
        if (fee == null || penalties.isForgiven(debt, fee, settlement)) {
            return false;
        }
        String key = Penalties.feeKey(debt, fee);
        return !Penalties.isCharged(key, billing)
                && charged.stream()
                        .noneMatch(other -> Penalties.feeKey(other, fee).equals(key));
    }

    private void take(LadderStep step, String payer, List<Receivable> debts, List<Receivable> charged) {
        switch (step.action()) {
            case REMIND ->
                pen.alert(
                        DunningAlert.Kind.REMIND,
                        payer,
                        step.id(),
                        claims(debts),
                        null,
                        null,
                        clauses.of("late.ladder"));
            case REFER_TO_LITIGATION ->
                pen.alert(
                        DunningAlert.Kind.REFER_TO_LITIGATION,
                        payer,
                        step.id(),
                        claims(debts),
                        null,
                        null,
                        clauses.of("late.ladder"));
            case CHARGE_RECOVERY_FEE -> charged.addAll(debts);
            case FORMAL_NOTICE -> throw new IllegalStateException("a notice covers every late debt: " + debts);
        }
        for (Receivable debt : debts) {
            Money claimed = step.action() == Action.CHARGE_RECOVERY_FEE ? null : debt.principal();
            pen.take(new StepTaken(debt.key(), step.offset(), today, claimed, null));
        }
    }

    /**
     * A formal notice: it covers all late principal of the payer, whose notice step counts as taken.
     *
     * @return the keys that it covers
     */
    private List<String> giveNotice(String payer, LadderStep step) {
        List<Receivable> late = settlement.receivablesOf(payer).stream()
                .filter(debt -> settlement.isLate(debt, today))
                .toList();
        List<String> keys = late.stream().map(Receivable::key).toList();
        long n = pen.notices.stream()
                        .filter(notice -> notice.payer().equals(payer))
                        .count()
                + 1;
        String noticeId = situation.orderId() + "/" + payer + "/notice/" + n;
        pen.notices.add(new Notice(noticeId, payer, today, keys));
        penalties.forgetInterest();
        for (Receivable debt : late) {
            pen.take(new StepTaken(debt.key(), step.offset(), today, debt.principal(), noticeId));
        }
        List<Segment> segments = late.stream()
                .flatMap(debt -> penalties.interest(debt, settlement).segments().stream())
                .toList();
        Money interest = segments.stream().map(Segment::amount).reduce(Money.ZERO, Money::plus);
        Money fees = settlement.receivablesOf(payer).stream()
                .filter(debt -> debt.kind() == Kind.RECOVERY_FEE)
                .map(debt -> settlement.of(debt, today))
                .reduce(Money.ZERO, Money::plus);
        pen.write(new DunningAlert(
                today,
                situation.orderId(),
                DunningAlert.Kind.FORMAL_NOTICE,
                payer,
                step.id(),
                claims(late),
                noticeId,
                FormalNotice.answerBy(today, situation.terms().late()),
                settlement.lateOf(payer, today),
                fees,
                interest,
                null,
                null,
                segments,
                null,
                clauses.of("late.ladder", "C. civ., 1344")));
        return keys;
    }

    List<Claim> claims(List<Receivable> debts) {
        return debts.stream()
                .map(debt -> new Claim(debt.key(), debt.dueOn(), settlement.of(debt, today)))
                .toList();
    }
}
