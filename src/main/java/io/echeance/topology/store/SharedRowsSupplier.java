package io.echeance.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of {@link SharedRows}.
 *
 * @param disk the RocksDB that it lies in; stores of one task alone may share one
 * @param code what its keys begin with there; for ever
 */
record SharedRowsSupplier(String name, String disk, byte code) implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new SharedRows(name, disk, code);
    }

    @Override
    public String metricsScope() {
        return "rocksdb";
    }
}
