package io.echeance.core.dunning;

import io.echeance.core.notice.Holds;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.CollectionAlert.AccelerationDeclared;
import io.echeance.core.order.CollectionAlert.AccelerationWithdrawn;
import io.echeance.core.order.Document;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.TermsRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Dunning on one day, in its order: accelerations that later facts take back, those that unanswered notices bring, then
 * the steps of the ladders. Only the close of a day accelerates and takes steps; a fact may take back at once.
 *
 * @param documents of principal, those drawn today too
 */
public record Dunning(
        Situation situation,
        Map<String, Receipts> receipts,
        List<Document> documents,
        Issued issued,
        Holds holds,
        StatutoryRates rates) {

    public Dunned atFact() {
        List<Accelerated> before = issued.accelerations();
        Settlement settlement = settled(before);
        List<Accelerated> reviewed =
                new UnansweredNotices(situation, holds, issued.notices(), before, settlement).reviewed();
        if (!reviewed.equals(before)) {
            return withdrawn(reviewed);
        }
        Steps steps = new Steps(issued.steps());
        return new Dunned(settlement, before, issued.notices(), steps, List.of(), Announced.NOTHING);
    }

    /**
     * Takes back what followed from accelerations that are undone, now that their debts fall due by the plan again.
     *
     * <p>Reading taken: what was said of a debt before it could be said by the plan counts as never said, and is
     * withdrawn with the acceleration: the debt goes through its whole ladder from its own due date on, and a notice
     * that came before that date does not cover it.
     */
    private Dunned withdrawn(List<Accelerated> reviewed) {
        Settlement settlement = settled(reviewed);
        Announcer announcer = new Announcer(situation, issued);
        Steps steps = new Steps(issued.steps());
        Set<StepTaken> early = new LinkedHashSet<>();
        for (Accelerated acceleration : reviewed) {
            if (!issued.accelerations().contains(acceleration)) {
                List<Receivable> debts = covered(acceleration, settlement);
                for (Receivable debt : debts) {
                    steps.of(debt).stream()
                            .filter(step -> step.cameBeforeItsDay(debt.dueOn()))
                            .forEach(early::add);
                }
                announcer.say(new AccelerationWithdrawn(
                        situation.today(),
                        situation.orderId(),
                        acceleration.payer(),
                        claims(debts, settlement),
                        acceleration.noticeId(),
                        basis()));
            }
        }
        return new Dunned(
                settlement,
                reviewed,
                issued.notices().stream().map(notice -> without(early, notice)).toList(),
                new Steps(issued.steps().stream()
                        .filter(step -> !early.contains(step))
                        .toList()),
                List.of(),
                announcer.announced());
    }

    private static Notice without(Set<StepTaken> early, Notice notice) {
        Notice left = notice;
        for (StepTaken step : early) {
            left = notice.noticeId().equals(step.noticeId()) ? left.without(step.receivable()) : left;
        }
        return left;
    }

    public Dunned atClose() {
        Dunned reviewed = atFact();
        List<Accelerated> declared = new UnansweredNotices(
                        situation, holds, reviewed.notices(), reviewed.accelerations(), reviewed.settlement())
                .declared();
        if (declared.isEmpty()) {
            return new Reminders(this, reviewed).taken();
        }
        List<Accelerated> all = new ArrayList<>(reviewed.accelerations());
        all.addAll(declared);
        Settlement settlement = settled(all);
        Announcer announcer = new Announcer(situation, issued);
        declared.forEach(acceleration -> tell(acceleration, settlement, announcer));
        Dunned accelerated = new Dunned(
                settlement,
                all,
                reviewed.notices(),
                reviewed.steps(),
                List.of(),
                reviewed.announced().then(announcer.announced()));
        return new Reminders(this, accelerated).taken();
    }

    /** What was declared is announced once it has fallen due. */
    private void tell(Accelerated acceleration, Settlement settlement, Announcer announcer) {
        List<Receivable> debts = covered(acceleration, settlement);
        announcer.say(new AccelerationDeclared(
                situation.today(),
                situation.orderId(),
                acceleration.payer(),
                claims(debts, settlement),
                acceleration.noticeId(),
                basis()));
    }

    private static List<Receivable> covered(Accelerated acceleration, Settlement settlement) {
        return settlement.receivablesOf(acceleration.payer()).stream()
                .filter(debt -> acceleration.receivables().contains(debt.key()))
                .toList();
    }

    List<NamedDebt> claims(List<Receivable> debts, Settlement settlement) {
        return debts.stream()
                .map(debt -> new NamedDebt(debt.key(), debt.dueOn(), settlement.of(debt, situation.today())))
                .toList();
    }

    private List<String> basis() {
        return new Clauses(situation.terms()).of(TermsRule.ACCELERATION);
    }

    private Settlement settled(List<Accelerated> accelerations) {
        return Settlement.of(situation, receipts, documents, accelerations);
    }
}
