package io.echeance.console;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.matching.OpenOrders;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.PaymentDecided.PlacedPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.MatchingRule;
import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.DemotedRule;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.http.DrawnOnce;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.order.AccountView;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.ActRow;
import io.echeance.topology.store.ActRow.About;
import io.echeance.topology.store.CustomerFiles;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The lists that the console asks for, made anew for each question, in the order of the oldest due date. */
record SampleShelf(
        Collection<AccountView> orders,
        DrawnOnce drawn,
        LocalDate today,
        List<InSuspense> waiting,
        List<CustomerStanding> standings,
        List<CustomerFact> decisions)
        implements PartitionView {

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public LocalDate lastComplete() {
        return today.minusDays(1);
    }

    private List<OrderStanding> standings(Predicate<OrderStanding> wanted) {
        return orders.stream()
                .flatMap(held -> drawn.standing(held).stream())
                .filter(wanted)
                .sorted(Comparator.comparing(SampleShelf::place))
                .toList();
    }

    private static String place(OrderStanding standing) {
        return standing.oldestDueOn().orElse(LocalDate.of(9999, 1, 1)) + " " + standing.orderId();
    }

    @Override
    public Listed listed(OrderList list) {
        return (after, most) -> standings(wanted(list)).stream()
                .map(standing ->
                        new Listed.Entry(Cursor.at(place(standing).getBytes(StandardCharsets.UTF_8)), () -> standing))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    private Predicate<OrderStanding> wanted(OrderList list) {
        Predicate<OrderStanding> any =
                standing -> list.seller() == null || standing.seller().equals(list.seller());
        return any.and(
                switch (list) {
                    case OrderList.Late late -> standing -> standing.late(today).isPositive();
                    case OrderList.Due due -> standing -> standing.oldestDueOn().isPresent();
                    case OrderList.Asking asking ->
                        standing -> OpenOrders.amountsOf(standing).contains(asking.amount());
                    case OrderList.OwedBy owed ->
                        standing -> standing.debts().stream()
                                .anyMatch(debt -> debt.payer().equals(owed.payer()));
                    case OrderList.OfCustomer of ->
                        standing -> standing.customer().equals(of.customer());
                    case OrderList.Promised promised ->
                        standing -> standing.holds().stream().anyMatch(hold -> isWithin(hold, promised));
                    case OrderList.RefundsDue refunds ->
                        standing -> !standing.refunds().isEmpty();
                    case OrderList.OwedBack owed ->
                        standing -> !standing.owedBack().isEmpty();
                    case OrderList.Held held -> standing -> !standing.holds().isEmpty();
                    case OrderList.Deadlines ends ->
                        standing -> standing.deadlines().stream().anyMatch(one -> isWithin(one, ends));
                    case OrderList.Funded funded ->
                        standing -> standing.funders().stream()
                                .anyMatch(share -> share.state().equals(funded.state()));
                    case OrderList.AtStep step ->
                        standing -> standing.debts().stream()
                                .anyMatch(debt -> step.step().equals(debt.lastStep()));
                    case OrderList.NextStep step ->
                        standing -> standing.debts().stream()
                                .anyMatch(debt -> step.step().equals(debt.nextStep()));
                    case OrderList.Orders all -> standing -> true;
                });
    }

    private static boolean isWithin(OrderStanding.OrderDeadline one, OrderList.Deadlines wanted) {
        return (wanted.kind() == null || one.kind() == wanted.kind())
                && (wanted.from() == null || !one.on().isBefore(wanted.from()))
                && (wanted.until() == null || !one.on().isAfter(wanted.until()));
    }

    private static boolean isWithin(HoldOnOrder hold, OrderList.Promised promised) {
        LocalDate day = hold.lastDay();
        return hold.reason().name().equals("PROMISE")
                && day != null
                && (promised.from() == null || !day.isBefore(promised.from()))
                && (promised.until() == null || !day.isAfter(promised.until()));
    }

    @Override
    public List<SuspenseEntry> waiting(String paymentId) {
        return waiting.stream()
                .filter(one -> placed(one).isEmpty())
                .map(InSuspense::entry)
                .filter(entry ->
                        entry.setAside() == null && entry.fact().movementId().equals(paymentId))
                .toList();
    }

    @Override
    public @Nullable OrderStanding standing(String orderId) {
        return standings(standing -> standing.orderId().equals(orderId)).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public Ageing ageing(@Nullable LocalDate day, @Nullable String seller) {
        return Ageing.of(
                standings(standing -> seller == null || standing.seller().equals(seller)), day == null ? today : day);
    }

    /** As last said; what was decided since has no effect before the day is closed. */
    @Override
    public CustomerShelf customers() {
        KeyValueStore<Bytes, byte[]> rows =
                Stores.inMemoryKeyValueStore("customers").get();
        Map<CustomerKey, CustomerStanding> said = new TreeMap<>();
        standings.forEach(one -> said.put(new CustomerKey(one.seller(), one.customer()), one));
        Set<CustomerKey> known = new TreeSet<>(said.keySet());
        decisions.forEach(fact -> known.add(new CustomerKey(fact.seller(), fact.customer())));
        for (CustomerKey key : known) {
            List<KnownDecision> decided = decisions.stream()
                    .filter(fact -> key.equals(new CustomerKey(fact.seller(), fact.customer())))
                    .map(fact -> new KnownDecision(fact.on(), fact))
                    .toList();
            CustomerFiles.put(rows, key, new CustomerFile(decided, said.get(key)), null);
        }
        return new CustomerShelf(new CustomerFiles(rows));
    }

    @Override
    public List<ActRow> acts(byte[] place, int most) {
        Bytes after = Bytes.wrap(place);
        return orders.stream()
                .flatMap(held -> acts(held.account().orderId()).stream())
                .filter(row -> Bytes.wrap(row.place()).compareTo(after) > 0)
                .sorted(Comparator.comparing(row -> Bytes.wrap(row.place())))
                .limit(most)
                .toList();
    }

    /** At the second of the day that is its place among the facts of its order. */
    @Override
    public List<ActRow> acts(String orderId) {
        List<ActRow> rows = new ArrayList<>();
        for (AccountView held : orders) {
            List<KnownFact> facts = held.account().evidence().facts();
            for (int n = 0; n < facts.size() && held.account().orderId().equals(orderId); n++) {
                KnownFact known = facts.get(n);
                boolean isSigned = known.fact() instanceof CollectionFact action && action.by() != null
                        || known.fact() instanceof PaymentReceived payment && payment.by() != null;
                if (isSigned) {
                    long at = known.knownOn()
                            .atStartOfDay(ZoneOffset.UTC)
                            .plusSeconds(n)
                            .toInstant()
                            .toEpochMilli();
                    rows.add(new ActRow(
                            known.knownOn(),
                            at,
                            About.ORDER,
                            orderId,
                            known.fact().factId()));
                }
            }
        }
        return rows;
    }

    @Override
    public long inSuspense() {
        return waiting.stream().filter(one -> placed(one).isEmpty()).count();
    }

    /** As they came, wherever one is now. */
    private String place(InSuspense one) {
        return String.format(Locale.ROOT, "%06d", waiting.indexOf(one));
    }

    /** With which orders somebody has put it. */
    private static List<PlacedPart> placed(InSuspense one) {
        if (one.standing() == null || !(one.entry().fact() instanceof PaymentReceived paid)) {
            return List.of();
        }
        return one.standing().parts().stream()
                .map(part -> new PlacedPart(
                        paid.paymentId(),
                        part.orderId(),
                        part.payerId(),
                        Objects.requireNonNullElse(part.amount(), paid.amount())))
                .toList();
    }

    @Override
    public Optional<KnownPayment> payment(String id) {
        return waiting.stream()
                .filter(one -> one.entry().fact().movementId().equals(id))
                .map(one -> new KnownPayment(
                        one.entry().fact(),
                        one.entry().since(),
                        one.entry().setAside() == null && placed(one).isEmpty(),
                        one.entry().cameBack(),
                        placed(one),
                        one.entry().setAside(),
                        one.standing(),
                        one.entry().proposals(),
                        null,
                        List.of()))
                .findFirst();
    }

    @Override
    public List<DemotedRule> demotedRules() {
        return waiting.isEmpty()
                ? List.of()
                : List.of(new DemotedRule("technolowgic", MatchingRule.NUMBER, LocalDate.of(2026, 3, 2)));
    }

    @Override
    public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
        List<Page.Row<InSuspense>> rows = waiting.stream()
                .filter(one -> placed(one).isEmpty())
                .filter(one -> setAside == (one.entry().setAside() != null))
                .map(one -> new Page.Row<>(Cursor.at(place(one).getBytes(StandardCharsets.UTF_8)), one))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .limit(limit + 1)
                .toList();
        return Page.merged(List.of(new Page<>(rows, null)), limit);
    }
}
