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
 * much is credited to the youngest invoice first, on one credit note per invoice.
 */
public final class Billing {

    private final Situation situation;
    private final DueDates dueDates;
    private final List<Document> documents;
    private final List<Document> drawn = new ArrayList<>();

    /** @param issued every document of the order so far */
    public Billing(Situation situation, DueDates dueDates, List<Document> issued) {
        this.situation = situation;
        this.dueDates = dueDates;
        this.documents = new ArrayList<>(issued);
    }

    /** Every document of the order, the newly drawn ones last. */
    public List<Document> documents() {
        return documents;
    }

    /** The documents drawn since. */
    public List<Document> drawn() {
        return drawn;
    }

    /**
     * Draws what makes the documents of some kinds meet their requirements; a key not required is required at nothing.
     */
    public void meet(Set<Kind> kinds, List<Requirement> required, List<Segment> segments) {
        Map<String, Map<ItemKey, Requirement>> byPayerAndKind = new LinkedHashMap<>();
        for (Requirement requirement : required) {
            group(byPayerAndKind, requirement.payer(), requirement.kind()).put(requirement.key(), requirement);
        }
        for (Document document : List.copyOf(documents)) {
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
        byPayerAndKind.values().forEach(group -> meet(group, segments));
    }

    private static Map<ItemKey, Requirement> group(
            Map<String, Map<ItemKey, Requirement>> groups, String payer, Kind kind) {
        return groups.computeIfAbsent(kind + " " + payer, key -> new LinkedHashMap<>());
    }

    private void meet(Map<ItemKey, Requirement> group, List<Segment> segments) {
        List<Requirement> missing = new ArrayList<>();
        for (Requirement requirement : group.values()) {
            Money difference = requirement.net().minus(standing(requirement));
            if (difference.isPositive()) {
                missing.add(requirement.asking(difference));
            } else if (difference.isNegative()) {
                credit(requirement, difference.negate());
            }
        }
        if (!missing.isEmpty()) {
            add(invoice(missing, segments));
        }
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

    /** Credits {@code amount} net of a key, youngest invoice first. */
    private void credit(Requirement requirement, Money amount) {
        Money rest = amount;
        for (int i = documents.size() - 1; i >= 0 && rest.isPositive(); i--) {
            Document invoice = documents.get(i);
            if (invoice.kind() == requirement.kind() && invoice.payer().equals(requirement.payer())) {
                Money part = rest.min(new CreditNote(invoice, documents).netLeft(requirement.key()));
                if (part.isPositive()) {
                    creditNote(invoice, CreditNote.item(invoice, requirement, part));
                    rest = rest.minus(part);
                }
            }
        }
    }

    /** Items of one invoice that are credited together share a credit note. */
    private void creditNote(Document invoice, Item item) {
        for (Document note : drawn) {
            if (invoice.id().equals(note.refersTo())) {
                drawn.remove(note);
                documents.remove(note);
                List<Item> items = new ArrayList<>(note.items());
                items.add(item);
                add(new CreditNote(invoice, documents).of(note.id(), items, situation));
                return;
            }
        }
        DocumentId id = id(invoice.payer(), Kind.CREDIT_NOTE);
        add(new CreditNote(invoice, documents).of(id, List.of(item), situation));
    }

    private void add(Document document) {
        documents.add(document);
        drawn.add(document);
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
