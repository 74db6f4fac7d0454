package io.echeance.core.matching;

import io.echeance.core.matching.Lead.LeadPart;
import io.echeance.core.matching.Lead.LeadRule;
import io.echeance.core.matching.OpenItem.Debtor;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What money that waits may be meant for, the likeliest first: each rule proposes once, or not at all where two are as
 * likely. What something speaks against stands last. It follows from what is owed at the moment that it is asked, and
 * is kept nowhere.
 */
public final class Leads {

    /** When somebody pays what he is not asked for by name: from so many days before it is due to so many after. */
    private static final int DAYS_BEFORE = 15;

    private static final int DAYS_AFTER = 90;

    private final PaymentReceived payment;
    private final Clues clues;
    private final Set<OrderStanding> orders;
    private final List<OpenItem> items;

    private Leads(PaymentReceived payment, Clues clues) {
        this.payment = payment;
        this.clues = clues;
        this.orders = clues.orders();
        this.items = OpenItem.of(orders);
    }

    public static List<Lead> of(PaymentReceived payment, Clues clues) {
        return new Leads(payment, clues).all();
    }

    private List<Lead> all() {
        Map<List<LeadPart>, Lead> found = new LinkedHashMap<>();
        List<Optional<Lead>> rules = new ArrayList<>(List.of(namedAndSum(), damagedNumber(), payerAndSum(), named()));
        if (!clues.isCommonAmount()) {
            rules.addAll(List.of(promise(), amount()));
        }
        rules.add(account());
        rules.forEach(lead -> lead.map(this::fromUsualAccount)
                .map(this::judged)
                .ifPresent(one -> found.merge(one.parts(), one, Leads::together)));
        return found.values().stream()
                .sorted(Comparator.comparing(Lead::contradicted).thenComparing(Lead::rule))
                .toList();
    }

    /** Two rules that say the same. */
    private static Lead together(Lead first, Lead second) {
        List<Sentence> evidence = new ArrayList<>(first.evidence());
        second.evidence().stream()
                .filter(sentence -> !evidence.contains(sentence))
                .forEach(evidence::add);
        return new Lead(first.rule(), first.parts(), evidence, first.contradicted());
    }

    /** Whatever a rule rests on, that the account has paid for whom it proposes speaks for it. */
    private Lead fromUsualAccount(Lead lead) {
        UsualPayer usual = clues.usual();
        return usual != null
                        && lead.parts().stream().allMatch(part -> part.payerId().equals(usual.payer()))
                ? lead.since(usual.sentence())
                : lead;
    }

    private Lead judged(Lead lead) {
        String paidBy = payment.payerId();
        if (paidBy != null
                && lead.parts().stream().noneMatch(part -> part.payerId().equals(paidBy))) {
            return lead.against(new Sentence(
                    "mais c’est " + paidBy + " qui a payé, et n’en doit rien",
                    "but " + paidBy + " paid, who owes nothing of it"));
        }
        Set<String> meant = lead.parts().stream().map(LeadPart::orderId).collect(Collectors.toSet());
        Set<String> sellers = orders.stream()
                .filter(standing -> meant.contains(standing.orderId()))
                .map(OrderStanding::seller)
                .collect(Collectors.toCollection(TreeSet::new));
        return sellers.size() > 1
                ? lead.against(new Sentence(
                        "mais c’est dû à " + String.join(" et à ", sellers),
                        "but it is owed to " + String.join(" and ", sellers)))
                : lead;
    }

    private boolean isNamed(OpenItem item) {
        return clues.named().stream()
                .anyMatch(name -> name.orderId().equals(item.debtor().orderId())
                        && (name.payers().isEmpty()
                                || name.payers().contains(item.debtor().payerId())));
    }

    private Sentence names() {
        String names = clues.named().stream().map(Proposal::name).distinct().collect(Collectors.joining(", "));
        return new Sentence("le texte nomme " + names, "the text names " + names);
    }

    private Optional<Lead> namedAndSum() {
        List<OpenItem> sum = ItemSum.of(items.stream().filter(this::isNamed).toList(), payment.amount());
        return sum.isEmpty()
                ? Optional.empty()
                : Optional.of(lead(LeadRule.NAMED_AND_SUM, sum, names(), LeadSentences.asked(sum)));
    }

    private Optional<Lead> damagedNumber() {
        List<List<OpenItem>> asking = new ArrayList<>();
        Set<String> numbers = new TreeSet<>();
        for (KnownName name : clues.near()) {
            OpenItem.asking(
                            items.stream()
                                    .filter(item -> item.debtor().orderId().equals(name.orderId())
                                            && name.payers()
                                                    .contains(item.debtor().payerId()))
                                    .toList(),
                            payment.amount())
                    .stream()
                    .filter(some -> name.asksFor(payment.amount()))
                    .forEach(some -> {
                        asking.add(some);
                        numbers.add(name.name());
                    });
        }
        return numbers.size() == 1
                ? Optional.of(lead(
                        LeadRule.DAMAGED_NUMBER,
                        asking.getFirst(),
                        new Sentence(
                                "un numéro du texte est celui de " + String.join("", numbers) + ", à un chiffre près",
                                "a number in the text is that of " + String.join("", numbers) + " but for a digit"),
                        LeadSentences.asked(asking.getFirst())))
                : Optional.empty();
    }

    private Optional<Lead> payerAndSum() {
        List<Lead> found = new ArrayList<>();
        for (String payer : new TreeSet<>(clues.payers())) {
            List<OpenItem> his = items.stream()
                    .filter(item -> item.debtor().payerId().equals(payer))
                    .toList();
            List<OpenItem> sum = ItemSum.of(his, payment.amount());
            if (!sum.isEmpty()) {
                List<Sentence> why = new ArrayList<>();
                if (payment.payerId() != null) {
                    why.add(new Sentence(payer + " a payé", payer + " paid"));
                } else if (isNamed(payer)) {
                    why.add(new Sentence(
                            names().french() + ", et " + payer + " en doit, ou doit autre chose",
                            names().english() + ", and " + payer + " owes of it or beside it"));
                }
                why.add(LeadSentences.asked(sum));
                found.add(lead(LeadRule.PAYER_AND_SUM, sum, why.toArray(Sentence[]::new)));
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean isNamed(String payer) {
        return clues.named().stream().anyMatch(name -> name.payers().contains(payer));
    }

    /** What whoever the account has paid for owes, where nothing of it makes the amount. */
    private Optional<Lead> account() {
        UsualPayer usual = clues.usual();
        List<OpenItem> his = usual == null || !clues.named().isEmpty()
                ? List.of()
                : items.stream()
                        .filter(item -> item.debtor().payerId().equals(usual.payer()))
                        .toList();
        return his.isEmpty() || !ItemSum.of(his, payment.amount()).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        lead(LeadRule.ACCOUNT, oldestFirst(his), LeadSentences.difference(payment.amount(), his)));
    }

    private Optional<Lead> named() {
        List<OpenItem> named = items.stream().filter(this::isNamed).toList();
        if (named.isEmpty()) {
            return paidAlready();
        }
        if (named.stream().map(OpenItem::seller).distinct().count() > 1) {
            return Optional.empty(); // a year and a sequence, of which each seller has one
        }
        return Optional.of(
                lead(LeadRule.NAMED, oldestFirst(named), names(), LeadSentences.difference(payment.amount(), named)));
    }

    /** The oldest debt first, until the money is spent; what is left over is his who owes the last. */
    private Map<Debtor, Money> oldestFirst(List<OpenItem> some) {
        Map<Debtor, Money> parts = new LinkedHashMap<>();
        Money rest = payment.amount();
        for (OpenItem item : some) {
            Money part = item.amount().min(rest);
            if (part.isPositive()) {
                parts.merge(item.debtor(), part, Money::plus);
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            parts.merge(some.getLast().debtor(), rest, Money::plus);
        }
        return parts;
    }

    /** One order of one payer alone: whose credit it becomes. */
    private Optional<Lead> paidAlready() {
        Set<Debtor> debtors = clues.named().stream()
                .flatMap(name -> name.payers().stream().map(payer -> new Debtor(name.orderId(), payer)))
                .collect(Collectors.toSet());
        return debtors.size() == 1
                ? Optional.of(lead(LeadRule.NAMED, Map.of(debtors.iterator().next(), payment.amount()), names())
                        .against(new Sentence("mais rien n’en reste dû", "but nothing of it is unpaid")))
                : Optional.empty();
    }

    private Optional<Lead> promise() {
        List<Lead> found = new ArrayList<>();
        for (OrderStanding standing : orders) {
            standing.holds().stream()
                    .filter(hold -> hold.reason() == HoldReason.PROMISE
                            && payment.amount().equals(hold.promised()))
                    .map(hold -> lead(
                            LeadRule.PROMISE,
                            Map.of(new Debtor(standing.orderId(), hold.payer()), payment.amount()),
                            LeadSentences.promised(payment.amount(), standing.orderId(), hold)))
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Lead> amount() {
        List<List<OpenItem>> asking = OpenItem.asking(items, payment.amount());
        LocalDate earliest = payment.on().minusDays(DAYS_AFTER);
        LocalDate latest = payment.on().plusDays(DAYS_BEFORE);
        List<List<OpenItem>> expected = asking.stream()
                .filter(some -> !some.getFirst().dueOn().isBefore(earliest)
                        && !some.getFirst().dueOn().isAfter(latest))
                .toList();
        List<List<OpenItem>> best = expected.isEmpty() ? asking : expected;
        return best.size() == 1
                ? Optional.of(lead(
                        LeadRule.AMOUNT,
                        best.getFirst(),
                        LeadSentences.nobodyElse(payment.amount(), expected.size() < asking.size()),
                        LeadSentences.asked(best.getFirst())))
                : Optional.empty();
    }

    private static Lead lead(LeadRule rule, List<OpenItem> some, Sentence... evidence) {
        Map<Debtor, Money> parts = new LinkedHashMap<>();
        some.forEach(item -> parts.merge(item.debtor(), item.amount(), Money::plus));
        return lead(rule, parts, evidence);
    }

    private static Lead lead(LeadRule rule, Map<Debtor, Money> parts, Sentence... evidence) {
        return new Lead(
                rule,
                parts.entrySet().stream()
                        .map(part -> new LeadPart(
                                part.getKey().orderId(), part.getKey().payerId(), part.getValue()))
                        .toList(),
                List.of(evidence),
                false);
    }
}
