package io.echeance.query;

import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import io.echeance.core.order.OrderStanding.OwedBack;
import io.echeance.core.order.OrderStanding.Refund;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Statement.Share;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.Quality;
import io.echeance.document.Changed;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.StateStores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Orders of three sellers, of which much falls on few days, on some partitions. */
record CrowdedBook(Map<String, OrderStanding> orders, List<KeyValueStore<Bytes, byte[]>> stores)
        implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    static final List<String> SELLERS = List.of("alegria", "hexagone", "technolowgic");

    private static final int ORDERS = 320;
    private static final int DAYS = 3;

    /** The first partition has most of them: its batches end before its pages do. */
    static CrowdedBook generated(Path state, SplittableRandom random, int partitions) {
        CrowdedBook book = new CrowdedBook(new TreeMap<>(), new ArrayList<>());
        for (int partition = 0; partition < partitions; partition++) {
            book.stores.add(store(state, partition));
        }
        for (int n = 0; n < ORDERS; n++) {
            book.put(random.nextInt(4) == 0 ? random.nextInt(partitions) : 0, standing("Q-" + n, random));
        }
        return book;
    }

    private static KeyValueStore<Bytes, byte[]> store(Path state, int partition) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "lists");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                settings,
                new TaskId(0, partition),
                state.resolve("partition-" + partition).toFile());
        KeyValueStore<Bytes, byte[]> store = StateStores.accounts(StateStores.ACCOUNTS)
                .withCachingDisabled()
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    void put(int partition, OrderStanding standing) {
        AccountRow row = AccountRow.of(Account.opened(standing.orderId()), null);
        byte[] file = new AccountFile(new Cover(standing, null, List.of(), List.of()), row).bytes();
        stores.get(partition).put(AccountFile.key(standing.orderId()), file);
        orders.put(standing.orderId(), standing);
    }

    Collection<OrderStanding> standings() {
        return orders.values();
    }

    List<OrderLists> lists() {
        return stores.stream().map(OrderLists::new).toList();
    }

    @Override
    public void close() {
        stores.forEach(KeyValueStore::close);
    }

    private static OrderStanding standing(String orderId, SplittableRandom random) {
        return new OrderStanding(
                orderId,
                SELLERS.get(random.nextInt(SELLERS.size())),
                "C-" + random.nextInt(3),
                Quality.CONSUMER,
                any(random, Status.values()),
                day(random),
                some(random, 3, () -> debt(orderId, random)),
                some(random, 2, () -> share(random)),
                some(random, 3, () -> hold(random)),
                some(random, 3, () -> new Refund("r", payer(random), Money.of("5.00"), day(random))),
                some(random, 1, () -> new OwedBack(payer(random), Money.of("7.00"))),
                random.nextBoolean(),
                random.nextBoolean(),
                null,
                Stream.of(DeadlineKind.values())
                        .flatMap(kind -> some(random, 2, () -> deadline(kind, random)).stream())
                        .toList());
    }

    static OrderStanding with(Status status, OrderStanding one) {
        return Changed.with(one, "status", status);
    }

    private static <T> List<T> some(SplittableRandom random, int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }

    private static <T> T any(SplittableRandom random, T[] these) {
        return List.of(these).get(random.nextInt(these.length));
    }

    private static LocalDate day(SplittableRandom random) {
        return TODAY.plusDays(random.nextInt(-1, DAYS));
    }

    private static String payer(SplittableRandom random) {
        return "P-" + random.nextInt(2);
    }

    private static Debt debt(String orderId, SplittableRandom random) {
        return new Debt(
                new DocumentId(orderId + "/C/INVOICE/1").receivable(1),
                payer(random),
                PayerKind.CONSUMER,
                random.nextBoolean(),
                day(random),
                Money.ofCents(100L * random.nextInt(1, 4)),
                random.nextBoolean() ? "d+15" : "d+30",
                "d+" + 45 * random.nextInt(1, 3),
                day(random));
    }

    private static Share share(SplittableRandom random) {
        return new Share(payer(random), random.nextBoolean() ? "REQUESTED" : "AGREED", Money.of("9.00"));
    }

    private static HoldOnOrder hold(SplittableRandom random) {
        return new HoldOnOrder(
                any(random, HoldReason.values()), payer(random), random.nextInt(4) == 0 ? null : day(random), null);
    }

    private static OrderDeadline deadline(DeadlineKind kind, SplittableRandom random) {
        return new OrderDeadline(kind, day(random), payer(random), null, 0, List.of());
    }
}
