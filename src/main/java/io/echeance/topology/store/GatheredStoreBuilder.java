package io.echeance.topology.store;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a {@link GatheredStore}.
 *
 * @param rows what lies below it, its changelog included
 */
public record GatheredStoreBuilder<K, V>(
        StoreBuilder<KeyValueStore<Bytes, byte[]>> rows, Serde<K> keys, Serde<V> values)
        implements StoreBuilder<KeyValueStore<K, V>> {

    @Override
    public KeyValueStore<K, V> build() {
        return new GatheredStore<>(rows.build(), keys, values);
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withCachingEnabled() {
        throw new UnsupportedOperationException("it has a cache of its own");
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        return new GatheredStoreBuilder<>(rows.withLoggingEnabled(config), keys, values);
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withLoggingDisabled() {
        return new GatheredStoreBuilder<>(rows.withLoggingDisabled(), keys, values);
    }

    @Override
    public Map<String, String> logConfig() {
        return rows.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return rows.loggingEnabled();
    }

    @Override
    public String name() {
        return rows.name();
    }
}
