package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders of which something is unpaid, found by what they ask for and by who owes it. */
public final class OpenOrders {

    private final Map<String, OrderStanding> byId = new HashMap<>();
    private final Map<Money, List<OrderStanding>> byAmount = new HashMap<>();
    private final Map<String, List<OrderStanding>> byPayer = new HashMap<>();

    public OpenOrders(Collection<OrderStanding> standings) {
        for (OrderStanding standing : standings) {
            byId.put(standing.orderId(), standing);
            OpenItem.amountsOf(standing)
                    .forEach(amount -> byAmount.computeIfAbsent(amount, none -> new ArrayList<>())
                            .add(standing));
            standing.debts().stream()
                    .map(OrderStanding.Debt::payer)
                    .distinct()
                    .forEach(payer -> byPayer.computeIfAbsent(payer, none -> new ArrayList<>())
                            .add(standing));
        }
    }

    /** What somebody may pay of an order at once: a debt, all of a document, all that he owes, what he promised. */
    public static Set<Money> amountsOf(OrderStanding standing) {
        return OpenItem.amountsOf(standing);
    }

    /**
     * What a payment that waits may be meant for.
     *
     * @param named what its text names
     * @param usual whose payments came from its account; null: nobody's, or of several
     * @param alike the names under a key
     */
    public List<Lead> leads(
            PaymentReceived payment,
            List<Proposal> named,
            @Nullable UsualPayer usual,
            Function<String, List<KnownName>> alike) {
        String written = payment.named();
        List<KnownName> near = written == null
                ? List.of()
                : NearNumbers.keys(written).stream()
                        .flatMap(key -> alike.apply(key).stream())
                        .toList();
        Set<String> payers = Clues.payers(payment, named, usual);
        Set<OrderStanding> standings = new LinkedHashSet<>();
        named.forEach(proposal -> add(standings, byId.get(proposal.orderId())));
        near.stream()
                .filter(name -> name.asksFor(payment.amount()))
                .forEach(name -> add(standings, byId.get(name.orderId())));
        payers.forEach(payer -> standings.addAll(byPayer.getOrDefault(payer, List.of())));
        List<OrderStanding> asking = byAmount.getOrDefault(payment.amount(), List.of());
        return Leads.of(payment, new Clues(named, near, List.copyOf(standings), asking, payers, usual));
    }

    private static void add(Set<OrderStanding> standings, @Nullable OrderStanding standing) {
        if (standing != null) {
            standings.add(standing);
        }
    }
}
