package io.echeance.core.decision;

import io.echeance.core.ledger.Bookkeeper;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Situation;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** In order: documents, payments, returns, refunds, what is given up. */
    List<LedgerEntry> entries() {
        List<Document> documents = drawing.billing().documents();
        for (Output output : pen.outputs()) {
            if (output instanceof Document document) {
                post(bookkeeper.issued(document, documents));
            }
        }
        Map<String, PaymentReceived> payments = new HashMap<>();
        for (PaymentReceived payment : situation.payments()) {
            payments.put(payment.paymentId(), payment);
            if (pen.tellsFirst("received/" + payment.paymentId())) {
                post(bookkeeper.received(payment));
            }
        }
        for (PaymentReturned returned : situation.returns()) {
            PaymentReceived payment = payments.get(returned.paymentId());
            if (payment != null && pen.tellsFirst("returned/" + payment.paymentId())) {
                post(bookkeeper.returned(returned, payment));
            }
        }
        for (RefundPaid refund : situation.refundsPaid()) {
            if (pen.tellsFirst("refunded/" + refund.factId())) {
                post(bookkeeper.refunded(refund));
            }
        }
        giveUp();
        return entries;
    }

    /** All that is unpaid once the debt is written off, and again less whenever some of it is paid or credited. */
    private void giveUp() {
        if (!situation.isWrittenOff()) {
            return;
        }
        for (String payer : drawing.settlement.payers()) {
            Money before = pen.givenUp.getOrDefault(payer, Money.ZERO);
            Money after = drawing.settlement.outstandingOf(payer, situation.today());
            if (!after.equals(before)) {
                int n = 0;
                while (!pen.tellsFirst("given-up/" + payer + "/" + n)) {
                    n++;
                }
                post(bookkeeper.givenUp(payer, before, after, n));
                pen.givenUp.put(payer, after);
            }
        }
    }

    private void post(Optional<LedgerEntry> entry) {
        entry.ifPresent(entries::add);
    }
}
