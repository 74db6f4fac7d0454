package io.echeance.core.dunning;

import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.CollectionAlert.DebtsCleared;
import io.echeance.core.order.CollectionAlert.StepWithdrawn;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps whose claim turns out to have been paid by the end of the day before (a person may owe an apology), and debts
 * that were dunned and are settled. A debt that falls open again after that is cleared anew when it is settled.
 *
 * @param debts keys of those that were announced as cleared, and not late since
 */
public record Cleared(Announced announced, SortedSet<ReceivableKey> debts) {

    private static final Comparator<StepTaken> BY_STEP =
            Comparator.comparing(StepTaken::on).thenComparing(StepTaken::offset);

    public static Cleared of(Situation situation, Settlement settlement, Steps steps, Issued issued) {
        Announcer announcer = new Announcer(situation, issued);
        SortedSet<ReceivableKey> cleared = new TreeSet<>(issued.cleared());
        for (String payer : settlement.payers()) {
            Map<StepTaken, List<NamedDebt>> wrong = new TreeMap<>(BY_STEP);
            List<NamedDebt> settled = new ArrayList<>();
            for (Receivable debt : settlement.receivablesOf(payer)) {
                NamedDebt claim = new NamedDebt(debt.key(), debt.dueOn(), settlement.of(debt, situation.today()));
                boolean dunned = false;
                for (StepTaken step : steps.of(debt)) {
                    dunned |= step.offset() >= 0;
                    if (wasPaidBefore(step, debt, settlement) && announcer.isFirst(withdrawn(step))) {
                        wrong.computeIfAbsent(step, first -> new ArrayList<>()).add(claim);
                    }
                }
                if (claim.outstanding().isPositive()) {
                    cleared.remove(debt.key());
                } else if (dunned && !cleared.contains(debt.key())) {
                    settled.add(claim);
                }
            }
            wrong.forEach((step, claims) -> announcer.say(new StepWithdrawn(
                    situation.today(), situation.orderId(), payer, step.id(), claims, step.noticeId())));
            tell(payer, settled, situation, announcer, cleared);
        }
        return new Cleared(announcer.announced(), cleared);
    }

    /** One alert a payer and day: what is settled after it waits for the next morning. */
    private static void tell(
            String payer,
            List<NamedDebt> settled,
            Situation situation,
            Announcer announcer,
            SortedSet<ReceivableKey> cleared) {
        LocalDate today = situation.today();
        if (settled.isEmpty()) {
            return;
        }
        if (announcer.isFirst("cleared/" + payer + "/" + today)) {
            settled.forEach(claim -> cleared.add(claim.key()));
            announcer.say(new DebtsCleared(today, situation.orderId(), payer, settled));
        } else {
            announcer.wakeOn(today.plusDays(1));
        }
    }

    /** Payments valid at the end of the day before the step cover the principal that it claimed. */
    private static boolean wasPaidBefore(StepTaken step, Receivable debt, Settlement settlement) {
        return step.claimed() != null
                && !step.claimed().exceeds(settlement.paid(debt, step.on().minusDays(1)));
    }

    private static String withdrawn(StepTaken step) {
        return "withdrawn/" + step.on() + "/" + step.offset() + "/" + step.receivable();
    }
}
