package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The receivables that the documents make.
 *
 * <p>A credit note reduces the receivables of its invoice, latest due first, and beyond these the deposit that the
 * invoice deducted, as if the credited part had never been owed. An acceleration brings forward what it covers.
 */
public final class Receivables {

    private Receivables() {}

    /** In order of due date, principal before fees before interest, then of key. */
    public static List<Receivable> of(List<Document> documents, List<Accelerated> accelerations) {
        Map<ReceivableKey, Money> credited = creditedByReceivable(documents);
        Map<ReceivableKey, LocalDate> broughtForward = new HashMap<>();
        for (Accelerated acceleration : accelerations) {
            if (!acceleration.undone()) {
                acceleration
                        .receivables()
                        .forEach(key ->
                                broughtForward.merge(key, acceleration.dueOn(), (a, b) -> a.isBefore(b) ? a : b));
            }
        }
        List<Receivable> receivables = new ArrayList<>();
        for (Document document : documents) {
            for (int n = 1; n <= document.due().size(); n++) {
                Due due = document.due().get(n - 1);
                ReceivableKey key = document.receivable(n);
                LocalDate forward = broughtForward.get(key);
                receivables.add(new Receivable(
                        key,
                        document.kind(),
                        document.payer(),
                        due.amount().minus(credited.getOrDefault(key, Money.ZERO)),
                        due.amount(),
                        dueOn(document, due, forward),
                        due.on(),
                        document.on()));
            }
        }
        receivables.sort(Comparator.comparing(Receivable::dueOn)
                .thenComparing(receivable -> rank(receivable.kind()))
                .thenComparing(Receivable::key));
        return receivables;
    }

    /** Brought forward or not, nothing falls due before its document, and nothing while that is held back. */
    private static LocalDate dueOn(Document document, Due due, @Nullable LocalDate forward) {
        if (forward == null || due.on().equals(Due.NEVER) || !forward.isBefore(due.on())) {
            return due.on();
        }
        return forward.isBefore(document.on()) ? document.on() : forward;
    }

    /** Of debts that fall due on one day principal comes first, then fees, then interest. */
    private static int rank(Kind kind) {
        return switch (kind) {
            case DEPOSIT, INVOICE, CANCELLATION_FEE, CREDIT_NOTE -> 0;
            case RECOVERY_FEE -> 1;
            case CLOSING -> 2;
        };
    }

    private static Map<ReceivableKey, Money> creditedByReceivable(List<Document> documents) {
        Map<ReceivableKey, Money> credited = new HashMap<>();
        for (Document note : documents) {
            if (note.refersTo() != null) {
                Money rest = reduce(documents, note.refersTo(), note.gross(), credited);
                if (rest.isPositive()) {
                    reduceDeposits(documents, note.payer(), rest, credited);
                }
            }
        }
        return credited;
    }

    private static Money reduce(
            List<Document> documents, DocumentId documentId, Money amount, Map<ReceivableKey, Money> credited) {
        Money rest = amount;
        for (Document document : documents) {
            if (document.id().equals(documentId)) {
                for (int n = document.due().size(); n >= 1; n--) {
                    ReceivableKey key = document.receivable(n);
                    Money before = credited.getOrDefault(key, Money.ZERO);
                    Money left = document.due().get(n - 1).amount().minus(before);
                    Money cut = rest.min(left);
                    credited.put(key, before.plus(cut));
                    rest = rest.minus(cut);
                }
            }
        }
        return rest;
    }

    private static void reduceDeposits(
            List<Document> documents, String payer, Money amount, Map<ReceivableKey, Money> credited) {
        Money rest = amount;
        for (Document document : documents) {
            if (document.kind() == Kind.DEPOSIT && document.payer().equals(payer)) {
                rest = reduce(documents, document.id(), rest, credited);
            }
        }
    }
}
