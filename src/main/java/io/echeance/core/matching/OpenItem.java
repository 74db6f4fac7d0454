package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is unpaid of a receivable (<i>poste ouvert</i>).
 *
 * @param document its id
 * @param n which of the amounts that its document asks for, from 1
 */
record OpenItem(Debtor debtor, String seller, String document, int n, LocalDate dueOn, Money amount) {

    private static final Comparator<OpenItem> OLDEST_FIRST = Comparator.comparing(OpenItem::dueOn)
            .thenComparing(item -> item.debtor().orderId())
            .thenComparing(OpenItem::document)
            .thenComparing(OpenItem::n);

    /** Who owes it, of which order: within these the oldest debt is paid first, whatever is said here. */
    record Debtor(String orderId, String payerId) {}

    /** The oldest due date first. */
    static List<OpenItem> of(Collection<OrderStanding> standings) {
        return standings.stream()
                .flatMap(OpenItem::of)
                .distinct()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static Stream<OpenItem> of(OrderStanding standing) {
        return standing.debts().stream().map(debt -> of(standing, debt));
    }

    private static OpenItem of(OrderStanding standing, Debt debt) {
        return new OpenItem(
                new Debtor(standing.orderId(), debt.payer()),
                standing.seller(),
                debt.key().document().text(),
                debt.key().n(),
                debt.dueOn(),
                debt.outstanding());
    }

    /** What somebody may pay of an order at once: a debt, all of a document, all that he owes, what he promised. */
    static Set<Money> amountsOf(OrderStanding standing) {
        Set<Money> amounts = new LinkedHashSet<>();
        for (HoldOnOrder hold : standing.holds()) {
            if (hold.promised() != null) {
                amounts.add(hold.promised());
            }
        }
        Set<OpenItem> items = new LinkedHashSet<>();
        standing.debts().forEach(debt -> items.add(of(standing, debt)));
        Map<String, Money> ofDocuments = new HashMap<>();
        Map<Debtor, Money> ofDebtors = new HashMap<>();
        for (OpenItem item : items) {
            amounts.add(item.amount());
            ofDocuments.merge(item.document(), item.amount(), Money::plus);
            ofDebtors.merge(item.debtor(), item.amount(), Money::plus);
        }
        amounts.addAll(ofDocuments.values());
        amounts.addAll(ofDebtors.values());
        return amounts;
    }

    /** Of what each owes, what makes up an amount: the oldest such debt, all of a document, or all that he owes. */
    static List<List<OpenItem>> asking(List<OpenItem> items, Money amount) {
        Map<Debtor, List<OpenItem>> owed = items.stream()
                .collect(Collectors.groupingBy(OpenItem::debtor, LinkedHashMap::new, Collectors.toList()));
        List<List<OpenItem>> found = new ArrayList<>();
        for (List<OpenItem> his : owed.values()) {
            Stream<List<OpenItem>> choices = Stream.concat(
                    his.stream().map(List::of),
                    Stream.concat(
                            his.stream()
                                    .map(OpenItem::document)
                                    .distinct()
                                    .map(document -> his.stream()
                                            .filter(item -> item.document().equals(document))
                                            .toList()),
                            Stream.of(his)));
            choices.filter(some -> sum(some).equals(amount)).findFirst().ifPresent(found::add);
        }
        return found;
    }

    static Money sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::amount).reduce(Money.ZERO, Money::plus);
    }
}
