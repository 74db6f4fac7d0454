package io.echeance.core.decision;

import io.echeance.core.course.Course;
import io.echeance.core.course.Ending;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.core.order.DunningAlert.Kind;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.Price;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.terms.Clauses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people have to be told besides documents and steps: how the order ended, whose share moved, what is settled. */
final class Aftermath {

    /** Under it stands, among what is told, how the order ended. */
    private static final String ENDED = "cancelled";

    private final Situation situation;
    private final Invoicing invoicing;
    private final Settlement settlement;
    private final Pen pen;
    private final Clauses clauses;
    private final LocalDate today;

    Aftermath(Situation situation, Invoicing invoicing, Settlement settlement, Pen pen) {
        this.situation = situation;
        this.invoicing = invoicing;
        this.settlement = settlement;
        this.pen = pen;
        this.clauses = new Clauses(situation.terms());
        this.today = situation.today();
    }

    /** The end of the order, told once, and demands that had no effect. */
    void tellEnding() {
        for (Course.Refusal refusal : invoicing.course.refusals()) {
            if (pen.tellsFirst("refused/" + refusal.factId())) {
                switch (refusal.kind()) {
                    case WITHDRAWAL_TOO_LATE -> tell(Kind.WITHDRAWAL_TOO_LATE, "ending.withdrawal");
                    case MONEY_BACK_REFUSED -> tell(Kind.MONEY_BACK_REFUSED, "ending.moneyBack");
                    case SWITCH_TOO_LATE -> tell(Kind.SWITCH_TOO_LATE, "ending.workStudyMonths");
                }
            }
        }
        tellHowItEnded(invoicing.course.ending());
    }

    /**
     * Once, with its reason. Reading taken: a fact that reaches us late may show that the order did not lapse, or did
     * not end at all; what was said is withdrawn then, so that a person tells the customer, and the end that counts, if
     * any, is told in its place. Of two notices of cancellation the first that was told stays told.
     */
    private void tellHowItEnded(@Nullable Ending ending) {
        String told = pen.lastTold(ENDED);
        String now = ending == null ? null : ending.reason();
        boolean lapsed = Ending.REVISED_CONDITIONS_NOT_ACCEPTED.equals(told);
        boolean stands = told == null || told.equals(now) || (now != null && !lapsed);
        if (!stands) {
            pen.alert(
                    Kind.STEP_WITHDRAWN,
                    situation.customer(),
                    Kind.ORDER_CANCELLED.name(),
                    clauses.of(lapsed ? "funding.refusedOrCut" : "ending"));
        }
        if (ending != null && (told == null || !stands)) {
            pen.alert(
                    Kind.ORDER_CANCELLED,
                    situation.customer(),
                    ending.reason(),
                    clauses.of(ending.rule(), ending.how()));
        }
        if (told == null || !stands) {
            pen.tellsChange(ENDED, now);
        }
    }

    private void tell(Kind kind, String rule) {
        pen.alert(kind, situation.customer(), null, clauses.of(rule));
    }

    /** What became of the funders' shares; nothing more of it once the order has ended. */
    void tellFunding() {
        List<FundingRequest> requests = situation.order().funding().stream()
                .filter(request -> request.mode() == FundingRequest.Mode.SUBROGATION)
                .toList();
        Money left = Price.of(situation.order().lines()).total();
        for (FundingRequest request : requests) {
            Money reserved = request.requested().min(left);
            left = left.minus(reserved);
            pen.sharesTold.putIfAbsent(request.funderId(), reserved);
        }
        if (invoicing.course.ending() != null) {
            return;
        }
        invoicing.shares.funders().forEach(this::tellMove);
        for (FundingRequest request : requests) {
            String funder = request.funderId();
            situation.decisionsOf(funder).forEach(decision -> {
                String factId = decision.fact().factId();
                if (invoicing.shares.lateDecisions().contains(factId)) {
                    tellOnce(Kind.LATE_AGREEMENT, factId, funder, "funding.agreementDeadline");
                }
                if (invoicing.shares.overFunding().contains(factId)) {
                    tellOnce(Kind.OVER_FUNDED, factId, funder, "funding.refusedOrCut");
                }
            });
            if (invoicing.shares.acceptanceMissing().contains(funder)
                    && pen.tellsFirst(Kind.ACCEPTANCE_MISSING + "/" + funder)) {
                pen.alert(Kind.ACCEPTANCE_MISSING, situation.customer(), funder, clauses.of("funding.refusedOrCut"));
            }
        }
    }

    private void tellOnce(Kind kind, String factId, String funder, String rule) {
        if (pen.tellsFirst(kind + "/" + factId)) {
            pen.alert(kind, funder, null, clauses.of(rule));
        }
    }

    private void tellMove(FunderShare share) {
        Money before = pen.sharesTold.put(share.funder(), share.net());
        if (before != null && !before.equals(share.net())) {
            String reason = share.net().exceeds(before)
                    ? "GRANTED"
                    : switch (share.state()) {
                        case REFUSED, SILENT, UNPAID -> share.state().name();
                        case REQUESTED, GRANTED -> "CUT";
                    };
            pen.alert(Kind.SHARE_MOVED, share.funder(), reason, clauses.of("funding.refusedOrCut"));
        }
    }

    /**
     * Steps whose claim turns out to have been paid by the end of the day before (a person may owe an apology), and
     * debts
     * that were dunned and are settled. A debt that falls open again after that is cleared anew when it is settled.
     */
    void tellSettled() {
        for (String payer : settlement.payers()) {
            Map<StepTaken, List<Claim>> wrong = new TreeMap<>(Aftermath::byStep);
            List<Claim> settled = new ArrayList<>();
            for (Receivable debt : settlement.receivablesOf(payer)) {
                Claim claim = new Claim(debt.key(), debt.dueOn(), settlement.of(debt, today));
                boolean dunned = false;
                for (StepTaken step : pen.stepsOf(debt)) {
                    dunned |= step.offset() >= 0;
                    if (wasPaidBefore(step, debt)) {
                        wrong.computeIfAbsent(step, first -> new ArrayList<>()).add(claim);
                    }
                }
                if (claim.outstanding().isPositive()) {
                    pen.cleared.remove(debt.key());
                } else if (dunned && !pen.cleared.contains(debt.key())) {
                    settled.add(claim);
                }
            }
            wrong.forEach((step, claims) ->
                    pen.alert(Kind.STEP_WITHDRAWN, payer, stepId(step), claims, step.noticeId(), null, List.of()));
            if (!settled.isEmpty()) {
                tellCleared(payer, settled);
            }
        }
    }

    /** One alert a payer and day: what is settled after it waits for the next morning. */
    private void tellCleared(String payer, List<Claim> settled) {
        if (pen.tellsFirst("cleared/" + payer + "/" + today)) {
            settled.forEach(claim -> pen.cleared.add(claim.key()));
            pen.alert(Kind.CLEARED, payer, null, settled, null, null, List.of());
        } else {
            pen.clearsTomorrow = true;
        }
    }

    /** True once: payments valid at the end of the day before the step cover the principal that it claimed. */
    private boolean wasPaidBefore(StepTaken step, Receivable debt) {
        Money claimed = step.claimed();
        return claimed != null
                && !claimed.exceeds(settlement.paid(debt, step.on().minusDays(1)))
                && pen.tellsFirst("withdrawn/" + step.on() + "/" + step.offset() + "/" + debt.key());
    }

    private static int byStep(StepTaken a, StepTaken b) {
        int byDay = a.on().compareTo(b.on());
        return byDay != 0 ? byDay : Integer.compare(a.offset(), b.offset());
    }

    private static String stepId(StepTaken step) {
        return step.offset() < 0 ? "d" + step.offset() : "d+" + step.offset();
    }
}
