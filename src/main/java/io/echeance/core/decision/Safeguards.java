package io.echeance.core.decision;

import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Kind;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ServiceHold.Hold;
import io.echeance.core.order.ServiceHold.State;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Clauses;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is withheld until payment, and deadlines that people have to be reminded of: proofs and promises. */
final class Safeguards {

    private final Situation situation;
    private final Settlement settlement;
    private final Pen pen;
    private final Clauses clauses;
    private final LocalDate today;
    private final Money tolerated;

    Safeguards(Situation situation, Settlement settlement, Pen pen) {
        this.situation = situation;
        this.settlement = settlement;
        this.pen = pen;
        this.clauses = new Clauses(situation.terms());
        this.today = situation.today();
        this.tolerated = situation.terms().late().smallestMinimum(situation.quality());
    }

    /**
     * Access is suspended at the close of a day, and restored as soon as no principal is late (Code civil, 1217, 1223).
     * A debt that is not above the ladder's smallest minimum closes no door.
     */
    void holdAccess(boolean close) {
        Integer days = situation.terms().late().accessSuspendedAfterDays();
        boolean late = isLateBy(1);
        if (pen.accessSuspended && !late) {
            pen.accessSuspended = false;
            pen.write(Hold.ACCESS, State.RESTORED, clauses.of("late.accessSuspendedAfterDays"));
        } else if (close && !pen.accessSuspended && days != null && isLateBy(days)) {
            pen.accessSuspended = true;
            pen.write(
                    Hold.ACCESS,
                    State.SUSPENDED,
                    clauses.of("late.accessSuspendedAfterDays", "C. civ., 1217 and 1219"));
        }
    }

    private boolean isLateBy(int days) {
        return settlement.receivablesOf(situation.customer()).stream()
                .anyMatch(debt -> settlement.isLate(debt, today)
                        && settlement.of(debt, today).exceeds(tolerated)
                        && !debt.dueOn().plusDays(days).isAfter(today));
    }

    /**
     * Documents are withheld from the order until the customer owes no more than the ladder's smallest minimum, and
     * again if it does; only what was withheld is released.
     *
     * @param owed all that the customer owes: due or not, fees and interest, and what is not billed yet
     */
    void holdDocuments(Money owed) {
        if (!situation.terms().late().documentsWithheld()) {
            return;
        }
        boolean withheld = owed.exceeds(tolerated);
        if (pen.documentsWithheld != withheld) {
            pen.documentsWithheld = withheld;
            pen.write(Hold.DOCUMENTS, withheld ? State.WITHHELD : State.RELEASED, clauses.of("late.documentsWithheld"));
        }
    }

    /** Notices of which nobody has proved the receipt in time, while something that they cover is unpaid. */
    void missProofs() {
        for (Notice notice : pen.notices) {
            String once = "proof/" + notice.noticeId();
            if (!proofMissesOn(notice).isAfter(today)
                    && !pen.hasTold(once)
                    && missesProof(notice, situation, settlement)
                    && pen.tellsFirst(once)) {
                pen.alert(
                        Kind.NOTICE_PROOF_MISSING,
                        notice.payer(),
                        null,
                        List.of(),
                        notice.noticeId(),
                        null,
                        clauses.of("late.noticeClock", "C. civ., 1344"));
            }
        }
    }

    static boolean missesProof(Notice notice, Situation situation, Settlement settlement) {
        if (FormalNotice.of(notice, situation) != null) {
            return false;
        }
        for (Receivable debt : settlement.receivablesOf(notice.payer())) {
            if (settlement.of(debt, situation.today()).isPositive()
                    && notice.receivables().contains(debt.key())) {
                return true;
            }
        }
        return false;
    }

    static LocalDate proofMissesOn(Notice notice) {
        return notice.on().plusDays(FormalNotice.PROOF_DAYS).plusDays(1);
    }

    /**
     * Promises whose last day is over: kept if the payer's payments from its first day to its last reach what was
     * promised, or if nothing of the payer's is late.
     */
    void judgePromises(Holds holds, Map<String, Receipts> receipts) {
        for (Holds.Hold promise : holds.promisesRunOut()) {
            LocalDate last = promise.lastDay();
            if (last == null || !last.isBefore(today) || !pen.tellsFirst("promise/" + promise.holdId())) {
                continue;
            }
            Money promised = promise.promised();
            Receipts ofPayer = receipts.get(promise.payer());
            Money paid = ofPayer == null ? Money.ZERO : ofPayer.paidBetween(promise.from(), last);
            boolean kept = (promised != null && !promised.exceeds(paid))
                    || !settlement.lateOf(promise.payer(), today).isPositive();
            if (!kept) {
                pen.write(new DunningAlert(
                        today,
                        situation.orderId(),
                        Kind.PROMISE_BROKEN,
                        promise.payer(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        promised,
                        promise.holdId(),
                        List.of()));
            }
        }
    }
}
