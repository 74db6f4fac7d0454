package io.echeance.core.billing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
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
        Map<String, Map<String, Requirement>> byPayerAndKind = new LinkedHashMap<>();
        for (Requirement requirement : required) {
            group(byPayerAndKind, requirement.payer(), requirement.kind()).put(requirement.key(), requirement);
        }
        for (Document document : List.copyOf(documents)) {
            if (kinds.contains(document.kind())) {
                Map<String, Requirement> group = group(byPayerAndKind, document.payer(), document.kind());
                for (Item item : document.items()) {
                    group.computeIfAbsent(
                            item.key(),
                            key -> Requirement.of(
                                    document.payer(),
                                    document.kind(),
                                    key,
                                    Money.ZERO,
                                    item.vatCategory(),
                                    item.basis()));
                }
            }
        }
        byPayerAndKind.values().forEach(group -> meet(group, segments));
    }

    private static Map<String, Requirement> group(
            Map<String, Map<String, Requirement>> groups, String payer, Kind kind) {
        return groups.computeIfAbsent(kind + " " + payer, key -> new LinkedHashMap<>());
    }

    private void meet(Map<String, Requirement> group, List<Segment> segments) {
        List<Item> missing = new ArrayList<>();
        Requirement any = null;
        for (Requirement requirement : group.values()) {
            Money difference = requirement.net().minus(standing(requirement));
            if (difference.isPositive()) {
                missing.add(item(requirement.key(), difference, requirement.category(), requirement.basis()));
                any = requirement;
            } else if (difference.isNegative()) {
                credit(requirement, difference.negate());
            }
        }
        if (any != null) {
            add(invoice(any, missing, segments));
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

    private Document invoice(Requirement head, List<Item> items, List<Segment> segments) {
        Money net = sum(items);
        Money gross = head.gross() != null && head.net().equals(net) ? head.gross() : net.plus(Vat.of(items));
        Money payable = head.kind() == Kind.INVOICE
                ? gross.minus(undeductedDeposit(head.payer()).min(gross))
                : gross;
        List<Segment> explaining = segments.stream()
                .filter(segment ->
                        items.stream().anyMatch(item -> item.key().equals("interest/" + segment.receivable())))
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
                situation.terms().id());
    }

    /** Gross of the payer's deposits that stands and that no invoice has deducted yet. */
    private Money undeductedDeposit(String payer) {
        Money left = Money.ZERO;
        for (Document document : documents) {
            if (document.payer().equals(payer)) {
                if (document.kind() == Kind.DEPOSIT) {
                    left = left.plus(document.gross()).minus(creditedGross(document));
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
                Money part = rest.min(invoice.netOf(requirement.key()).minus(creditedNet(invoice, requirement.key())));
                if (part.isPositive()) {
                    creditNote(invoice, item(requirement.key(), part, requirement.category(), requirement.basis()));
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
                add(creditNote(note.id(), invoice, items));
                return;
            }
        }
        add(creditNote(id(invoice.payer(), Kind.CREDIT_NOTE), invoice, List.of(item)));
    }

    private Document creditNote(String id, Document invoice, List<Item> items) {
        Money net = sum(items);
        Money before = creditedNet(invoice, null);
        Money vat = Vat.left(invoice, before).minus(Vat.left(invoice, before.plus(net)));
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
                situation.terms().id());
    }

    /** Net credited of an invoice so far: under one key, or (null) in all. */
    private Money creditedNet(Document invoice, @Nullable String key) {
        Money credited = Money.ZERO;
        for (Document note : documents) {
            if (invoice.id().equals(note.refersTo())) {
                credited = credited.plus(key == null ? note.net() : note.netOf(key));
            }
        }
        return credited;
    }

    private Money creditedGross(Document invoice) {
        Money credited = Money.ZERO;
        for (Document note : documents) {
            if (invoice.id().equals(note.refersTo())) {
                credited = credited.plus(note.gross());
            }
        }
        return credited;
    }

    private void add(Document document) {
        documents.add(document);
        drawn.add(document);
    }

    private String id(String payer, Kind kind) {
        int n = 1;
        for (Document document : documents) {
            if (document.kind() == kind && document.payer().equals(payer)) {
                n++;
            }
        }
        return situation.orderId() + "/" + payer + "/" + kind + "/" + n;
    }

    private static Item item(String key, Money net, VatCategory category, List<String> basis) {
        return new Item(key, net, category, category.rate(), basis);
    }

    private static Money sum(List<Item> items) {
        return items.stream().map(Item::net).reduce(Money.ZERO, Money::plus);
    }

    /**
     * The day on which the customer is billed: that of the order; or the day after the service, unless its whole was
     * told to be delivered before.
     */
    public static LocalDate billingDay(Situation situation, LocalDate serviceEnd) {
        return switch (situation.terms().payment().billing()) {
            case AT_ORDER -> situation.order().on();
            case AT_DELIVERY -> {
                LocalDate after = serviceEnd.plusDays(1);
                yield situation.deliveries().stream()
                        .filter(delivered -> delivered.share().compareTo(java.math.BigDecimal.ONE) >= 0)
                        .map(delivered -> delivered.on())
                        .filter(on -> on.isBefore(after))
                        .findFirst()
                        .orElse(after);
            }
        };
    }
}
