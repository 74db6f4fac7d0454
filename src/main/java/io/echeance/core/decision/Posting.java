package io.echeance.core.decision;

import io.echeance.core.ledger.Base;
import io.echeance.core.ledger.Bookkeeper;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts what one drawing newly says, and the money that newly counts, to the books: each only once. */
final class Posting {

    private final Drawing drawing;
    private final Situation situation;
    private final Pen pen;
    private final Bookkeeper bookkeeper;
    private final List<LedgerEntry> entries = new ArrayList<>();

    Posting(Drawing drawing) {
        this.drawing = drawing;
        this.situation = drawing.situation;
        this.pen = drawing.pen;
        this.bookkeeper = new Bookkeeper(situation);
    }

    /** In order: documents, payments, refunds, each with its return, VAT that became due, what is given up. */
    List<LedgerEntry> entries() {
        List<Document> documents = drawing.billing().documents();
        for (Output output : pen.outputs()) {
            if (output instanceof Document document) {
                post(bookkeeper.issued(document, documents));
            }
        }
        situation.payments().forEach(this::move);
        situation.refundsPaid().forEach(this::move);
        Map<String, Base> bases = Base.of(documents);
        for (String payer : drawing.settlement.payers()) {
            giveUp(payer, vat(payer, bases).minus(payVat(payer, bases)));
        }
        return entries;
    }

    /** A movement of money is posted once, taken back when it came back, and again if it turns out that it did not. */
    private void move(PaymentFact movement) {
        if (pen.tellsFirst("moved/" + movement.factId())) {
            post(bookkeeper.moved(movement));
        }
        Situation.Known<PaymentReturned> returned = situation.returnOf(movement);
        String name = "moved-back/" + movement.factId();
        int times = 0;
        while (pen.hasTold(name + "/" + times)) {
            times++;
        }
        boolean isBack = times % 2 == 1;
        if (isBack != (returned != null) && pen.tellsFirst(name + "/" + times)) {
            post(bookkeeper.movedBack(movement, returned == null ? null : returned.fact(), times));
        }
    }

    /** VAT on what a payer was invoiced, as it stands after credit notes. */
    private Money vat(String payer, Map<String, Base> bases) {
        return drawing.billing().documents().stream()
                .filter(document -> document.payer().equals(payer))
                .map(document -> bases.getOrDefault(document.id(), Base.NOTHING).vat())
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * VAT becomes due as it is paid.
     *
     * @return what of it is due
     */
    private Money payVat(String payer, Map<String, Base> bases) {
        Money due = Money.ZERO;
        for (Document document : drawing.billing().documents()) {
            Base base = bases.getOrDefault(document.id(), Base.NOTHING);
            if (document.payer().equals(payer) && !base.vat().isZero()) {
                Money paid = paid(document);
                due = due.plus(paid.minus(base.netOfFirst(paid)));
            }
        }
        Money more = due.minus(pen.vatDue.getOrDefault(payer, Money.ZERO));
        if (!more.isZero()) {
            post(bookkeeper.vatDue(payer, more, next("vat-due/" + payer)));
            pen.vatDue.put(payer, due);
        }
        return due;
    }

    private Money paid(Document document) {
        return drawing.settlement.receivablesOf(document.payer()).stream()
                .filter(debt -> debt.documentId().equals(document.id()))
                .map(debt -> drawing.settlement.paid(debt, situation.today()))
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * All that is unpaid once the debt is written off, and again less whenever some of it is paid or credited.
     *
     * @param waiting VAT that is not due yet: it goes with what is given up
     */
    private void giveUp(String payer, Money waiting) {
        if (!situation.isWrittenOff()) {
            return;
        }
        Money lost = drawing.settlement.outstandingOf(payer, situation.today());
        Money more = lost.minus(pen.givenUp.getOrDefault(payer, Money.ZERO));
        Money vat = waiting.minus(pen.vatGivenUp.getOrDefault(payer, Money.ZERO));
        if (!more.isZero() || !vat.isZero()) {
            post(bookkeeper.givenUp(payer, more, vat, next("given-up/" + payer)));
            pen.givenUp.put(payer, lost);
            pen.vatGivenUp.put(payer, waiting);
        }
    }

    /** How many entries of this name were posted before. */
    private int next(String name) {
        int n = 0;
        while (!pen.tellsFirst(name + "/" + n)) {
            n++;
        }
        return n;
    }

    private void post(Optional<LedgerEntry> entry) {
        entry.ifPresent(entries::add);
    }
}
