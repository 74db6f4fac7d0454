package io.echeance.core.decision;

import io.echeance.core.money.Money;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.refunds.RefundIncrease;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people have to know of money that was paid back: it came back, it was not owed, it is late. */
final class RefundAlerts {

    private final Drawing drawing;
    private final Situation situation;
    private final Pen pen;
    private final LocalDate today;

    RefundAlerts(Drawing drawing) {
        this.drawing = drawing;
        this.situation = drawing.situation;
        this.pen = drawing.pen;
        this.today = situation.today();
    }

    /** Refunds of which it newly became known that they came back, each with the day by which it is owed again. */
    Map<String, LocalDate> cameBack(Receipts ofPayer, int days) {
        Map<String, LocalDate> cameBack = new HashMap<>();
        for (RefundPaid refund : ofPayer.refundsThatCameBack()) {
            PaymentReturned returned =
                    Objects.requireNonNull(situation.returnOf(refund)).fact();
            if (pen.tellsFirst("came-back/" + returned.factId())) {
                cameBack.merge(refund.refundId(), returned.on().plusDays(days), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return cameBack;
    }

    /**
     * Money that left without being owed: a person claims it. Told once per amount, and, as a reading, again whenever
     * the amount has changed, though it was told before.
     */
    void tellOwedBack() {
        for (String payer : drawing.settlement.payers()) {
            Money owedBack = drawing.receiptsOf(payer).owedBack(today);
            String amount = owedBack.isPositive() ? owedBack.toString() : null;
            if (pen.tellsChange("owed-back/" + payer, amount)) {
                pen.write(new DunningAlert(
                        today,
                        situation.orderId(),
                        DunningAlert.Kind.OWED_BACK,
                        payer,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        owedBack,
                        null,
                        List.of("C. civ., 1302-1")));
            }
        }
    }

    /** Refunds that were not paid by their last day. */
    void tellOverdue() {
        boolean withdrawal = drawing.isWithdrawal();
        for (RefundDue refund : pen.refunds.values()) {
            Money unpaid = drawing.unpaid(refund);
            if (unpaid.isPositive() && refund.dueBy().isBefore(today) && pen.tellsFirst(Pen.overdue(refund))) {
                Money increase =
                        withdrawal ? RefundIncrease.of(unpaid, refund.dueBy(), today, drawing.rates) : Money.ZERO;
                pen.write(new DunningAlert(
                        today,
                        situation.orderId(),
                        DunningAlert.Kind.REFUND_OVERDUE,
                        refund.payer(),
                        null,
                        List.of(),
                        null,
                        refund.dueBy(),
                        null,
                        null,
                        null,
                        unpaid.plus(increase),
                        refund.refundId(),
                        withdrawal ? List.of("C. conso., L242-4") : List.of()));
            }
        }
    }
}
