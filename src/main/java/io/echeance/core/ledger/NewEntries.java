package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Issued;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.VatRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Posts what is newly said, and the money that newly counts, to the books: each only once. */
public final class NewEntries {

    /**
     * What is posted, and what the books hold after it.
     *
     * @param once keys of what is posted only once
     * @param vatDue of each payer
     * @param givenUp of each payer, VAT included
     * @param vatGivenUp of each payer
     */
    public record Posted(
            List<LedgerEntry> entries,
            SortedSet<String> once,
            SortedMap<String, Money> vatDue,
            SortedMap<String, Money> givenUp,
            SortedMap<String, Money> vatGivenUp) {}

    private final Situation situation;
    private final List<Document> documents;
    private final Settlement settlement;
    private final Bookkeeper bookkeeper;
    private final Announcer once;
    private final SortedMap<String, Money> vatDue;
    private final SortedMap<String, Money> givenUp;
    private final SortedMap<String, Money> vatGivenUp;
    private final List<LedgerEntry> entries = new ArrayList<>();

    private NewEntries(Situation situation, List<Document> documents, Settlement settlement, Issued issued) {
        this.situation = situation;
        this.documents = documents;
        this.settlement = settlement;
        this.bookkeeper = new Bookkeeper(situation);
        this.once = new Announcer(situation, issued);
        this.vatDue = new TreeMap<>(issued.vatDue());
        this.givenUp = new TreeMap<>(issued.givenUp());
        this.vatGivenUp = new TreeMap<>(issued.vatGivenUp());
    }

    /**
     * In order: documents, payments, refunds, each with its return, VAT that became due, what is given up.
     *
     * @param drawn the new documents
     * @param documents every document of the order, the new ones too
     * @param issued what was said and posted before
     */
    public static Posted of(
            Situation situation, List<Document> drawn, List<Document> documents, Settlement settlement, Issued issued) {
        NewEntries posting = new NewEntries(situation, documents, settlement, issued);
        drawn.forEach(document -> posting.post(posting.bookkeeper.issued(document, documents)));
        situation.payments().forEach(posting::move);
        situation.refundsPaid().forEach(posting::move);
        situation.withdrawn().forEach(posting::takeBack);
        Map<DocumentId, Base> bases = Base.of(documents);
        for (String payer : settlement.payers()) {
            SortedMap<VatRate, Money> due = posting.payVat(payer, bases);
            posting.giveUp(payer, less(posting.vat(payer, bases), due));
        }
        return new Posted(
                posting.entries, posting.once.announced().once(), posting.vatDue, posting.givenUp, posting.vatGivenUp);
    }

    /** A movement of money is posted once, taken back when it came back, and again if it turns out that it did not. */
    private void move(PaymentFact movement) {
        if (once.isFirst("moved/" + movement.factId())) {
            post(bookkeeper.moved(movement));
        }
        Situation.Known<PaymentReturned> returned = situation.returnOf(movement);
        int times = timesBack(movement);
        boolean isBack = times % 2 == 1;
        if (isBack != (returned != null) && once.isFirst("moved-back/" + movement.factId() + "/" + times)) {
            post(bookkeeper.movedBack(movement, returned == null ? null : returned.fact(), times));
        }
    }

    /** What a person placed elsewhere leaves the books of this order, if it stands there. */
    private void takeBack(PaymentReceived payment) {
        boolean isThere = once.hasSaid("moved/" + payment.factId()) && timesBack(payment) % 2 == 0;
        if (isThere && once.isFirst("withdrawn/" + payment.factId())) {
            post(bookkeeper.withdrawn(payment));
        }
    }

    private int timesBack(PaymentFact movement) {
        int times = 0;
        while (once.hasSaid("moved-back/" + movement.factId() + "/" + times)) {
            times++;
        }
        return times;
    }

    /** VAT on what a payer was invoiced, as it stands after credit notes, by rate. */
    private SortedMap<VatRate, Money> vat(String payer, Map<DocumentId, Base> bases) {
        Base sum = Base.NOTHING;
        for (Document document : documents) {
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
    private SortedMap<VatRate, Money> payVat(String payer, Map<DocumentId, Base> bases) {
        Base paid = Base.NOTHING;
        for (Document document : documents) {
            Base base = bases.getOrDefault(document.id(), Base.NOTHING);
            if (document.payer().equals(payer) && !base.isZero()) {
                paid = paid.plus(base.first(paid(document)));
            }
        }
        SortedMap<VatRate, Money> due = vatOf(paid);
        SortedMap<VatRate, Money> more = less(due, held(vatDue, payer));
        if (!more.isEmpty()) {
            post(bookkeeper.vatDue(payer, more, next("vat-due/" + payer)));
            hold(vatDue, payer, due);
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
        return settlement.receivablesOf(document.payer()).stream()
                .filter(debt -> debt.key().document().equals(document.id()))
                .map(debt -> settlement.paid(debt, situation.today()))
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
        Money lost = settlement.outstandingOf(payer, situation.today());
        Money more = lost.minus(givenUp.getOrDefault(payer, Money.ZERO));
        SortedMap<VatRate, Money> vat = less(waiting, held(vatGivenUp, payer));
        if (!more.isZero() || !vat.isEmpty()) {
            post(bookkeeper.givenUp(payer, more, vat, next("given-up/" + payer)));
            givenUp.put(payer, lost);
            hold(vatGivenUp, payer, waiting);
        }
    }

    /** How many entries of this name were posted before. */
    private int next(String name) {
        int n = 0;
        while (!once.isFirst(name + "/" + n)) {
            n++;
        }
        return n;
    }

    private void post(Optional<LedgerEntry> entry) {
        entry.ifPresent(entries::add);
    }
}
