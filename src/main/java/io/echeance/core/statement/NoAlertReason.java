package io.echeance.core.statement;

import io.echeance.core.dunning.LadderWalk;
import io.echeance.core.dunning.Ladders;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.terms.LadderStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a debtor gets no alert about a debt today ("why not dunned").
 *
 * @param receivable null: the payer has no debt yet
 * @param until the day on which that ends, if it is in sight
 * @param detail the hold, the step, the minimum: what the reason is about
 */
public record NoAlertReason(
        @Nullable ReceivableKey receivable,
        String payer,
        NoAlertGround reason,
        @Nullable LocalDate until,
        String detail) {

    /** One for each debt that was drawn, and one for each payer without any. */
    static List<NoAlertReason> of(Drawn drawn) {
        List<NoAlertReason> silences = new ArrayList<>();
        Ladders ladders = drawn.ladders();
        for (Receivable debt : drawn.settlement().receivables()) {
            silences.add(of(debt, drawn, ladders));
        }
        for (String payer : drawn.settlement().payers()) {
            if (drawn.settlement().receivablesOf(payer).isEmpty()) {
                silences.add(notInvoiced(payer, drawn));
            }
        }
        return silences;
    }

    private static NoAlertReason notInvoiced(String payer, Drawn drawn) {
        Invoicing invoicing = drawn.invoicing();
        LocalDate today = drawn.situation().today();
        boolean isOver = invoicing.course().ending() != null;
        LocalDate billed = isOver || !invoicing.billingDay().isAfter(today) ? null : invoicing.billingDay();
        String detail = isOver ? "the order has ended" : "it owes nothing";
        if (payer.equals(drawn.situation().customer())) {
            detail = billed == null ? detail : "the order is billed later";
        }
        for (FunderShare share : invoicing.shares().funders()) {
            if (share.funder().equals(payer) && !isOver) {
                detail = share.state() + ", " + share.net() + " net"
                        + (billed == null && share.isInvoiceable() ? ": its evidence is missing" : "");
            }
        }
        return new NoAlertReason(null, payer, NoAlertGround.NOT_INVOICED, billed, detail);
    }

    /** For people. */
    public String sentence() {
        return reason + " (" + detail + ")" + (until == null ? "" : " until " + until);
    }

    static NoAlertReason of(Receivable debt, Drawn drawn, Ladders ladders) {
        Situation situation = drawn.situation();
        LocalDate today = situation.today();
        Money unpaid = drawn.settlement().of(debt, today);
        if (!unpaid.isPositive()) {
            return about(debt, NoAlertGround.SETTLED, null, "paid or credited");
        }
        if (!ladders.hasLadder(debt)) {
            return about(debt, NoAlertGround.NOT_PRINCIPAL, null, debt.kind().name());
        }
        if (debt.isHeldBack()) {
            return about(debt, NoAlertGround.HELD_BACK, null, whatHolds(debt, situation));
        }
        if (situation.isWrittenOff()) {
            return about(debt, NoAlertGround.WRITTEN_OFF, null, "no further step");
        }
        for (Holds.Hold hold : drawn.holds().inForce(today)) {
            if (hold.payer().equals(debt.payer())) {
                LocalDate free = drawn.holds().firstFreeDay(debt.payer(), today);
                return about(debt, NoAlertGround.HELD, free, hold.reason() + " " + hold.holdId());
            }
        }
        if (!ladders.isDunned(debt)) {
            return about(debt, NoAlertGround.PRINCIPAL_FIRST, null, debt.kind().name());
        }
        return stepsOf(debt, unpaid, ladders);
    }

    private static String whatHolds(Receivable debt, Situation situation) {
        return situation.heldBack().stream()
                .filter(held -> held.documentId().equals(debt.key().document()))
                .flatMap(held -> held.missing().stream())
                .map(missing -> missing.of() + " " + missing.what())
                .collect(Collectors.joining(", "));
    }

    private static NoAlertReason stepsOf(Receivable debt, Money unpaid, Ladders ladders) {
        Ladders.Planned planned = ladders.planned(debt);
        if (planned != null) {
            LadderStep step = planned.step();
            return about(debt, NoAlertGround.STEP_NOT_DUE, planned.on(), step.id() + " " + step.action());
        }
        String tooSmall = null;
        for (LadderWalk.Next next : ladders.next(debt)) {
            LadderStep step = next.step();
            if (!unpaid.exceeds(step.minimum())) {
                tooSmall = step.id() + " asks for more than " + step.minimum();
            }
        }
        return tooSmall == null
                ? about(debt, NoAlertGround.LADDER_ENDED, null, "every step was taken")
                : about(debt, NoAlertGround.BELOW_MINIMUM, null, tooSmall);
    }

    private static NoAlertReason about(
            Receivable debt, NoAlertGround reason, @Nullable LocalDate until, String detail) {
        return new NoAlertReason(debt.key(), debt.payer(), reason, until, detail);
    }
}
