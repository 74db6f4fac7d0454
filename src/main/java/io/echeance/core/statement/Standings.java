package io.echeance.core.statement;

import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.BrokenPromise;
import io.echeance.core.order.OrderStanding.Care;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.OrderStanding.OwedBack;
import io.echeance.core.order.OrderStanding.Refund;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.receipts.Receipts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shortens a drawing to what lists show of it. */
public final class Standings {

    private Standings() {}

    /** @param account as it is after {@code statement} was drawn of it */
    public static OrderStanding of(Account account, Statement statement) {
        Situation situation = Objects.requireNonNull(
                Situation.of(
                        account.evidence(),
                        Objects.requireNonNull(account.terms(), "terms of a drawn order"),
                        statement.today()),
                "a drawn order is placed");
        return new OrderStanding(
                statement.orderId(),
                statement.seller(),
                statement.customer(),
                statement.quality(),
                statement.status(),
                situation.order().on(),
                debts(statement),
                statement.shares().stream()
                        .filter(share -> !share.state().equals("CUSTOMER"))
                        .toList(),
                holds(situation),
                refunds(account, situation),
                statement.payers().stream()
                        .filter(position -> position.owedBack().isPositive())
                        .map(position -> new OwedBack(position.payer(), position.owedBack()))
                        .toList(),
                statement.accessSuspended(),
                statement.documentsWithheld(),
                care(situation, statement),
                new StandingDeadlines(account, situation, statement).all());
    }

    /** What people did, as they said it last; null: nothing. */
    private static @Nullable Care care(Situation situation, Statement statement) {
        LocalDate contactedOn = situation.contacts().stream()
                .map(ContactNoted::on)
                .max(LocalDate::compareTo)
                .orElse(null);
        LocalDate resubmitOn = situation.resubmissions().isEmpty()
                ? null
                : situation.resubmissions().getLast().until();
        String assignedTo = situation.assignments().isEmpty()
                ? null
                : situation.assignments().getLast().to();
        BrokenPromise broken = broken(situation, statement);
        return contactedOn == null && resubmitOn == null && assignedTo == null && broken == null
                ? null
                : new Care(contactedOn, resubmitOn, assignedTo, broken);
    }

    /** As promises are judged: kept if what came reaches what was promised, or if nothing of the payer's is late. */
    private static @Nullable BrokenPromise broken(Situation situation, Statement statement) {
        BrokenPromise last = null;
        for (Holds.Hold promise : Holds.of(situation).promisesRunOut()) {
            LocalDate lastDay = promise.lastDay();
            if (lastDay == null || !lastDay.isBefore(situation.today()) || !isLate(promise.payer(), statement)) {
                continue;
            }
            Money paid = Receipts.of(situation, promise.payer()).paidBetween(promise.from(), lastDay);
            boolean kept = promise.promised() != null && !promise.promised().exceeds(paid);
            if (!kept && (last == null || !lastDay.isBefore(last.lastDay()))) {
                last = new BrokenPromise(promise.payer(), promise.promised(), paid, lastDay);
            }
        }
        return last;
    }

    private static boolean isLate(String payer, Statement statement) {
        return statement.payers().stream()
                .anyMatch(position ->
                        position.payer().equals(payer) && position.late().isPositive());
    }

    private static List<Debt> debts(Statement statement) {
        if (statement.status() == Status.WRITTEN_OFF) {
            return List.of();
        }
        PayerKind customers = PayerKind.of(statement.quality());
        return statement.receivables().stream()
                .filter(receivable -> receivable.outstanding().isPositive())
                .map(receivable -> new Debt(
                        receivable.key(),
                        receivable.payer(),
                        receivable.payer().equals(statement.customer()) ? customers : PayerKind.FUNDER,
                        receivable.principal(),
                        Objects.requireNonNullElse(receivable.dueOn(), Document.Due.NEVER),
                        receivable.outstanding(),
                        receivable.lastStep(),
                        receivable.nextStep(),
                        receivable.nextStepOn()))
                .sorted(Comparator.comparing(Debt::dueOn).thenComparing(Debt::key))
                .toList();
    }

    private static List<HoldOnOrder> holds(Situation situation) {
        return Holds.of(situation).inForce(situation.today()).stream()
                .map(hold -> new HoldOnOrder(hold.reason(), hold.payer(), hold.lastDay(), hold.promised()))
                .toList();
    }

    private static List<Refund> refunds(Account account, Situation situation) {
        return account.issued().refunds().values().stream()
                .map(refund -> new Refund(
                        refund.refundId(),
                        refund.payer(),
                        refund.amount().minus(paid(refund, situation)),
                        refund.dueBy()))
                .filter(refund -> refund.unpaid().isPositive())
                .sorted(Comparator.comparing(Refund::dueBy).thenComparing(Refund::refundId))
                .toList();
    }

    private static Money paid(RefundDue refund, Situation situation) {
        return situation.refundsPaid().stream()
                .filter(paid -> paid.refundId().equals(refund.refundId())
                        && situation.returnOf(paid) == null
                        && situation.payerOf(paid.payerId()).equals(refund.payer()))
                .map(RefundPaid::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
