package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One payer's money: what came in, what came back, what we paid back.
 *
 * <p>A refund takes its money from the latest payments valued by its day; one beyond all of these takes the rest from
 * the payments that come next.
 */
public final class Receipts {

    private final List<PaymentReceived> payments = new ArrayList<>();
    private final Map<String, LocalDate> returnedOn = new HashMap<>();
    private final List<RefundPaid> refunds = new ArrayList<>();

    /** What {@code payer} paid on the order, as it counts today. */
    public static Receipts of(Situation situation, String payer) {
        Receipts receipts = new Receipts();
        for (PaymentReceived payment : situation.payments()) {
            if (situation.payerOf(payment.payerId()).equals(payer)) {
                receipts.payments.add(payment);
            }
        }
        for (PaymentReturned returned : situation.returns()) {
            receipts.returnedOn.merge(returned.paymentId(), returned.on(), (a, b) -> a.isBefore(b) ? a : b);
        }
        receipts.returnedOn
                .keySet()
                .retainAll(receipts.payments.stream()
                        .map(PaymentReceived::paymentId)
                        .toList());
        for (RefundPaid refund : situation.refundsPaid()) {
            if (situation.payerOf(refund.payerId()).equals(payer)) {
                receipts.refunds.add(refund);
            }
        }
        return receipts;
    }

    public boolean isEmpty() {
        return payments.isEmpty() && refunds.isEmpty();
    }

    /** The days from which another set of payments counts, in order. */
    List<LocalDate> breaks() {
        TreeSet<LocalDate> days = new TreeSet<>(returnedOn.values());
        refunds.forEach(refund -> days.add(refund.on()));
        return List.copyOf(days);
    }

    /** The payments that count from {@code from} (included) until {@code until} (excluded), in order of value date. */
    List<PaymentReceived> countingIn(LocalDate from, LocalDate until) {
        List<PaymentReceived> counting = new ArrayList<>();
        for (PaymentReceived payment : payments) {
            LocalDate returned = returnedOn.get(payment.paymentId());
            if (payment.on().isBefore(until) && (returned == null || returned.isAfter(from))) {
                counting.add(payment);
            }
        }
        for (RefundPaid refund : refunds) {
            if (!refund.on().isAfter(from)) {
                takeOut(refund, counting);
            }
        }
        return counting;
    }

    private static void takeOut(RefundPaid refund, List<PaymentReceived> counting) {
        Money rest = refund.amount();
        for (int i = counting.size() - 1; i >= 0; i--) {
            if (!counting.get(i).on().isAfter(refund.on())) {
                rest = takeOut(rest, counting, i);
            }
        }
        for (int i = 0; i < counting.size(); i++) {
            if (counting.get(i).on().isAfter(refund.on())) {
                rest = takeOut(rest, counting, i);
            }
        }
    }

    private static Money takeOut(Money amount, List<PaymentReceived> counting, int i) {
        PaymentReceived payment = counting.get(i);
        Money out = amount.min(payment.amount());
        if (out.isPositive()) {
            counting.set(i, withAmount(payment, payment.amount().minus(out)));
        }
        return amount.minus(out);
    }

    private static PaymentReceived withAmount(PaymentReceived payment, Money amount) {
        return new PaymentReceived(
                payment.factId(),
                payment.orderId(),
                payment.on(),
                payment.paymentId(),
                payment.payerId(),
                amount,
                payment.method(),
                payment.reference());
    }

    /** Received and valued by the end of {@code day}, and not returned by then; refunds not deducted. */
    public Money paidBy(LocalDate day) {
        Money sum = Money.ZERO;
        for (PaymentReceived payment : payments) {
            LocalDate returned = returnedOn.get(payment.paymentId());
            if (!payment.on().isAfter(day) && (returned == null || returned.isAfter(day))) {
                sum = sum.plus(payment.amount());
            }
        }
        return sum;
    }

    /** Received between two days, both included, and not returned by the second. */
    public Money paidBetween(LocalDate from, LocalDate until) {
        Money sum = Money.ZERO;
        for (PaymentReceived payment : payments) {
            LocalDate returned = returnedOn.get(payment.paymentId());
            if (!payment.on().isBefore(from)
                    && !payment.on().isAfter(until)
                    && (returned == null || returned.isAfter(until))) {
                sum = sum.plus(payment.amount());
            }
        }
        return sum;
    }

    public Money refunded() {
        return refunds.stream().map(RefundPaid::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Paid back under one refund's id. */
    public Money refunded(String refundId) {
        return refunds.stream()
                .filter(refund -> refund.refundId().equals(refundId))
                .map(RefundPaid::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Value date of the last payment that was not returned; {@link LocalDate#MIN} if there is none. */
    public LocalDate lastPaymentOn() {
        LocalDate last = LocalDate.MIN;
        for (PaymentReceived payment : payments) {
            if (!returnedOn.containsKey(payment.paymentId()) && payment.on().isAfter(last)) {
                last = payment.on();
            }
        }
        return last;
    }
}
