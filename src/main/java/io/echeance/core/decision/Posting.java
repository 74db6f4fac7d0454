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
import io.echeance.core.terms.VatRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
            SortedMap<VatRate, Money> due = payVat(payer, bases);
            giveUp(payer, less(vat(payer, bases), due));
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

    /** VAT on what a payer was invoiced, as it stands after credit notes, by rate. */
    private SortedMap<VatRate, Money> vat(String payer, Map<String, Base> bases) {
        Base sum = Base.NOTHING;
        for (Document document : drawing.billing().documents()) {
            if (document.payer().equals(payer)) {
                sum = sum.plus(bases.getOrDefault(document.id(), Base.NOTHING));
            }
        }
        return vatOf(sum);
    }

    /**
     * VAT becomes due as it is paid.
     *
     * @return what of it is due, by rate
     */
    private SortedMap<VatRate, Money> payVat(String payer, Map<String, Base> bases) {
        Base paid = Base.NOTHING;
        for (Document document : drawing.billing().documents()) {
            Base base = bases.getOrDefault(document.id(), Base.NOTHING);
            if (document.payer().equals(payer) && !base.isZero()) {
                paid = paid.plus(base.first(paid(document)));
            }
        }
        SortedMap<VatRate, Money> due = vatOf(paid);
        SortedMap<VatRate, Money> more = less(due, held(pen.vatDue, payer));
        if (!more.isEmpty()) {
            post(bookkeeper.vatDue(payer, more, next("vat-due/" + payer)));
            hold(pen.vatDue, payer, due);
        }
        return due;
    }

    private static SortedMap<VatRate, Money> vatOf(Base base) {
        SortedMap<VatRate, Money> vat = new TreeMap<>();
        base.parts().forEach((taxation, part) -> vat.merge(taxation.named(), part.vat(), Money::plus));
        vat.values().removeIf(Money::isZero);
        return vat;
    }

    private static SortedMap<VatRate, Money> less(SortedMap<VatRate, Money> one, SortedMap<VatRate, Money> other) {
        SortedMap<VatRate, Money> difference = new TreeMap<>(one);
        other.forEach((taxation, amount) -> difference.merge(taxation, amount.negate(), Money::plus));
        difference.values().removeIf(Money::isZero);
        return difference;
    }

    /** What the books hold of a payer, by rate. */
    private static SortedMap<VatRate, Money> held(SortedMap<String, Money> books, String payer) {
        SortedMap<VatRate, Money> held = new TreeMap<>();
        for (VatRate rate : VatRate.values()) {
            Money amount = books.get(name(payer, rate));
            if (amount != null) {
                held.put(rate, amount);
            }
        }
        return held;
    }

    private static void hold(SortedMap<String, Money> books, String payer, SortedMap<VatRate, Money> amounts) {
        for (VatRate rate : VatRate.values()) {
            String name = name(payer, rate);
            if (rate == VatRate.STANDARD || amounts.containsKey(rate) || books.containsKey(name)) {
                books.put(name, amounts.getOrDefault(rate, Money.ZERO));
            }
        }
    }

    /** No id of a payer has a slash. */
    private static String name(String payer, VatRate rate) {
        return rate == VatRate.STANDARD ? payer : payer + "/" + rate;
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
    private void giveUp(String payer, SortedMap<VatRate, Money> waiting) {
        if (!situation.isWrittenOff()) {
            return;
        }
        Money lost = drawing.settlement.outstandingOf(payer, situation.today());
        Money more = lost.minus(pen.givenUp.getOrDefault(payer, Money.ZERO));
        SortedMap<VatRate, Money> vat = less(waiting, held(pen.vatGivenUp, payer));
        if (!more.isZero() || !vat.isEmpty()) {
            post(bookkeeper.givenUp(payer, more, vat, next("given-up/" + payer)));
            pen.givenUp.put(payer, lost);
            hold(pen.vatGivenUp, payer, waiting);
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
