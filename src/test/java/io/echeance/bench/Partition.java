package io.echeance.bench;

import io.echeance.core.order.Account;
import io.echeance.query.AgeingTable;
import io.echeance.query.OrderLists;
import io.echeance.reference.TermPacks;
import io.echeance.topology.runtime.BoundedMemory;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.StateStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of one partition on disk, as the stream has them: RocksDB with the product's settings, no broker. */
final class Partition implements AutoCloseable {

    private final MockProcessorContext<Void, Void> context;
    private final List<StateStore> stores = new ArrayList<>();
    private final KeyValueStore<Bytes, byte[]> rows;

    Partition(Path folder, int number) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        Path own = folder.resolve("partition-" + number);
        context = new MockProcessorContext<>(settings, new TaskId(4, number), own.toFile());
        rows = open(StateStores.accounts(StateStores.ACCOUNTS));
    }

    private <K, V> KeyValueStore<K, V> open(StoreBuilder<KeyValueStore<K, V>> builder) {
        KeyValueStore<K, V> store =
                builder.withCachingDisabled().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
        return store;
    }

    /** The accounts with their indexes. */
    KeyValueStore<Bytes, byte[]> rows() {
        return rows;
    }

    Function<String, Account> accounts() {
        BoundTerms terms = terms();
        // In memory, where the stream has a changelog.
        TermPacks.bundled().all().forEach(terms::keep);
        return orderId ->
                terms.account(AccountFile.account(Objects.requireNonNull(rows.get(AccountFile.key(orderId)))));
    }

    BoundTerms terms() {
        return new BoundTerms(open(StateStores.boundTerms(StateStores.BOUND_TERMS)));
    }

    OrderLists lists() {
        return new OrderLists(rows);
    }

    AgeingTable ageingTable() {
        return new AgeingTable(rows);
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }
}
