package io.echeance.bench;

import io.echeance.core.order.Account;
import io.echeance.core.order.OrderStanding;
import io.echeance.query.AgeingTable;
import io.echeance.query.OrderLists;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.AccountRow;
import io.echeance.topology.runtime.BoundedMemory;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.StateStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of one partition on disk, as the stream has them: RocksDB with the product's settings, no broker. */
final class Partition implements AutoCloseable {

    private final MockProcessorContext<Void, Void> context;
    private final List<StateStore> stores = new ArrayList<>();

    Partition(Path folder, int number) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        Path own = folder.resolve("partition-" + number);
        context = new MockProcessorContext<>(settings, new TaskId(4, number), own.toFile());
    }

    private <K, V> KeyValueStore<K, V> open(StoreBuilder<KeyValueStore<K, V>> builder) {
        KeyValueStore<K, V> store =
                builder.withCachingDisabled().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
        return store;
    }

    /** A store with its values as they lie on disk. */
    KeyValueStore<Bytes, byte[]> raw(String name) {
        return open(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray()));
    }

    Function<String, Account> accounts() {
        KeyValueStore<String, AccountRow> rows = open(StateStores.accounts(StateStores.ACCOUNTS));
        BoundTerms terms = terms();
        // In memory, where the stream has a changelog.
        TermPacks.bundled().all().forEach(terms::keep);
        return orderId -> terms.account(Objects.requireNonNull(rows.get(orderId)));
    }

    BoundTerms terms() {
        return new BoundTerms(open(StateStores.boundTerms(StateStores.BOUND_TERMS)));
    }

    OrderLists lists() {
        KeyValueStore<String, OrderStanding> standings = open(StateStores.standings(StateStores.STANDINGS));
        return new OrderLists(open(StateStores.listings(StateStores.LISTINGS)), standings);
    }

    KeyValueStore<Bytes, Long> ageing() {
        return open(StateStores.sums(StateStores.AGEING));
    }

    AgeingTable ageingTable() {
        return new AgeingTable(ageing());
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }
}
