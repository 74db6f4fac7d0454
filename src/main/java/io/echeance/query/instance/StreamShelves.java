package io.echeance.query.instance;

import io.echeance.core.matching.KnownName;
import io.echeance.core.order.OrderStanding;
import io.echeance.query.ActTable;
import io.echeance.query.Ageing;
import io.echeance.query.AgeingTable;
import io.echeance.query.BookDay;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.DemotedRule;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownCovers;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.OrderLists;
import io.echeance.query.Page;
import io.echeance.query.SuspenseList;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.serde.record.AlikeNames;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.AccountWrites;
import io.echeance.topology.store.ActRow;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The lists in the stores of the running stream. */
public final class StreamShelves implements Shelves {

    /** Of a view without orders: later than the day of any that has some, as the earliest counts. */
    private static final LocalDate NO_DAY = LocalDate.of(9000, 1, 1);

    private static final Page<InSuspense> NOTHING = new Page<>(List.of(), null);

    private final Supplier<@Nullable KafkaStreams> streams;
    private final int partitions;
    private final Address self;
    private final InstantSource time;
    private final Unsealed unsealed;
    private final KnownCovers covers = new KnownCovers();

    public StreamShelves(
            Supplier<@Nullable KafkaStreams> streams,
            int partitions,
            Address self,
            InstantSource time,
            Unsealed unsealed) {
        this.unsealed = unsealed;
        this.streams = streams;
        this.partitions = partitions;
        this.self = self;
        this.time = time;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public List<PartitionView> here() throws TemporarilyUnavailable {
        return allHere().stream()
                .filter(shelf -> shelf.parts().contains(Part.ORDERS))
                .toList();
    }

    @Override
    public List<PartitionView> allHere() throws TemporarilyUnavailable {
        KafkaStreams running = running();
        List<PartitionView> shelves = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            StreamShelf shelf = new StreamShelf(running, partition);
            if (!shelf.parts().isEmpty()) {
                shelves.add(shelf);
            }
        }
        return shelves;
    }

    @Override
    public List<Address> others() throws TemporarilyUnavailable {
        try {
            return running().metadataForAllStreamsClients().stream()
                    .map(client -> new Address(client.host(), client.port()))
                    .filter(address -> !address.equals(self))
                    .distinct()
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new TemporarilyUnavailable("this instance is starting or stopping");
        }
    }

    private KafkaStreams running() throws TemporarilyUnavailable {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new TemporarilyUnavailable("this instance is starting");
        }
        return running;
    }

    private final class StreamShelf implements PartitionView {

        private final KafkaStreams running;
        private final int partition;
        private final Set<Part> parts = EnumSet.noneOf(Part.class);
        private @Nullable BookDay day;
        private @Nullable OrderLists lists;
        private @Nullable AgeingTable ageing;
        private @Nullable ActTable acts;

        StreamShelf(KafkaStreams running, int partition) {
            this.running = running;
            this.partition = partition;
            find(Part.ORDERS, () -> {
                day = BookDay.of(this.<String, Clock>store(StateStores.ACCOUNTS_CLOCK));
                ReadOnlyKeyValueStore<Bytes, byte[]> accounts = store(StateStores.ACCOUNTS);
                lists = new OrderLists(accounts, writes(), covers);
                ageing = new AgeingTable(accounts);
                acts = new ActTable(accounts);
            });
            find(Part.MONEY, () -> payments().get(""));
            find(
                    Part.CUSTOMERS,
                    () -> this.<Bytes, byte[]>store(StateStores.CUSTOMERS).get(Bytes.wrap(new byte[0])));
        }

        /** A store of which another partition is here is given out too, and only fails when it is asked. */
        private void find(Part part, Runnable question) {
            try {
                question.run();
                parts.add(part);
            } catch (InvalidStateStoreException | IllegalStateException e) {
                // Another one's, or moving just now.
            }
        }

        private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
            return running.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                    .withPartition(partition));
        }

        private AccountWrites writes() {
            StateQueryRequest<AccountWrites> question = StateQueryRequest.inStore(StateStores.ACCOUNTS)
                    .withQuery(new AccountWrites.Asked())
                    .withPartitions(Set.of(partition));
            QueryResult<AccountWrites> result =
                    running.query(question).getPartitionResults().get(partition);
            if (result == null || result.isFailure()) {
                throw new InvalidStateStoreException("the accounts are not here");
            }
            return result.getResult();
        }

        @Override
        public Set<Part> parts() {
            return parts;
        }

        @Override
        public int partition() {
            return partition;
        }

        @Override
        public LocalDate today() {
            if (lists == null) {
                return NO_DAY;
            }
            return day == null ? LocalDate.ofInstant(time.instant(), Calendar.ZONE) : day.today();
        }

        @Override
        public @Nullable LocalDate lastComplete() {
            return day == null ? null : day.lastComplete();
        }

        @Override
        public Listed listed(OrderList list) {
            return lists == null ? (after, most) -> List.of() : lists.listed(list, today());
        }

        @Override
        public Ageing ageing(@Nullable LocalDate asked, @Nullable String seller) {
            if (ageing == null) {
                return Ageing.merged(List.of(), asked == null ? today() : asked);
            }
            return asked == null ? ageing.now(today(), seller) : ageing.atCloseOf(asked, seller);
        }

        @Override
        public @Nullable CustomerShelf customers() {
            if (!parts.contains(Part.CUSTOMERS)) {
                return null;
            }
            return new CustomerShelf(new CustomerFiles(store(StateStores.CUSTOMERS)), unsealed::fact);
        }

        @Override
        public long inSuspense() {
            return hasMoney() ? suspense().size() : 0;
        }

        @Override
        public List<SuspenseEntry> waiting(String paymentId) {
            return hasMoney() ? suspense().of(paymentId) : List.of();
        }

        @Override
        public List<DemotedRule> demotedRules() {
            return hasMoney() ? SuspenseList.demotedRules(store(StateStores.MATCHING_RULES)) : List.of();
        }

        @Override
        public Page<InSuspense> awaitingSecond(@Nullable Cursor after, int limit) {
            return hasMoney() ? suspense().awaitingSecond(after, limit) : NOTHING;
        }

        @Override
        public List<ActRow> acts(byte[] place, int most) {
            return acts == null ? List.of() : acts.behind(place, most);
        }

        @Override
        public List<ActRow> acts(String orderId) {
            return acts == null ? List.of() : acts.of(orderId);
        }

        @Override
        public @Nullable OrderStanding standing(String orderId) {
            return lists == null ? null : lists.standing(orderId);
        }

        @Override
        public List<KnownName> alike(String key) {
            AlikeNames known = hasMoney()
                    ? this.<String, AlikeNames>store(StateStores.ALIKE).get(key)
                    : null;
            return known == null ? List.of() : known.names();
        }

        @Override
        public Optional<KnownPayment> payment(String id) {
            PaymentRow row = hasMoney() ? payments().get(id) : null;
            return row == null ? Optional.empty() : KnownPayment.of(row.file());
        }

        private boolean hasMoney() {
            return parts.contains(Part.MONEY);
        }

        private ReadOnlyKeyValueStore<String, PaymentRow> payments() {
            return store(StateStores.PAYMENTS);
        }

        @Override
        public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
            return hasMoney() ? suspense().page(setAside, after, limit) : NOTHING;
        }

        private SuspenseList suspense() {
            return new SuspenseList(store(StateStores.SUSPENSE), payments(), unsealed::entry);
        }
    }
}
