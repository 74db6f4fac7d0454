package io.echeance.core.decision;

import io.echeance.core.dunning.LadderWalk;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.shares.FunderShare;
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
        @Nullable String receivable,
        String payer,
        Reason reason,
        @Nullable LocalDate until,
        String detail) {

    public enum Reason {
        /** Nothing is invoiced to the payer: not yet, or not to it. */
        NOT_INVOICED,
        /** Its document has no number yet, and waits for it. */
        HELD_BACK,
        /** Nothing of it is unpaid. */
        SETTLED,
        /** Fees and interest have no ladder of their own. */
        NOT_PRINCIPAL,
        /** The debt was given up. */
        WRITTEN_OFF,
        /** A dispute, a promise, a delay of grace or an insolvency holds the ladder. */
        HELD,
        /** What is unpaid is not above the minimum of the step. */
        BELOW_MINIMUM,
        /** The next step has its day. */
        STEP_NOT_DUE,
        /** Every step was taken. */
        LADDER_ENDED
    }

    /** One for each debt of a drawing, and one for each payer without any. */
    static List<NoAlertReason> of(Drawing drawing) {
        List<NoAlertReason> silences = new ArrayList<>();
        for (Receivable debt : drawing.settlement.receivables()) {
            silences.add(of(debt, drawing));
        }
        for (String payer : drawing.settlement.payers()) {
            if (drawing.settlement.receivablesOf(payer).isEmpty()) {
                silences.add(notInvoiced(payer, drawing));
            }
        }
        return silences;
    }

    private static NoAlertReason notInvoiced(String payer, Drawing drawing) {
        Invoicing invoicing = drawing.invoicing;
        LocalDate today = drawing.situation.today();
        boolean isOver = invoicing.course.ending() != null;
        LocalDate billed = isOver || !invoicing.billingDay.isAfter(today) ? null : invoicing.billingDay;
        String detail = isOver ? "the order has ended" : "it owes nothing";
        if (payer.equals(drawing.situation.customer())) {
            detail = billed == null ? detail : "the order is billed later";
        }
        for (FunderShare share : invoicing.shares.funders()) {
            if (share.funder().equals(payer) && !isOver) {
                detail = share.state() + ", " + share.net() + " net"
                        + (billed == null && share.isInvoiceable() ? ": its evidence is missing" : "");
            }
        }
        return new NoAlertReason(null, payer, Reason.NOT_INVOICED, billed, detail);
    }

    /** For people. */
    public String sentence() {
        return reason + " (" + detail + ")" + (until == null ? "" : " until " + until);
    }

    static NoAlertReason of(Receivable debt, Drawing drawing) {
        Situation situation = drawing.situation;
        LocalDate today = situation.today();
        Money unpaid = drawing.settlement.of(debt, today);
        if (!unpaid.isPositive()) {
            return about(debt, Reason.SETTLED, null, "paid or credited");
        }
        if (!debt.isPrincipal()) {
            return about(debt, Reason.NOT_PRINCIPAL, null, debt.kind().name());
        }
        if (debt.isHeldBack()) {
            return about(debt, Reason.HELD_BACK, null, whatHolds(debt, situation));
        }
        if (situation.isWrittenOff()) {
            return about(debt, Reason.WRITTEN_OFF, null, "no further step");
        }
        for (Holds.Hold hold : drawing.holds.inForce(today)) {
            if (hold.payer().equals(debt.payer())) {
                LocalDate free = drawing.holds.firstFreeDay(debt.payer(), today);
                return about(debt, Reason.HELD, free, hold.reason() + " " + hold.holdId());
            }
        }
        return stepsOf(debt, unpaid, drawing);
    }

    private static String whatHolds(Receivable debt, Situation situation) {
        return situation.heldBack().stream()
                .filter(held -> held.documentId().equals(debt.documentId()))
                .flatMap(held -> held.missing().stream())
                .map(missing -> missing.of() + " " + missing.what())
                .collect(Collectors.joining(", "));
    }

    private static NoAlertReason stepsOf(Receivable debt, Money unpaid, Drawing drawing) {
        NextDate calendar = new NextDate(drawing.situation.today());
        String tooSmall = null;
        for (LadderWalk.Next next : drawing.dunning().next(debt)) {
            LocalDate day = calendar.stepDay(next, debt, drawing.holds, drawing.settlement);
            if (day != null) {
                return about(
                        debt,
                        Reason.STEP_NOT_DUE,
                        day,
                        next.step().id() + " " + next.step().action());
            }
            if (!unpaid.exceeds(next.step().minimum())) {
                tooSmall =
                        next.step().id() + " asks for more than " + next.step().minimum();
            }
        }
        return tooSmall == null
                ? about(debt, Reason.LADDER_ENDED, null, "every step was taken")
                : about(debt, Reason.BELOW_MINIMUM, null, tooSmall);
    }

    private static NoAlertReason about(Receivable debt, Reason reason, @Nullable LocalDate until, String detail) {
        return new NoAlertReason(debt.key(), debt.payer(), reason, until, detail);
    }
}
