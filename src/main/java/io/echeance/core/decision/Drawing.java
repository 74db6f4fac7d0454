package io.echeance.core.decision;

import io.echeance.core.course.Ending;
import io.echeance.core.invoicing.Billing;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Document;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.refunds.Refunds;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.StatutoryRates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One drawing of an order's statement, in one visible order: what the order costs whom; the documents that say so;
 * what is
 * paid of them; what the close of a day brings (acceleration, steps); penalties; and what people have to be told.
 */
final class Drawing {

    final Situation situation;
    final StatutoryRates rates;
    final Pen pen;
    final Holds holds;
    final Invoicing invoicing;
    final Penalties penalties;
    private final Map<String, Receipts> receipts;
    private final Billing billing;
    private final LocalDate today;
    Settlement settlement;
    private Dunning dunning;

    /** @param issued what was said before */
    Drawing(Situation situation, Issued issued, StatutoryRates rates) {
        this.situation = situation;
        this.rates = rates;
        this.today = situation.today();
        this.pen = new Pen(situation, issued);
        this.holds = Holds.of(situation);
        this.receipts = receipts(situation);
        List<Document> documents = situation.asTold(issued.documents());
        this.invoicing = new Invoicing(situation, receipts, documents, isAccelerated());
        this.penalties = new Penalties(situation, rates, holds, pen);
        this.billing = new Billing(situation, invoicing.dueDates, documents);
        invoicing.draw(billing);
        this.settlement = settled();
        this.dunning = new Dunning(situation, settlement, holds, penalties, pen);
    }

    private boolean isAccelerated() {
        return pen.accelerations.stream()
                .anyMatch(acceleration ->
                        !acceleration.undone() && acceleration.payer().equals(situation.customer()));
    }

    private static Map<String, Receipts> receipts(Situation situation) {
        Map<String, Receipts> receipts = new LinkedHashMap<>();
        receipts.put(situation.customer(), Receipts.of(situation, situation.customer()));
        for (FundingRequest request : situation.order().funding()) {
            receipts.computeIfAbsent(request.funderId(), funder -> Receipts.of(situation, funder));
        }
        return receipts;
    }

    private Settlement settled() {
        return Settlement.of(situation, receipts, billing.documents(), pen.accelerations);
    }

    /** Again, since documents or due dates have changed. */
    private void settle() {
        penalties.forgetInterest();
        settlement = settled();
        dunning = new Dunning(situation, settlement, holds, penalties, pen);
    }

    Receipts receiptsOf(String payer) {
        Receipts ofPayer = receipts.get(payer);
        return ofPayer == null ? Receipts.of(situation, payer) : ofPayer;
    }

    Billing billing() {
        return billing;
    }

    /** @param close whether a day was closed: then deadlines run out, steps are taken, promises are judged */
    void draw(boolean close) {
        List<Receivable> charged = List.of();
        List<Accelerated> undone = accelerations().undo();
        if (!undone.isEmpty()) {
            settle();
            accelerations().takeBack(undone);
        }
        if (close) {
            List<Accelerated> accelerated = accelerations().declare();
            if (!accelerated.isEmpty()) {
                settle();
                accelerations().tell(accelerated);
            }
            charged = dunning.takeSteps(billing);
        }
        int before = billing.drawn().size();
        penalties.chargeFees(charged, close, billing, settlement);
        penalties.close(billing, settlement);
        if (billing.drawn().size() != before) {
            settle();
        }
        pen.write(billing.drawn());
        tell(close);
    }

    Dunning dunning() {
        return dunning;
    }

    private Accelerations accelerations() {
        return new Accelerations(situation, settlement, holds, pen);
    }

    private void tell(boolean close) {
        Aftermath aftermath = new Aftermath(situation, invoicing, settlement, pen);
        aftermath.tellEnding();
        aftermath.tellFunding();
        aftermath.tellSettled();
        Safeguards safeguards = new Safeguards(situation, settlement, pen);
        safeguards.holdAccess(close);
        safeguards.holdDocuments(owedByCustomer());
        RefundAlerts alerts = new RefundAlerts(this);
        sayRefunds(alerts);
        alerts.tellOwedBack();
        if (close) {
            if (!situation.isWrittenOff()) {
                safeguards.missProofs();
            }
            safeguards.judgePromises(holds, receipts);
            alerts.tellOverdue();
        }
    }

    /** Whether all that the order costs is billed and every receivable settled. */
    boolean isAllPaid() {
        return invoicing.isFullyBilled()
                && settlement.receivables().stream()
                        .noneMatch(debt -> settlement.of(debt, today).isPositive());
    }

    private Money owedByCustomer() {
        return new CustomersDebt(situation, settlement, penalties, billing, invoicing).total();
    }

    private void sayRefunds(RefundAlerts alerts) {
        Ending ending = invoicing.course.ending();
        int days = ending == null ? situation.terms().ending().refundDays() : ending.refundDays();
        for (String payer : settlement.payers()) {
            Receipts ofPayer = receiptsOf(payer);
            LocalDate cause = today;
            if (ending != null) {
                LocalDate last = ofPayer.lastPaymentOn();
                cause = last.isAfter(ending.on()) ? last : ending.on();
            }
            Money credit = settlement.creditOf(payer);
            Money kept = ending == null ? mayStillAbsorb(payer, credit) : Money.ZERO;
            new Refunds(situation, payer, credit, kept, cause.plusDays(days))
                    .toSay(pen.refunds.values(), ofPayer, alerts.cameBack(ofPayer, days), refundBasis())
                    .forEach(pen::write);
        }
    }

    /**
     * What of a payer's credit something may still absorb. Reading taken of "credit that nothing more can absorb": all
     * may be until the payer's part is billed, and while a funder's own share may still move; after that, of the
     * customer's, no more than the gross of what may still fall back on it.
     */
    private Money mayStillAbsorb(String payer, Money credit) {
        if (!invoicing.isBilled()) {
            return credit;
        }
        boolean isCustomer = payer.equals(situation.customer());
        Money absorbed = isCustomer ? invoicing.gross(invoicing.shares.awaitingAcceptance()) : Money.ZERO;
        for (FunderShare share : invoicing.shares.funders()) {
            if (isCustomer) {
                absorbed = absorbed.plus(mayStillFallBack(share));
            } else if (share.funder().equals(payer)
                    && (share.state() == FunderShare.State.REQUESTED
                            || mayStillFallBack(share).isPositive())) {
                return credit;
            }
        }
        return credit.min(absorbed);
    }

    /** Gross of what of a funder's share may still fall back on the customer. */
    private Money mayStillFallBack(FunderShare share) {
        return switch (share.state()) {
            case REQUESTED -> invoicing.gross(share.net());
            case GRANTED -> {
                if (!isInvoiced(share.funder())) {
                    yield invoicing.gross(share.net());
                }
                yield fallsBackUnpaid() ? settlement.outstandingOf(share.funder(), today) : Money.ZERO;
            }
            case REFUSED, SILENT, UNPAID -> Money.ZERO;
        };
    }

    private boolean isInvoiced(String payer) {
        return billing.documents().stream()
                .anyMatch(document -> document.kind() == Document.Kind.INVOICE
                        && document.payer().equals(payer));
    }

    private boolean fallsBackUnpaid() {
        return situation.terms().funding() != null
                && situation.terms().funding().unpaidAfterDays() != null;
    }

    /** Where the days to pay back stand written. */
    List<String> refundBasis() {
        Ending ending = invoicing.course.ending();
        Clauses clauses = new Clauses(situation.terms());
        if (isWithdrawal()) {
            return clauses.of("ending.withdrawal", "C. conso., L221-24", "C. conso., L242-4");
        }
        boolean moneyBack = ending != null && ending.reason().equals(CancellationReason.MONEY_BACK.name());
        return moneyBack ? clauses.of("ending.moneyBack") : clauses.of("ending.refundDays", "C. civ., 1302-1");
    }

    /** Whether a refund that is late bears the increase of the law. */
    boolean isWithdrawal() {
        Ending ending = invoicing.course.ending();
        return ending != null && ending.isWithdrawal();
    }

    Money unpaid(RefundDue refund) {
        return refund.amount().minus(receiptsOf(refund.payer()).refunded(refund.refundId()));
    }

    /** First morning on which another drawing may say something new without a new fact. */
    NextDate nextDate(Evidence evidence) {
        NextDate next = new NextDate(today);
        next.considerFacts(evidence);
        next.considerAfterToday(invoicing.billingDay);
        next.consider(invoicing.shares.nextOn());
        next.considerPromises(holds, pen);
        for (RefundDue refund : pen.refunds.values()) {
            if (unpaid(refund).isPositive()) {
                next.considerRefund(refund, pen);
            }
        }
        if (pen.clearsTomorrow || penalties.owesFeeAgainTomorrow(billing, settlement)) {
            next.consider(today.plusDays(1));
        }
        next.considerLateness(situation, settlement, pen.accessSuspended);
        if (situation.terms().late().documentsWithheld()
                && !pen.documentsWithheld
                && owedByCustomer().isPositive()) {
            next.consider(today.plusDays(1)); // interest may take it above what is tolerated
        }
        if (!situation.isWrittenOff()) {
            next.considerSteps(settlement, holds, dunning);
            next.considerNotices(situation, settlement, accelerations(), pen);
            if (penalties.waitsForRate(settlement)) {
                next.consider(today.plusDays(1));
            }
        }
        return next;
    }
}
