package io.echeance.topology.store;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a store that lies above what writes the changelog, and decides what goes there.
 *
 * @param rows what lies below it, the changelog included
 */
public record StoreAbove<K, V>(
        StoreBuilder<KeyValueStore<Bytes, byte[]>> rows,
        Function<KeyValueStore<Bytes, byte[]>, KeyValueStore<K, V>> above)
        implements StoreBuilder<KeyValueStore<K, V>> {

    @Override
    public KeyValueStore<K, V> build() {
        return above.apply(rows.build());
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withCachingEnabled() {
        throw new UnsupportedOperationException("what is cached hides rows from ranges and queries");
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        return new StoreAbove<>(rows.withLoggingEnabled(config), above);
    }

    @Override
    public StoreBuilder<KeyValueStore<K, V>> withLoggingDisabled() {
        return new StoreAbove<>(rows.withLoggingDisabled(), above);
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
