package io.echeance.core.dunning;

import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.lateness.Interests;
import io.echeance.core.lateness.RecoveryFee;
import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.CollectionAlert;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.LitigationReferral;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The steps that the close of a day brings (<i>relances, mise en demeure</i>): at most one a debt and day, on working
 * days, none while a hold is in force.
 */
final class Reminders {

    private final Dunning dunning;
    private final Dunned before;
    private final Situation situation;
    private final Settlement settlement;
    private final Ladders ladders;
    private final RecoveryFee fee;
    private final Clauses clauses;
    private final LocalDate today;
    private final Announcer announcer;
    private final List<StepTaken> taken = new ArrayList<>();
    private final List<Notice> notices;
    private final List<Receivable> charged = new ArrayList<>();

    Reminders(Dunning dunning, Dunned before) {
        this.dunning = dunning;
        this.before = before;
        this.situation = dunning.situation();
        this.settlement = before.settlement();
        this.ladders = new Ladders(situation, dunning.holds(), settlement, before.steps());
        this.fee = new RecoveryFee(situation, settlement);
        this.clauses = new Clauses(situation.terms());
        this.today = situation.today();
        this.announcer = new Announcer(situation, dunning.issued());
        this.notices = new ArrayList<>(before.notices());
    }

    Dunned taken() {
        if (!WorkingDays.contains(today) || situation.isWrittenOff()) {
            return before;
        }
        for (String payer : settlement.payers()) {
            if (!dunning.holds().areInForce(payer, today)) {
                takeSteps(payer);
            }
        }
        return new Dunned(
                settlement,
                before.accelerations(),
                notices,
                before.steps().then(taken),
                charged,
                before.announced().then(announcer.announced()));
    }

    private void takeSteps(String payer) {
        NavigableMap<LadderStep, List<Receivable>> due = due(payer, Receivable::isPrincipal);
        List<ReceivableKey> covered = due.keySet().stream()
                .filter(step -> step.action() == Action.FORMAL_NOTICE)
                .findFirst()
                .map(step -> giveNotice(payer, step))
                .orElse(List.of());
        due.forEach((step, debts) -> {
            debts.removeIf(debt -> covered.contains(debt.key()));
            if (!debts.isEmpty()) {
                take(step, payer, debts);
            }
        });
        Map.Entry<LadderStep, List<Receivable>> first =
                due(payer, debt -> !debt.isPrincipal()).firstEntry();
        if (first != null) { // of fees and interest the others wait their turn: they share a ladder
            take(first.getKey(), payer, first.getValue());
        }
    }

    private NavigableMap<LadderStep, List<Receivable>> due(String payer, Predicate<Receivable> which) {
        NavigableMap<LadderStep, List<Receivable>> due = new TreeMap<>(Comparator.comparingInt(LadderStep::offset));
        for (Receivable debt : settlement.receivablesOf(payer)) {
            LadderStep step = which.test(debt) ? dueStep(debt) : null;
            if (step != null) {
                due.computeIfAbsent(step, first -> new ArrayList<>()).add(debt);
            }
        }
        return due;
    }

    /** The step that is due for a debt today; one that has nothing left to charge is passed in silence. */
    private @Nullable LadderStep dueStep(Receivable debt) {
        if (!ladders.isDunned(debt)) {
            return null;
        }
        List<StepTaken> steps = new ArrayList<>(before.steps().of(debt));
        LadderStep step = openStep(debt, steps);
        while (step != null
                && step.action() == Action.CHARGE_RECOVERY_FEE
                && !fee.canBeCharged(debt, charged, dunning.documents())) {
            StepTaken passed = new StepTaken(debt.key(), step.offset(), today, null, null);
            taken.add(passed);
            steps.add(passed);
            step = openStep(debt, steps);
        }
        return step;
    }

    private @Nullable LadderStep openStep(Receivable debt, List<StepTaken> steps) {
        Money outstanding = settlement.of(debt, today);
        for (LadderWalk.Next next : ladders.next(debt, steps)) {
            if (!next.from().isAfter(today)
                    && (next.until() == null || !next.until().isBefore(today))
                    && outstanding.exceeds(next.step().minimum())) {
                return next.step();
            }
        }
        return null;
    }

    private void take(LadderStep step, String payer, List<Receivable> debts) {
        String orderId = situation.orderId();
        boolean principal = debts.getFirst().isPrincipal(); // fees and interest are reminded of while none is late
        List<String> basis = clauses.of(principal ? TermsRule.LADDER : TermsRule.PENALTY_LADDER);
        switch (step.action()) {
            case REMIND -> announcer.say(new ReminderDue(today, orderId, payer, step.id(), claims(debts), basis));
            case REFER_TO_LITIGATION ->
                announcer.say(new LitigationReferral(today, orderId, payer, step.id(), claims(debts), basis));
            case CHARGE_RECOVERY_FEE -> charged.addAll(debts);
            case FORMAL_NOTICE -> throw new IllegalStateException("a notice covers every late debt: " + debts);
        }
        for (Receivable debt : debts) {
            Money claimed = step.action() == Action.CHARGE_RECOVERY_FEE ? null : debt.principal();
            taken.add(new StepTaken(debt.key(), step.offset(), today, claimed, null));
        }
    }

    private List<NamedDebt> claims(List<Receivable> debts) {
        return dunning.claims(debts, settlement);
    }

    /**
     * A formal notice: it covers all late principal of the payer, whose notice step counts as taken.
     *
     * @return the keys that it covers
     */
    private List<ReceivableKey> giveNotice(String payer, LadderStep step) {
        List<Receivable> late = settlement.receivablesOf(payer).stream()
                .filter(debt -> settlement.isLate(debt, today))
                .toList();
        List<ReceivableKey> keys = late.stream().map(Receivable::key).toList();
        long n = notices.stream().filter(notice -> notice.payer().equals(payer)).count() + 1;
        String noticeId = situation.orderId() + "/" + payer + "/notice/" + n;
        notices.add(new Notice(noticeId, payer, today, keys));
        for (Receivable debt : late) {
            taken.add(new StepTaken(debt.key(), step.offset(), today, debt.principal(), noticeId));
        }
        announcer.say(notice(noticeId, payer, step, late));
        return keys;
    }

    private CollectionAlert notice(String noticeId, String payer, LadderStep step, List<Receivable> late) {
        Interests interests = Interests.of(situation, dunning.holds(), notices, settlement, dunning.rates());
        List<Segment> segments = late.stream()
                .flatMap(debt -> interests.of(debt).segments().stream())
                .toList();
        Money fees = settlement.receivablesOf(payer).stream()
                .filter(debt -> debt.kind() == Kind.RECOVERY_FEE)
                .map(debt -> settlement.of(debt, today))
                .reduce(Money.ZERO, Money::plus);
        return new FormalNoticeDue(
                today,
                situation.orderId(),
                payer,
                step.id(),
                claims(late),
                noticeId,
                FormalNotice.answerBy(today, situation.terms().late()),
                settlement.lateOf(payer, today),
                fees,
                segments.stream().map(Segment::amount).reduce(Money.ZERO, Money::plus),
                segments,
                clauses.of(TermsRule.LADDER, Basis.FORMAL_NOTICE));
    }
}
