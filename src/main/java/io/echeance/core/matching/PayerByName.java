package io.echeance.core.matching;

import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who paid, where the text of a bank bears a document's number, and the terms want more than that
 * ({@code payment.numberNeedsSender}): whom the document asks, if the amount is one that it asks for and the sender's
 * name is his; and if no document whose number is nearly the same, of another order, asks for as much of somebody of
 * whom all that is true too. Names are compared at the door, where the bank's file is read, and are kept nowhere: what
 * goes on is the payer's id.
 */
public final class PayerByName {

    private final Map<String, List<Addressed>> byKey = new HashMap<>();

    /** A document, with the name of whom it asks. */
    private record Addressed(KnownName document, String name, boolean isPerson) {

        boolean mayBeOf(PaymentReceived payment, SenderName sender) {
            return document.asksFor(payment.amount()) && sender.isOf(name, isPerson);
        }
    }

    /**
     * Another document that may be named; nobody pays one that asks for nothing, as a credit note.
     *
     * @param name of whom it asks
     */
    public void learn(String number, Document document, String name, PayerKind kind) {
        if (document.due().isEmpty()) {
            return;
        }
        KnownName known = new KnownName(
                number,
                document.orderId(),
                List.of(document.payer()),
                document.due().stream().map(Due::amount).toList());
        byKey.computeIfAbsent(known.key(), none -> new ArrayList<>())
                .add(new Addressed(known, name, kind == PayerKind.CONSUMER));
    }

    /**
     * The payment, with who paid if that is clear; else as it was.
     *
     * @param names of the sender, as the bank has them
     * @param texts all that the bank says in words
     */
    public PaymentReceived known(PaymentReceived payment, Collection<String> names, Collection<String> texts) {
        String written = payment.reference();
        if (written == null || payment.payerId() != null || byKey.isEmpty()) {
            return payment;
        }
        ReferenceText text = ReferenceText.of(written);
        List<Addressed> named = ReferenceFinder.candidates(written).stream()
                .map(Candidate::key)
                .distinct()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(one -> text.names(one.document.name()))
                .toList();
        Set<String> near = NearNumbers.keys(written);
        if (named.size() != 1 || near.isEmpty()) {
            return payment;
        }
        Addressed only = named.getFirst();
        SenderName sender = new SenderName(names, texts);
        boolean isSomebodyElses = near.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .anyMatch(other ->
                        !other.document.orderId().equals(only.document.orderId()) && other.mayBeOf(payment, sender));
        return only.mayBeOf(payment, sender) && !isSomebodyElses
                ? payment.from(only.document.payers().getFirst())
                : payment;
    }
}
