package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.vat.Taxation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a document asks for in the end, rate by rate: without the deposit that it deducts, without what credit notes
 * took back. All of them add up to what the books say of net and VAT.
 *
 * @param parts none of nothing
 */
public record Base(SortedMap<Taxation, Sum> parts) {

    public record Sum(Money net, Money gross) {

        static final Sum NOTHING = new Sum(Money.ZERO, Money.ZERO);

        public Money vat() {
            return gross.minus(net);
        }

        private Sum plus(Sum other) {
            return new Sum(net.plus(other.net), gross.plus(other.gross));
        }

        private Sum negated() {
            return new Sum(net.negate(), gross.negate());
        }
    }

    public static final Base NOTHING = new Base(new TreeMap<>());

    public Base {
        SortedMap<Taxation, Sum> something = new TreeMap<>(parts);
        something.values().removeIf(Sum.NOTHING::equals);
        parts = something;
    }

    /** As a document says it. */
    public static Base of(Document document) {
        SortedMap<Taxation, Sum> parts = new TreeMap<>();
        for (VatPart part : document.vatParts()) {
            parts.put(Taxation.of(part), new Sum(part.net(), part.net().plus(part.vat())));
        }
        return new Base(parts);
    }

    public Money net() {
        return parts.values().stream().map(Sum::net).reduce(Money.ZERO, Money::plus);
    }

    public Money gross() {
        return parts.values().stream().map(Sum::gross).reduce(Money.ZERO, Money::plus);
    }

    public Money vat() {
        return gross().minus(net());
    }

    public boolean isZero() {
        return parts.isEmpty();
    }

    /**
     * The first {@code paid} of it: gross on the rates in proportion, and of each rate net in proportion, rounded half
     * up. A later payment's part is the difference of two such sums: so the parts of a document that is paid in full
     * add up to its net and to its VAT, to the cent, rate by rate.
     */
    public Base first(Money paid) {
        Money whole = gross();
        if (whole.isZero()) {
            // A deposit covers it, though at other rates: nothing has to be paid for the rest to be even.
            return parts.size() > 1 ? this : NOTHING;
        }
        SortedMap<Taxation, Sum> first = new TreeMap<>();
        Money upTo = Money.ZERO;
        Money before = Money.ZERO;
        for (Map.Entry<Taxation, Sum> part : parts.entrySet()) {
            upTo = upTo.plus(part.getValue().gross());
            Money until = paid.timesFraction(upTo.toBigDecimal(), whole.toBigDecimal());
            first.put(part.getKey(), first(until.minus(before), part.getValue()));
            before = until;
        }
        return new Base(first);
    }

    private static Sum first(Money paid, Sum part) {
        return part.gross().isZero()
                ? Sum.NOTHING
                : new Sum(
                        part.net()
                                .timesFraction(paid.toBigDecimal(), part.gross().toBigDecimal()),
                        paid);
    }

    public Base plus(Base other) {
        SortedMap<Taxation, Sum> sum = new TreeMap<>(parts);
        other.parts.forEach((taxation, part) -> sum.merge(taxation, part, Sum::plus));
        return new Base(sum);
    }

    public Base minus(Base other) {
        return plus(other.negated());
    }

    public Base negated() {
        SortedMap<Taxation, Sum> negated = new TreeMap<>(parts);
        negated.replaceAll((taxation, part) -> part.negated());
        return new Base(negated);
    }

    /**
     * Each document's, by its id; a credit note has none of its own. It takes from its invoice, and what is beyond that
     * from the payer's deposits, as the receivables do.
     *
     * @param documents of one order, in the order of issue
     */
    public static Map<DocumentId, Base> of(List<Document> documents) {
        Map<DocumentId, Base> bases = new LinkedHashMap<>();
        for (Document document : documents) {
            Base full = of(document);
            if (document.kind() != Kind.CREDIT_NOTE) {
                bases.put(document.id(), full.minus(Deduction.of(document, documents)));
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
    private static Base take(Base credited, DocumentId documentId, Map<DocumentId, Base> bases) {
        Base standing = bases.getOrDefault(documentId, NOTHING);
        if (credited.gross().isZero() || standing.gross().isZero()) {
            return credited;
        }
        Base taken = credited.gross().exceeds(standing.gross()) ? standing : credited;
        bases.put(documentId, standing.minus(taken));
        return credited.minus(taken);
    }
}
