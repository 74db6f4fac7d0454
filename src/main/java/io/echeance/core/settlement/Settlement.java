package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every payer's payments against its own receivables. A funder's money never pays the customer's debts, nor the
 * reverse; whoever is no funder of the order pays for the customer (Code civil, 1342-1).
 */
public final class Settlement implements Outstanding {

    private final List<Receivable> receivables;
    private final Map<String, Allocation> byPayer = new LinkedHashMap<>();

    private Settlement(List<Receivable> receivables) {
        this.receivables = receivables;
    }

    /** @param receipts of every payer who may owe or pay something */
    public static Settlement of(
            Situation situation,
            Map<String, Receipts> receipts,
            List<Document> documents,
            List<Accelerated> accelerations) {
        Map<String, DocumentId> documentOf = new HashMap<>();
        for (Document document : documents) {
            documentOf.put(document.id().text(), document.id());
        }
        for (DocumentNumbered numbered : situation.numbers()) {
            documentOf.put(numbered.number(), numbered.documentId());
        }
        Settlement settlement = new Settlement(Receivables.of(documents, accelerations));
        receipts.forEach((payer, ofPayer) ->
                settlement.byPayer.put(payer, Allocation.of(settlement.pick(payer), ofPayer, documentOf)));
        return settlement;
    }

    /** All, in order of due date, principal before fees before interest, then of key. */
    public List<Receivable> receivables() {
        return receivables;
    }

    public List<Receivable> receivablesOf(String payer) {
        Allocation allocation = byPayer.get(payer);
        return allocation == null ? pick(payer) : allocation.receivables();
    }

    private List<Receivable> pick(String payer) {
        List<Receivable> ofPayer = new ArrayList<>();
        for (Receivable receivable : receivables) {
            if (receivable.payer().equals(payer)) {
                ofPayer.add(receivable);
            }
        }
        return ofPayer;
    }

    /** What a payer paid and nothing absorbs. */
    public Money creditOf(String payer) {
        Allocation allocation = byPayer.get(payer);
        return allocation == null ? Money.ZERO : allocation.credit();
    }

    public Set<String> payers() {
        return byPayer.keySet();
    }

    /** Unpaid of a payer at the end of a day, due or not. */
    public Money outstandingOf(String payer, LocalDate day) {
        Money sum = Money.ZERO;
        for (Receivable receivable : receivablesOf(payer)) {
            sum = sum.plus(of(receivable, day));
        }
        return sum;
    }

    /** Unpaid late principal of a payer at the end of a day. */
    public Money lateOf(String payer, LocalDate day) {
        Money sum = Money.ZERO;
        for (Receivable receivable : receivablesOf(payer)) {
            if (isLate(receivable, day)) {
                sum = sum.plus(of(receivable, day));
            }
        }
        return sum;
    }

    /** What was collected of each document, day by day, in the order of the receivables. */
    public List<Collected> collected() {
        List<Collected> collected = new ArrayList<>();
        for (Receivable receivable : receivables) {
            Money before = Money.ZERO;
            LocalDate day = changesAfter(receivable, LocalDate.MIN);
            while (day != null) {
                Money paid = paid(receivable, day);
                collected.add(new Collected(receivable.key().document(), day, paid.minus(before)));
                before = paid;
                day = changesAfter(receivable, day);
            }
        }
        return collected;
    }

    @Override
    public Money of(Receivable receivable, LocalDate day) {
        return allocation(receivable).of(receivable, day);
    }

    @Override
    public Money paid(Receivable receivable, LocalDate day) {
        return allocation(receivable).paid(receivable, day);
    }

    @Override
    public @Nullable LocalDate changesAfter(Receivable receivable, LocalDate day) {
        return allocation(receivable).changesAfter(receivable, day);
    }

    private Allocation allocation(Receivable receivable) {
        Allocation allocation = byPayer.get(receivable.payer());
        if (allocation == null) {
            throw new IllegalArgumentException("no payer of the order: " + receivable);
        }
        return allocation;
    }
}
