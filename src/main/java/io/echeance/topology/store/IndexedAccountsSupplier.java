package io.echeance.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The store of the accounts and their indexes.
 *
 * @param rows where both lie: on disk, or in memory
 */
public record IndexedAccountsSupplier(KeyValueBytesStoreSupplier rows) implements KeyValueBytesStoreSupplier {

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new IndexedAccounts(rows.get());
    }

    @Override
    public String metricsScope() {
        return rows.metricsScope();
    }
}
