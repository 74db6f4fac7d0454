package io.echeance.core.receipts;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One payer's money: what came in, what came back, what we paid back.
 *
 * <p>A refund takes its money from the latest payments valued by its day; one beyond all of these takes the rest from
 * the payments that come next.
 */
public final class Receipts {

    public static final Receipts NONE = new Receipts();

    private final List<PaymentReceived> payments = new ArrayList<>();
    private final List<RefundPaid> refunds = new ArrayList<>();
    /** By fact id of the payment or the refund. */
    private final Map<String, LocalDate> returnedOn = new HashMap<>();

    private final Map<String, LocalDate> returnKnownOn = new HashMap<>();

    /** Those of all who may owe or pay something: the customer first, then the funders as the order has them. */
    public static Map<String, Receipts> byPayer(Situation situation) {
        Map<String, Receipts> receipts = new LinkedHashMap<>();
        receipts.put(situation.customer(), of(situation, situation.customer()));
        for (FundingRequest request : situation.order().funding()) {
            receipts.computeIfAbsent(request.funderId(), funder -> of(situation, funder));
        }
        return receipts;
    }

    /** What {@code payer} paid on the order, as it counts today. */
    public static Receipts of(Situation situation, String payer) {
        Receipts receipts = new Receipts();
        for (PaymentReceived payment : situation.payments()) {
            if (situation.payerOf(payment.payerId()).equals(payer)) {
                receipts.payments.add(payment);
                receipts.noteReturn(payment, situation);
            }
        }
        for (RefundPaid refund : situation.refundsPaid()) {
            if (situation.payerOf(refund.payerId()).equals(payer)) {
                receipts.refunds.add(refund);
                receipts.noteReturn(refund, situation);
            }
        }
        return receipts;
    }

    private void noteReturn(PaymentFact movement, Situation situation) {
        Situation.Known<PaymentReturned> returned = situation.returnOf(movement);
        if (returned != null) {
            returnedOn.put(movement.factId(), returned.fact().on());
            returnKnownOn.put(movement.factId(), returned.countsOn());
        }
    }

    /** The same, without the returns that we learned of after {@code day}. */
    public Receipts asKnownOn(LocalDate day) {
        Receipts then = new Receipts();
        then.payments.addAll(payments);
        then.refunds.addAll(refunds);
        returnKnownOn.forEach((movement, known) -> {
            if (!known.isAfter(day)) {
                then.returnKnownOn.put(movement, known);
                then.returnedOn.put(movement, returnedOn.get(movement));
            }
        });
        return then;
    }

    /** Whether it counts at the end of {@code day}: valued by then and not come back by then. */
    private boolean stands(PaymentFact movement, LocalDate day) {
        LocalDate returned = returnedOn.get(movement.factId());
        return !movement.on().isAfter(day) && (returned == null || returned.isAfter(day));
    }

    public boolean isEmpty() {
        return payments.isEmpty() && refunds.isEmpty();
    }

    /** The days from which another set of payments counts, in order. */
    public List<LocalDate> breaks() {
        TreeSet<LocalDate> days = new TreeSet<>(returnedOn.values());
        refunds.forEach(refund -> days.add(refund.on()));
        return List.copyOf(days);
    }

    /** The payments that count from {@code from} (included) until {@code until} (excluded), in order of value date. */
    public List<PaymentReceived> countingIn(LocalDate from, LocalDate until) {
        List<PaymentReceived> counting = new ArrayList<>();
        for (PaymentReceived payment : payments) {
            LocalDate returned = returnedOn.get(payment.factId());
            if (payment.on().isBefore(until) && (returned == null || returned.isAfter(from))) {
                counting.add(payment);
            }
        }
        for (RefundPaid refund : refunds) {
            if (stands(refund, from)) {
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
                payment.reference(),
                payment.bankAccount(),
                payment.bankFee());
    }

    /** Received and valued by the end of {@code day}, and not returned by then; refunds not deducted. */
    public Money paidBy(LocalDate day) {
        return sum(payments.stream().filter(payment -> stands(payment, day)).map(PaymentReceived::amount));
    }

    /**
     * What we had of the payer at the end of {@code day} and knew of: valued by then, not known by then to have come
     * back, and not paid back by then.
     */
    public Money keptBy(LocalDate day) {
        Money in = sum(payments.stream().filter(payment -> stood(payment, day)).map(PaymentReceived::amount));
        Money out = sum(refunds.stream().filter(refund -> stood(refund, day)).map(RefundPaid::amount));
        return in.minus(out).orZero();
    }

    private boolean stood(PaymentFact movement, LocalDate day) {
        LocalDate known = returnKnownOn.get(movement.factId());
        return !movement.on().isAfter(day) && (known == null || known.isAfter(day));
    }

    /** The days on which we learned that a payment had come back, in order. */
    public List<LocalDate> returnsKnownOn() {
        return payments.stream()
                .flatMap(payment -> Stream.ofNullable(returnKnownOn.get(payment.factId())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Received between two days, both included, and not returned by the second. */
    public Money paidBetween(LocalDate from, LocalDate until) {
        return sum(payments.stream()
                .filter(payment -> stands(payment, until) && !payment.on().isBefore(from))
                .map(PaymentReceived::amount));
    }

    /** Paid back, and not come back since. */
    public Money refunded() {
        return sum(standingRefunds().map(RefundPaid::amount));
    }

    /** The same under one refund's id. */
    public Money refunded(String refundId) {
        return sum(standingRefunds()
                .filter(refund -> refund.refundId().equals(refundId))
                .map(RefundPaid::amount));
    }

    private Stream<RefundPaid> standingRefunds() {
        return refunds.stream().filter(refund -> !returnedOn.containsKey(refund.factId()));
    }

    /** Refunds that came back (<i>virements rejetés</i>). */
    public List<RefundPaid> refundsThatCameBack() {
        return refunds.stream()
                .filter(refund -> returnedOn.containsKey(refund.factId()))
                .toList();
    }

    /** Money that left and that no payment covers: it was paid back without being owed (Code civil, 1302-1). */
    public Money owedBack(LocalDate today) {
        return refunded().minus(paidBy(today)).orZero();
    }

    /** Value date of the last payment that was not returned; {@link LocalDate#MIN} if there is none. */
    public LocalDate lastPaymentOn() {
        return payments.stream()
                .filter(payment -> !returnedOn.containsKey(payment.factId()))
                .map(PaymentReceived::on)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
