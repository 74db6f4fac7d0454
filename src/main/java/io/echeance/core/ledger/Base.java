package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a document asks for in the end: without the deposit that it deducts, without what credit notes took back. All of
 * them add up to what the books say of net and VAT.
 */
public record Base(Money net, Money gross) {

    public static final Base NOTHING = new Base(Money.ZERO, Money.ZERO);

    public Money vat() {
        return gross.minus(net);
    }

    /**
     * Net of the first {@code paid} of it, rounded half up. The net of a later payment is the difference of two such
     * sums: so the parts of a document that is paid in full add up to its net and to its VAT, to the cent.
     */
    public Money netOfFirst(Money paid) {
        return gross.isZero() ? Money.ZERO : net.timesFraction(paid.toBigDecimal(), gross.toBigDecimal());
    }

    public Base plus(Base other) {
        return new Base(net.plus(other.net), gross.plus(other.gross));
    }

    private Base minus(Base other) {
        return plus(other.negated());
    }

    public Base negated() {
        return new Base(net.negate(), gross.negate());
    }

    public boolean isZero() {
        return net.isZero() && gross.isZero();
    }

    /**
     * Each document's, by its id; a credit note has none of its own. It takes from its invoice, and what is beyond that
     * from the payer's deposits, as the receivables do.
     *
     * @param documents of one order, in the order of issue
     */
    public static Map<String, Base> of(List<Document> documents) {
        Map<String, Base> bases = new LinkedHashMap<>();
        for (Document document : documents) {
            Base full = new Base(document.net(), document.gross());
            if (document.kind() != Kind.CREDIT_NOTE) {
                Base deducted = new Base(Deduction.net(document, documents), Deduction.gross(document));
                bases.put(document.id(), full.minus(deducted));
            } else if (document.refersTo() != null) {
                Base rest = take(full, document.refersTo(), bases);
                for (Document deposit : documents) {
                    if (deposit.kind() == Kind.DEPOSIT && deposit.payer().equals(document.payer())) {
                        rest = take(rest, deposit.id(), bases);
                    }
                }
            }
        }
        return bases;
    }

    /** @return what is left to take */
    private static Base take(Base credited, String documentId, Map<String, Base> bases) {
        Base standing = bases.getOrDefault(documentId, NOTHING);
        if (credited.gross.isZero() || standing.gross.isZero()) {
            return credited;
        }
        Base taken = credited.gross.exceeds(standing.gross) ? standing : credited;
        bases.put(documentId, standing.minus(taken));
        return credited.minus(taken);
    }
}
