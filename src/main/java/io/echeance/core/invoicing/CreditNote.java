package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Situation;
import io.echeance.core.vat.Vat;
import java.util.ArrayList;
import java.util.List;

/**
 * What credit notes (<i>avoirs</i>, CGI, 272 and 289 I-5) take back of one invoice, so far and newly. A part of an
 * invoice bears the VAT that the invoice does, whatever rate is in force today; all notes together bear exactly the VAT
 * of what they took back.
 *
 * @param documents every document of the order so far
 */
record CreditNote(Document invoice, List<Document> documents) {

    private List<Item> items() {
        List<Item> credited = new ArrayList<>();
        for (Document note : documents) {
            if (invoice.id().equals(note.refersTo())) {
                credited.addAll(note.items());
            }
        }
        return credited;
    }

    /** Net under one key that is not taken back yet. */
    Money netLeft(ItemKey key) {
        Money left = invoice.netOf(key);
        for (Item item : items()) {
            left = item.key().equals(key) ? left.minus(item.net()) : left;
        }
        return left;
    }

    /** Net of all of it that is not taken back yet. */
    Money netLeft() {
        Money left = invoice.net();
        for (Item item : items()) {
            left = left.minus(item.net());
        }
        return left;
    }

    Money grossTakenBack() {
        Money credited = Money.ZERO;
        for (Document note : documents) {
            credited = invoice.id().equals(note.refersTo()) ? credited.plus(note.gross()) : credited;
        }
        return credited;
    }

    /** What takes {@code part} back of an invoice, on the ground of a requirement. */
    static Item item(Document invoice, Requirement requirement, Money part) {
        for (Item item : invoice.items()) {
            if (item.key().equals(requirement.key())) {
                return new Item(requirement.key(), part, item.vatCategory(), item.vatRate(), requirement.basis());
            }
        }
        throw new IllegalStateException(invoice.id() + " has no item " + requirement.key());
    }

    /** The note that takes these items back. */
    Document of(DocumentId id, List<Item> items, Situation situation) {
        Money net = Billing.sum(items);
        List<VatPart> parts = Vat.credited(invoice, items(), items);
        Money vat = Billing.vat(parts);
        return new Document(
                situation.today(),
                situation.orderId(),
                id,
                Kind.CREDIT_NOTE,
                invoice.payer(),
                net,
                vat,
                net.plus(vat),
                null,
                List.of(),
                items,
                invoice.id(),
                List.of(),
                situation.terms().seller(),
                situation.terms().id(),
                Billing.ifSeveral(parts));
    }
}
