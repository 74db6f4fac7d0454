package io.echeance.core.invoice;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Price;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRate;
import java.time.LocalDate;
import java.util.List;

/**
 * A document on its way to its number: what the account has decided, with all that the invoice says beyond it and only
 * the account knows. Names no person.
 *
 * @param terms those that bind the order: what the invoice says of them is made from what is computed with
 * @param customer whose order it is
 * @param ordered the lines of the order as it stands
 * @param preceding what it corrects, deducts or follows from
 */
public record Draft(
        Document document,
        Terms terms,
        PayerKind payerKind,
        String customer,
        List<OrderLine> ordered,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        List<Earlier> preceding) {

    /** An earlier document of the order; its payer is the same. */
    public record Earlier(DocumentId documentId, Kind kind, LocalDate on, Money gross) {}

    /** The same, issued on {@code day}, if not before. */
    public Draft issuedOn(LocalDate day) {
        return new Draft(
                document.issuedOn(day), terms, payerKind, customer, ordered, serviceFrom, serviceTo, preceding);
    }

    /** A funder pays it, for the customer. */
    public boolean isForFunder() {
        return !document.payer().equals(customer);
    }

    /** Net price of the whole order at one rate, before anyone's share. */
    Money price(VatRate rate) {
        return Price.of(ordered).byRate().getOrDefault(rate, Money.ZERO);
    }

    /** Of that, what the course itself costs. */
    Money tuition(VatRate rate) {
        return Price.of(ordered).of(new Price.Part(OrderLine.LineKind.TUITION, rate));
    }

    /** Net price of the whole order. */
    Money price() {
        return Price.of(ordered).total();
    }

    /** The kind of the document that a credit note reduces; of any other document, its own. */
    Kind kind() {
        return document.kind() == Kind.CREDIT_NOTE ? preceding.getFirst().kind() : document.kind();
    }
}
