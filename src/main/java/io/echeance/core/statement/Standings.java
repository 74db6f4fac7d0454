package io.echeance.core.statement;

import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderStanding;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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
                statement.documentsWithheld());
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
                .map(hold -> new HoldOnOrder(hold.reason(), hold.payer(), hold.lastDay()))
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
