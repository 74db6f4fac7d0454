package io.echeance.query.instance;

import io.echeance.core.matching.KnownName;
import io.echeance.core.order.OrderStanding;
import io.echeance.query.Ageing;
import io.echeance.query.AgeingTable;
import io.echeance.query.BookDay;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownCovers;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.OrderLists;
import io.echeance.query.Page;
import io.echeance.query.SuspenseList;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.serde.record.AlikeNames;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The lists in the stores of the running stream. */
public final class StreamShelves implements Shelves {

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
        KafkaStreams running = running();
        List<PartitionView> shelves = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            try {
                shelves.add(new StreamShelf(running, partition));
            } catch (InvalidStateStoreException | IllegalStateException e) {
                // Another one's, or moving just now.
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
        private final @Nullable BookDay day;
        private final OrderLists lists;
        private final AgeingTable ageing;

        StreamShelf(KafkaStreams running, int partition) {
            this.running = running;
            this.partition = partition;
            this.day = BookDay.of(this.<String, Clock>store(StateStores.ACCOUNTS_CLOCK));
            ReadOnlyKeyValueStore<Bytes, byte[]> accounts = store(StateStores.ACCOUNTS);
            this.lists = new OrderLists(accounts, covers);
            this.ageing = new AgeingTable(accounts);
        }

        private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
            return running.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                    .withPartition(partition));
        }

        @Override
        public int partition() {
            return partition;
        }

        @Override
        public LocalDate today() {
            return day == null ? LocalDate.ofInstant(time.instant(), Calendar.ZONE) : day.today();
        }

        @Override
        public @Nullable LocalDate lastComplete() {
            return day == null ? null : day.lastComplete();
        }

        @Override
        public Listed listed(OrderList list) {
            return lists.listed(list, today());
        }

        @Override
        public Ageing ageing(@Nullable LocalDate asked, @Nullable String seller) {
            return asked == null ? ageing.now(today(), seller) : ageing.atCloseOf(asked, seller);
        }

        @Override
        public CustomerShelf customers() {
            return new CustomerShelf(new CustomerFiles(store(StateStores.CUSTOMERS)), unsealed::fact);
        }

        @Override
        public long inSuspense() {
            return this.<Bytes, SuspenseEntry>store(StateStores.SUSPENSE).approximateNumEntries();
        }

        @Override
        public List<SuspenseEntry> waiting(String paymentId) {
            return suspense().of(paymentId);
        }

        @Override
        public Page<InSuspense> awaitingSecond(@Nullable Cursor after, int limit) {
            return suspense().awaitingSecond(after, limit);
        }

        @Override
        public @Nullable OrderStanding standing(String orderId) {
            return lists.standing(orderId);
        }

        @Override
        public List<KnownName> alike(String key) {
            AlikeNames known = this.<String, AlikeNames>store(StateStores.ALIKE).get(key);
            return known == null ? List.of() : known.names();
        }

        @Override
        public Optional<KnownPayment> payment(String id) {
            PaymentRow row = payments().get(id);
            return row == null ? Optional.empty() : KnownPayment.of(row.file());
        }

        private ReadOnlyKeyValueStore<String, PaymentRow> payments() {
            return store(StateStores.PAYMENTS);
        }

        @Override
        public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
            return suspense().page(setAside, after, limit);
        }

        private SuspenseList suspense() {
            return new SuspenseList(store(StateStores.SUSPENSE), payments(), unsealed::entry);
        }
    }
}
