package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.vat.Taxation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents that make what stands invoiced equal to what is required.
 *
 * <p>Per payer, kind and key: required − issued. What is missing goes on one invoice per payer and kind; what is too
 * much is credited on one credit note per invoice: what its payer left unpaid too long of that very invoice, the rest
 * to the youngest invoice first.
 *
 * @param documents every document of the order, the newly drawn ones last
 * @param drawn the new ones
 */
public record Billing(Situation situation, DueDates dueDates, List<Document> documents, List<Document> drawn) {

    public Billing {
        documents = List.copyOf(documents);
        drawn = List.copyOf(drawn);
    }

    /** @param issued every document of the order so far */
    public static Billing of(Situation situation, DueDates dueDates, List<Document> issued) {
        return new Billing(situation, dueDates, issued, List.of());
    }

    /**
     * Draws what makes the documents of some kinds meet their requirements; a key not required is required at nothing.
     *
     * @param segments how interest comes about that is required
     */
    public Billing meet(Set<Kind> kinds, List<Requirement> required, List<Segment> segments) {
        Map<String, Map<ItemKey, Requirement>> byPayerAndKind = new LinkedHashMap<>();
        for (Requirement requirement : required) {
            group(byPayerAndKind, requirement.payer(), requirement.kind()).put(requirement.key(), requirement);
        }
        for (Document document : documents) {
            if (kinds.contains(document.kind())) {
                Map<ItemKey, Requirement> group = group(byPayerAndKind, document.payer(), document.kind());
                for (Item item : document.items()) {
                    group.computeIfAbsent(
                            item.key(),
                            key -> Requirement.of(
                                    document.payer(),
                                    document.kind(),
                                    key,
                                    Money.ZERO,
                                    Taxation.of(item),
                                    item.basis()));
                }
            }
        }
        Billing billing = this;
        for (Map<ItemKey, Requirement> group : byPayerAndKind.values()) {
            billing = billing.meet(group, segments);
        }
        return billing;
    }

    private static Map<ItemKey, Requirement> group(
            Map<String, Map<ItemKey, Requirement>> groups, String payer, Kind kind) {
        return groups.computeIfAbsent(kind + " " + payer, key -> new LinkedHashMap<>());
    }

    private Billing meet(Map<ItemKey, Requirement> group, List<Segment> segments) {
        Billing billing = this;
        List<Requirement> missing = new ArrayList<>();
        for (Requirement requirement : group.values()) {
            Money difference = requirement.net().minus(billing.standing(requirement));
            if (difference.isPositive()) {
                missing.add(requirement.asking(difference));
            } else if (difference.isNegative()) {
                billing = billing.credit(requirement, difference.negate());
            }
        }
        return missing.isEmpty() ? billing : billing.with(billing.invoice(missing, segments));
    }

    /** Net that stands invoiced under a requirement's key. */
    private Money standing(Requirement requirement) {
        Money standing = Money.ZERO;
        for (Document document : documents) {
            if (document.kind() == requirement.kind() && document.payer().equals(requirement.payer())) {
                standing = standing.plus(document.netOf(requirement.key()));
            } else if (document.kind() == Kind.CREDIT_NOTE && document.payer().equals(requirement.payer())) {
                Document invoice = referredBy(document);
                if (invoice != null && invoice.kind() == requirement.kind()) {
                    standing = standing.minus(document.netOf(requirement.key()));
                }
            }
        }
        return standing;
    }

    private @Nullable Document referredBy(Document creditNote) {
        for (Document document : documents) {
            if (document.id().equals(creditNote.refersTo())) {
                return document;
            }
        }
        return null;
    }

    /** @param asked of one payer and kind */
    private Document invoice(List<Requirement> asked, List<Segment> segments) {
        Requirement head = asked.getFirst();
        List<Item> items = asked.stream().map(Requirement::item).toList();
        List<VatPart> parts = Requirement.vat(asked);
        Money net = sum(items);
        Money gross = net.plus(vat(parts));
        Money payable = head.kind() == Kind.INVOICE
                ? gross.minus(undeductedDeposit(head.payer()).min(gross))
                : gross;
        List<Segment> explaining = segments.stream()
                .filter(segment -> items.stream()
                        .anyMatch(item -> item.key().equals(new ItemKey.InterestOn(segment.receivable()))))
                .toList();
        return new Document(
                situation.today(),
                situation.orderId(),
                id(head.payer(), head.kind()),
                head.kind(),
                head.payer(),
                net,
                gross.minus(net),
                gross,
                payable,
                dueDates.of(head.kind(), head.payer(), payable, situation.today()),
                items,
                null,
                head.kind() == Kind.CLOSING ? explaining : List.of(),
                situation.terms().seller(),
                situation.terms().id(),
                ifSeveral(parts));
    }

    static Money vat(List<VatPart> parts) {
        return parts.stream().map(VatPart::vat).reduce(Money.ZERO, Money::plus);
    }

    static List<VatPart> ifSeveral(List<VatPart> parts) {
        return parts.size() > 1 ? parts : List.of();
    }

    /** Gross of the payer's deposits that stands and that no invoice has deducted yet. */
    private Money undeductedDeposit(String payer) {
        Money left = Money.ZERO;
        for (Document document : documents) {
            if (document.payer().equals(payer)) {
                if (document.kind() == Kind.DEPOSIT) {
                    left = left.plus(document.gross()).minus(new CreditNote(document, documents).grossTakenBack());
                } else if (document.kind() == Kind.INVOICE && document.payable() != null) {
                    left = left.minus(document.gross().minus(document.payable()));
                }
            }
        }
        return left.orZero();
    }

    /** Credits {@code amount} net of a key: what was left unpaid too long, then of the youngest invoice first. */
    private Billing credit(Requirement requirement, Money amount) {
        Map<Document, Money> parts = new LinkedHashMap<>();
        Money rest = amount;
        for (Document invoice : invoicesOf(requirement)) {
            Money unpaid = requirement.unpaid().getOrDefault(invoice.id(), Money.ZERO);
            rest = rest.minus(take(rest.min(unpaid), invoice, requirement, parts));
        }
        for (Document invoice : invoicesOf(requirement).reversed()) {
            rest = rest.minus(take(rest, invoice, requirement, parts));
        }
        Billing billing = this;
        for (Map.Entry<Document, Money> part : parts.entrySet()) {
            Item item = CreditNote.item(part.getKey(), requirement, part.getValue());
            billing = billing.creditNote(part.getKey(), item);
        }
        return billing;
    }

    private List<Document> invoicesOf(Requirement requirement) {
        return documents.stream()
                .filter(document -> document.kind() == requirement.kind()
                        && document.payer().equals(requirement.payer()))
                .toList();
    }

    /** Adds to {@code parts} what the invoice has left under the key, at most {@code most}; says how much that is. */
    private Money take(Money most, Document invoice, Requirement requirement, Map<Document, Money> parts) {
        Money taken = parts.getOrDefault(invoice, Money.ZERO);
        Money left =
                new CreditNote(invoice, documents).netLeft(requirement.key()).minus(taken);
        Money part = most.min(left).orZero();
        if (part.isPositive()) {
            parts.put(invoice, taken.plus(part));
        }
        return part;
    }

    /** Items of one invoice that are credited together share a credit note. */
    private Billing creditNote(Document invoice, Item item) {
        for (Document note : drawn) {
            if (invoice.id().equals(note.refersTo())) {
                List<Item> items = new ArrayList<>(note.items());
                items.add(item);
                Billing before = without(note);
                return before.with(new CreditNote(invoice, before.documents).of(note.id(), items, situation));
            }
        }
        DocumentId id = id(invoice.payer(), Kind.CREDIT_NOTE);
        return with(new CreditNote(invoice, documents).of(id, List.of(item), situation));
    }

    private Billing with(Document document) {
        return new Billing(situation, dueDates, with(documents, document), with(drawn, document));
    }

    private static List<Document> with(List<Document> some, Document another) {
        List<Document> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private Billing without(Document note) {
        return new Billing(situation, dueDates, without(documents, note), without(drawn, note));
    }

    private static List<Document> without(List<Document> some, Document note) {
        return some.stream().filter(document -> !document.equals(note)).toList();
    }

    private DocumentId id(String payer, Kind kind) {
        int n = 1;
        for (Document document : documents) {
            if (document.kind() == kind && document.payer().equals(payer)) {
                n++;
            }
        }
        return DocumentId.of(situation.orderId(), payer, kind, n);
    }

    static Money sum(List<Item> items) {
        return items.stream().map(Item::net).reduce(Money.ZERO, Money::plus);
    }
}
