package io.echeance.topology.store;

import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of {@link DerivedRows}.
 *
 * @param rows where they lie: on disk, or in memory
 */
public record DerivedRowsSupplier(KeyValueBytesStoreSupplier rows, UnaryOperator<KeyValueStore<Bytes, byte[]>> derived)
        implements KeyValueBytesStoreSupplier {

    /** The accounts and their indexes. */
    public static DerivedRowsSupplier ofAccounts(KeyValueBytesStoreSupplier rows) {
        return new DerivedRowsSupplier(rows, IndexedAccounts::new);
    }

    /** Rows that are written once a transaction: see {@link GatheredStore}. */
    public static DerivedRowsSupplier gathered(KeyValueBytesStoreSupplier rows) {
        return new DerivedRowsSupplier(rows, GatheredRows::new);
    }

    /** Rows that say when they are looked at next. */
    public static DerivedRowsSupplier waking(KeyValueBytesStoreSupplier rows) {
        return new DerivedRowsSupplier(rows, WakingRows::new);
    }

    /** The same, elsewhere. */
    public DerivedRowsSupplier over(KeyValueBytesStoreSupplier others) {
        return new DerivedRowsSupplier(others, derived);
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return derived.apply(rows.get());
    }

    @Override
    public String metricsScope() {
        return rows.metricsScope();
    }
}
