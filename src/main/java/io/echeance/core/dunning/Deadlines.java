package io.echeance.core.dunning;

import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.CollectionAlert.NoticeProofMissing;
import io.echeance.core.order.CollectionAlert.PromiseBroken;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Deadlines of dunning: proofs of receipt and promises, which run out at the close of a day, and when the next step or
 * judgement comes.
 *
 * @param settlement by all documents, fees and interest too
 */
public record Deadlines(
        Situation situation,
        Holds holds,
        Map<String, Receipts> receipts,
        Settlement settlement,
        Dunned dunned,
        Issued issued) {

    public Announced atFact() {
        Announcer announcer = new Announcer(situation, issued);
        return waking(announcer);
    }

    public Announced atClose() {
        Announcer announcer = new Announcer(situation, issued);
        if (!situation.isWrittenOff()) {
            missProofs(announcer);
        }
        judgePromises(announcer);
        return waking(announcer);
    }

    /** Notices of which nobody has proved the receipt in time, while something that they cover is unpaid. */
    private void missProofs(Announcer announcer) {
        List<String> basis = new Clauses(situation.terms()).of(TermsRule.NOTICE_CLOCK, Basis.FORMAL_NOTICE);
        for (Notice notice : dunned.notices()) {
            if (!FormalNotice.proofMissesOn(notice).isAfter(situation.today())
                    && missesProof(notice)
                    && announcer.isFirst(proof(notice))) {
                announcer.say(new NoticeProofMissing(
                        situation.today(), situation.orderId(), notice.payer(), notice.noticeId(), basis));
            }
        }
    }

    private boolean missesProof(Notice notice) {
        return FormalNotice.clock(notice, situation) == null
                && settlement.receivablesOf(notice.payer()).stream()
                        .anyMatch(debt -> isUnpaid(debt) && notice.receivables().contains(debt.key()));
    }

    private boolean isUnpaid(Receivable debt) {
        return settlement.of(debt, situation.today()).isPositive();
    }

    private static String proof(Notice notice) {
        return "proof/" + notice.noticeId();
    }

    /**
     * Promises whose last day is over: kept if the payer's payments from its first day to its last reach what was
     * promised, or if nothing of the payer's is late.
     */
    private void judgePromises(Announcer announcer) {
        LocalDate today = situation.today();
        for (Holds.Hold promise : holds.promisesRunOut()) {
            LocalDate last = promise.lastDay();
            if (last != null && last.isBefore(today) && announcer.isFirst(promise(promise)) && !isKept(promise, last)) {
                announcer.say(new PromiseBroken(
                        today, situation.orderId(), promise.payer(), promise.promised(), promise.holdId()));
            }
        }
    }

    private boolean isKept(Holds.Hold promise, LocalDate last) {
        Money promised = promise.promised();
        Receipts ofPayer = receipts.get(promise.payer());
        Money paid = ofPayer == null ? Money.ZERO : ofPayer.paidBetween(promise.from(), last);
        return (promised != null && !promised.exceeds(paid))
                || !settlement.lateOf(promise.payer(), situation.today()).isPositive();
    }

    private static String promise(Holds.Hold promise) {
        return "promise/" + promise.holdId();
    }

    private Announced waking(Announcer announcer) {
        for (Holds.Hold promise : holds.promisesRunOut()) {
            if (promise.lastDay() != null && !announcer.hasSaid(promise(promise))) {
                announcer.wakeOn(promise.lastDay().plusDays(1));
            }
        }
        Ladders ladders = new Ladders(situation, holds, settlement, dunned.steps());
        for (Receivable debt : settlement.receivables()) {
            if (ladders.isDunned(debt)) {
                announcer.wakeIfLater(debt.dueOn().plusDays(1));
                if (!situation.isWrittenOff()) {
                    ladders.next(debt).forEach(next -> announcer.wakeOn(ladders.dayOf(next, debt)));
                }
            }
        }
        if (!situation.isWrittenOff()) {
            dunned.notices().forEach(notice -> wakeFor(notice, announcer));
        }
        return announcer.announced();
    }

    private void wakeFor(Notice notice, Announcer announcer) {
        if (!announcer.hasSaid(proof(notice)) && missesProof(notice)) {
            announcer.wakeOn(FormalNotice.proofMissesOn(notice));
        }
        announcer.wakeOn(new UnansweredNotices(situation, holds, dunned.notices(), dunned.accelerations(), settlement)
                .judgementOn(notice));
    }
}
