package io.echeance.core.safeguards;

import io.echeance.core.money.Money;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ServiceHold.HeldService;
import io.echeance.core.order.ServiceHold.HoldState;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;

/**
 * What is withheld until payment. A debt that is not above the ladder's smallest minimum closes no door.
 *
 * @param owed all that the customer owes: due or not, fees and interest, and what is not billed yet
 */
public record Safeguards(Situation situation, Settlement settlement, Money owed, Issued issued) {

    /** What is withheld now. */
    public record Withheld(boolean accessSuspended, boolean documentsWithheld, Announced announced) {}

    /** At a fact access may be restored, and is never suspended. */
    public Withheld atFact() {
        Announcer announcer = new Announcer(situation, issued);
        boolean suspended = issued.accessSuspended() && !isRestored(announcer);
        return withheld(suspended, announcer);
    }

    /** At the close of a day access may be suspended too. */
    public Withheld atClose() {
        Announcer announcer = new Announcer(situation, issued);
        boolean suspended = issued.accessSuspended() ? !isRestored(announcer) : isSuspended(announcer);
        return withheld(suspended, announcer);
    }

    /** Access is restored as soon as no principal is late. */
    private boolean isRestored(Announcer announcer) {
        boolean restored = !isLateBy(1);
        if (restored) {
            announcer.say(HeldService.ACCESS, HoldState.RESTORED, clauses().of(TermsRule.ACCESS_SUSPENDED));
        }
        return restored;
    }

    private boolean isSuspended(Announcer announcer) {
        Integer days = situation.terms().late().accessSuspendedAfterDays();
        boolean suspended = days != null && isLateBy(days);
        if (suspended) {
            announcer.say(
                    HeldService.ACCESS,
                    HoldState.SUSPENDED,
                    clauses().of(TermsRule.ACCESS_SUSPENDED, Basis.SERVICE_WITHHELD));
        }
        return suspended;
    }

    private boolean isLateBy(int days) {
        LocalDate today = situation.today();
        return settlement.receivablesOf(situation.customer()).stream()
                .anyMatch(debt -> settlement.isLate(debt, today)
                        && settlement.of(debt, today).exceeds(tolerated())
                        && !debt.dueOn().plusDays(days).isAfter(today));
    }

    /**
     * Documents are withheld from the order until the customer owes no more than is tolerated, and again if it does;
     * only what was withheld is released.
     */
    private Withheld withheld(boolean accessSuspended, Announcer announcer) {
        boolean before = Boolean.TRUE.equals(issued.documentsWithheld());
        boolean withheld = situation.terms().late().documentsWithheld() ? owed.exceeds(tolerated()) : before;
        if (withheld != before) {
            announcer.say(
                    HeldService.DOCUMENTS,
                    withheld ? HoldState.WITHHELD : HoldState.RELEASED,
                    clauses().of(TermsRule.DOCUMENTS_WITHHELD));
        }
        wake(accessSuspended, withheld, announcer);
        return new Withheld(accessSuspended, withheld, announcer.announced());
    }

    private void wake(boolean accessSuspended, boolean documentsWithheld, Announcer announcer) {
        Integer days = situation.terms().late().accessSuspendedAfterDays();
        if (days != null && !accessSuspended) {
            for (Receivable debt : settlement.receivablesOf(situation.customer())) {
                if (debt.isPrincipal() && settlement.of(debt, situation.today()).isPositive()) {
                    announcer.wakeOn(debt.dueOn().plusDays(days));
                }
            }
        }
        if (situation.terms().late().documentsWithheld() && !documentsWithheld && owed.isPositive()) {
            announcer.wakeOn(situation.today().plusDays(1)); // interest may take it above what is tolerated
        }
    }

    private Money tolerated() {
        return situation.terms().late().smallestMinimum(situation.quality());
    }

    private Clauses clauses() {
        return new Clauses(situation.terms());
    }
}
