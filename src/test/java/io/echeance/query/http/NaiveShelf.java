package io.echeance.query.http;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.CustomerIncident;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.matching.OpenOrders;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.order.AccountView;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.CustomerFiles;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are not kept but made: a customer's orders, all orders of a seller; every other list holds every order
 * that is placed. By name.
 */
record NaiveShelf(Collection<AccountView> orders, Map<String, PaymentReceived> receipts) implements PartitionView {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final DrawnOnce LEFT = new DrawnOnce(
            LeftByScenario.ALL.stream().map(LeftByScenario::account).toList());

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public LocalDate lastComplete() {
        return TODAY.minusDays(1);
    }

    private List<OrderStanding> standings() {
        return orders.stream().flatMap(held -> LEFT.standing(held).stream()).toList();
    }

    @Override
    public Listed listed(OrderList list) {
        return (after, most) -> standings().stream()
                .filter(standing -> isIn(list, standing))
                .map(standing -> new Listed.Entry(
                        Cursor.at(standing.orderId().getBytes(StandardCharsets.UTF_8)), () -> standing))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    private static boolean isIn(OrderList list, OrderStanding standing) {
        boolean seller = list.seller() == null || standing.seller().equals(list.seller());
        if (list instanceof OrderList.OfCustomer of) {
            return seller && standing.customer().equals(of.customer());
        }
        if (list instanceof OrderList.Asking asking) {
            return OpenOrders.amountsOf(standing).contains(asking.amount());
        }
        if (list instanceof OrderList.OwedBy owed) {
            return standing.debts().stream().anyMatch(debt -> debt.payer().equals(owed.payer()));
        }
        return !(list instanceof OrderList.Orders) || seller;
    }

    @Override
    public @Nullable OrderStanding standing(String orderId) {
        return standings().stream()
                .filter(standing -> standing.orderId().equals(orderId))
                .findFirst()
                .orElse(null);
    }

    /** Under the id of an order, a payment that names it waits: of its oldest debt. */
    @Override
    public List<SuspenseEntry> waiting(String paymentId) {
        OrderStanding named = standing(paymentId);
        if (named == null || named.debts().isEmpty()) {
            return List.of();
        }
        Debt debt = named.debts().getFirst();
        PaymentReceived payment = new PaymentReceived(
                "f", null, TODAY, paymentId, null, debt.outstanding(), Method.TRANSFER, "CDE " + paymentId);
        List<Proposal> proposals = List.of(new Proposal(paymentId, paymentId, List.of(debt.payer())));
        return List.of(new SuspenseEntry(null, payment, TODAY, false, null, proposals, null, false));
    }

    @Override
    public Ageing ageing(@Nullable LocalDate day, @Nullable String seller) {
        return Ageing.of(
                standings().stream()
                        .filter(standing -> seller == null || standing.seller().equals(seller))
                        .toList(),
                day == null ? TODAY : day);
    }

    /** ACME of Technolowgic, of whom something is proposed and about whom somebody has decided. */
    @Override
    public CustomerShelf customers() {
        KeyValueStore<Bytes, byte[]> rows =
                Stores.inMemoryKeyValueStore("customers").get();
        CustomerKey acme = new CustomerKey("technolowgic", "ACME");
        HeldStanding proposed = new HeldStanding(
                StandingKind.BLOCK_PROPOSED,
                StandingState.PROPOSED,
                List.of("3 debts became late"),
                List.of("technolowgic, art. 5.3"),
                List.of("T-1/ACME/INVOICE/1#1"),
                TODAY.minusDays(30),
                TODAY.plusDays(200),
                null);
        CustomerStanding said = new CustomerStanding(
                "technolowgic",
                "ACME",
                TODAY.minusDays(30),
                false,
                List.of(proposed),
                List.of(new CustomerIncident("T-1", "T-1/ACME/INVOICE/1#1", TODAY.minusDays(90), null, Money.ZERO)),
                Money.ZERO,
                Money.ZERO,
                null);
        StandingDecided decided = new StandingDecided(
                "d1",
                "technolowgic",
                "ACME",
                TODAY.minusDays(20),
                StandingKind.SURCHARGE_PROPOSED,
                DecisionOutcome.REFUSED,
                "they had told us before",
                "ann",
                null,
                List.of(),
                null,
                null);
        CustomerFile file = new CustomerFile(List.of(new KnownDecision(null, decided)), said);
        CustomerFiles.put(rows, acme, file, null);
        return new CustomerShelf(new CustomerFiles(rows));
    }

    @Override
    public long inSuspense() {
        return 0;
    }

    @Override
    public Optional<KnownPayment> payment(String id) {
        return Optional.ofNullable(receipts.get(id))
                .map(receipt -> new KnownPayment(
                        receipt, TODAY, true, false, List.of(), null, null, List.of(), null, List.of()));
    }

    @Override
    public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
        return new Page<>(List.of(), null);
    }
}
