package io.echeance.core.statement;

import io.echeance.core.dunning.Ladders;
import io.echeance.core.lateness.Interest;
import io.echeance.core.lateness.Interests;
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

/** Writes what was drawn down as the statement that people and systems read. */
public final class StatementWriter {

    private final Drawn drawn;
    private final Situation situation;
    private final Settlement settlement;
    private final Ladders ladders;
    private final LocalDate today;

    public StatementWriter(Drawn drawn) {
        this.drawn = drawn;
        this.situation = drawn.situation();
        this.settlement = drawn.settlement();
        this.ladders = drawn.ladders();
        this.today = situation.today();
    }

    public Statement write(@Nullable LocalDate nextOn) {
        return new Statement(
                situation.orderId(),
                today,
                situation.terms().id(),
                situation.terms().seller(),
                situation.customer(),
                situation.quality(),
                status(),
                drawn.invoicing().price().total(),
                shares(),
                settlement.payers().stream().map(this::position).toList(),
                settlement.receivables().stream().map(this::receivable).toList(),
                drawn.holds().inForce(today).stream()
                        .map(hold -> hold.holdId() + " " + hold.reason())
                        .toList(),
                drawn.withheld().accessSuspended(),
                drawn.withheld().documentsWithheld(),
                situation.heldBack().stream()
                        .map(held -> new Statement.HeldBack(held.documentId(), held.on(), held.missing()))
                        .toList(),
                nextOn);
    }

    private Status status() {
        if (situation.isWrittenOff()) {
            return Status.WRITTEN_OFF;
        }
        if (drawn.invoicing().course().ending() != null) {
            return Status.CANCELLED;
        }
        if (!drawn.invoicing().isBilled()) {
            return Status.PLACED;
        }
        return drawn.isAllPaid() ? Status.SETTLED : Status.BILLED;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(
                situation.customer(),
                "CUSTOMER",
                drawn.invoicing().shares().ofCustomer().total()));
        for (FunderShare share : drawn.invoicing().shares().funders()) {
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
            Interest ofDebt = drawn.interests().of(debt);
            interest = interest.plus(ofDebt.total());
            provisional |= ofDebt.missing() != null;
        }
        return new Position(
                payer,
                invoiced(payer),
                drawn.receiptsOf(payer)
                        .paidBy(today)
                        .minus(drawn.receiptsOf(payer).refunded()),
                settlement.outstandingOf(payer, today),
                settlement.lateOf(payer, today),
                settlement.creditOf(payer),
                drawn.receiptsOf(payer).owedBack(today),
                interest,
                provisional);
    }

    /** What all its documents ask for: what an invoice deducts as deposit was asked for by the deposit's. */
    private Money invoiced(String payer) {
        Money sum = Money.ZERO;
        for (Document document : drawn.documents()) {
            if (document.payer().equals(payer)) {
                Money payable = document.payable();
                sum = payable == null ? sum.minus(document.gross()) : sum.plus(payable);
            }
        }
        return sum;
    }

    private Statement.ReceivablePosition receivable(io.echeance.core.order.Receivable debt) {
        List<StepTaken> steps = drawn.steps().of(debt);
        Money outstanding = settlement.of(debt, today);
        boolean isReminded = ladders.isDunned(debt) && !debt.isHeldBack() && !situation.isWrittenOff();
        Ladders.Planned next = isReminded ? ladders.planned(debt) : null;
        Interest interest = drawn.interests().of(debt);
        return new Statement.ReceivablePosition(
                debt.key(),
                debt.payer(),
                debt.isPrincipal(),
                debt.principal(),
                debt.isHeldBack() ? null : debt.dueOn(),
                outstanding,
                interest.total(),
                steps.isEmpty() ? null : steps.getLast().id(),
                next == null ? null : next.step().id(),
                next == null ? null : next.on(),
                NoAlertReason.of(debt, drawn, ladders).reason(),
                interest.segments(),
                interest.segments().isEmpty() ? List.of() : Interests.basis(situation));
    }
}
