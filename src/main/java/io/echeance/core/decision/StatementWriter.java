package io.echeance.core.decision;

import io.echeance.core.dunning.LadderWalk;
import io.echeance.core.lateness.Interest;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.core.order.Statement.Share;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a drawing down as the statement that people and systems read. */
final class StatementWriter {

    private final Drawing drawing;
    private final Situation situation;
    private final Settlement settlement;
    private final LocalDate today;

    StatementWriter(Drawing drawing) {
        this.drawing = drawing;
        this.situation = drawing.situation;
        this.settlement = drawing.settlement;
        this.today = situation.today();
    }

    Statement write(@Nullable LocalDate nextOn) {
        return new Statement(
                situation.orderId(),
                today,
                situation.terms().id(),
                situation.terms().seller(),
                situation.customer(),
                situation.quality(),
                status(),
                drawing.invoicing.price().total(),
                shares(),
                settlement.payers().stream().map(this::position).toList(),
                settlement.receivables().stream().map(this::receivable).toList(),
                drawing.holds.inForce(today).stream()
                        .map(hold -> hold.holdId() + " " + hold.reason())
                        .toList(),
                drawing.pen.accessSuspended,
                drawing.pen.documentsWithheld,
                situation.numbers().stream()
                        .map(number -> new Statement.Number(number.documentId(), number.number()))
                        .toList(),
                situation.heldBack().stream()
                        .map(held -> new Statement.HeldBack(held.documentId(), held.on(), held.missing()))
                        .toList(),
                nextOn);
    }

    private Status status() {
        if (situation.isWrittenOff()) {
            return Status.WRITTEN_OFF;
        }
        if (drawing.invoicing.course.ending() != null) {
            return Status.CANCELLED;
        }
        if (!drawing.invoicing.isBilled()) {
            return Status.PLACED;
        }
        return drawing.isAllPaid() ? Status.SETTLED : Status.BILLED;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(
                situation.customer(),
                "CUSTOMER",
                drawing.invoicing.shares.ofCustomer().total()));
        for (FunderShare share : drawing.invoicing.shares.funders()) {
            shares.add(new Share(share.funder(), share.state().name(), share.net()));
            if (!share.fallen().isZero()) {
                shares.add(new Share(share.funder(), "AWAITING_ACCEPTANCE", share.fallen()));
            }
        }
        return shares;
    }

    private Position position(String payer) {
        Money interest = Money.ZERO;
        boolean provisional = false;
        for (var debt : settlement.receivablesOf(payer)) {
            Interest ofDebt = drawing.penalties.interest(debt, settlement);
            interest = interest.plus(ofDebt.total());
            provisional |= ofDebt.missing() != null;
        }
        return new Position(
                payer,
                invoiced(payer),
                drawing.receiptsOf(payer)
                        .paidBy(today)
                        .minus(drawing.receiptsOf(payer).refunded()),
                settlement.outstandingOf(payer, today),
                settlement.lateOf(payer, today),
                settlement.creditOf(payer),
                drawing.receiptsOf(payer).owedBack(today),
                interest,
                provisional);
    }

    /** What all its documents ask for: what an invoice deducts as deposit was asked for by the deposit's. */
    private Money invoiced(String payer) {
        Money sum = Money.ZERO;
        for (Document document : drawing.billing().documents()) {
            if (document.payer().equals(payer)) {
                Money payable = document.payable();
                sum = payable == null ? sum.minus(document.gross()) : sum.plus(payable);
            }
        }
        return sum;
    }

    private Statement.Receivable receivable(io.echeance.core.order.Receivable debt) {
        List<StepTaken> steps = drawing.dunning().stepsOf(debt);
        Money outstanding = settlement.of(debt, today);
        String nextStep = null;
        LocalDate nextStepOn = null;
        if (debt.isPrincipal() && outstanding.isPositive() && !situation.isWrittenOff()) {
            for (LadderWalk.Next next : drawing.dunning().next(debt)) {
                LocalDate day = new NextDate(today).stepDay(next, debt, drawing.holds, settlement);
                if (nextStep == null && day != null) {
                    nextStep = next.step().id();
                    nextStepOn = day;
                }
            }
        }
        Interest interest = drawing.penalties.interest(debt, settlement);
        return new Statement.Receivable(
                debt.key(),
                debt.payer(),
                debt.isPrincipal(),
                debt.principal(),
                debt.isHeldBack() ? null : debt.dueOn(),
                outstanding,
                interest.total(),
                steps.isEmpty() ? null : id(steps.getLast()),
                nextStep,
                nextStepOn,
                NoAlertReason.of(debt, drawing).sentence(),
                interest.segments(),
                interest.segments().isEmpty() ? List.of() : drawing.penalties.interestBasis());
    }

    private static String id(StepTaken step) {
        return step.offset() < 0 ? "d" + step.offset() : "d+" + step.offset();
    }
}
