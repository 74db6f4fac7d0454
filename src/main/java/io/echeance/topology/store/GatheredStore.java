package io.echeance.topology.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose rows are written once a transaction: at its end one record on the changelog has all of them. For rows
 * that stay as they are, for none of these records ever goes. Until then they are kept here, where they are found; who
 * reads a range has them written first.
 */
public final class GatheredStore<K, V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, K, V>
        implements KeyValueStore<K, V> {

    /** So many at most, that no record grows too large. */
    private static final int MOST = 1_000;

    private final Serde<K> keys;
    private final Serde<V> values;
    private final SortedMap<Bytes, byte @Nullable []> gathered = new TreeMap<>();
    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable ProcessorRecordContext latest;

    GatheredStore(KeyValueStore<Bytes, byte[]> rows, Serde<K> keys, Serde<V> values) {
        super(rows);
        this.keys = keys;
        this.values = values;
    }

    @Override
    public void init(StateStoreContext opened, StateStore root) {
        // What a transaction left behind that was given up was never said.
        gathered.clear();
        context = opened instanceof InternalProcessorContext<?, ?> inside ? inside : null;
        super.init(opened, root);
    }

    @Override
    public @Nullable V get(K key) {
        Bytes at = bytes(key);
        byte[] value = gathered.containsKey(at) ? gathered.get(at) : wrapped().get(at);
        return value == null ? null : values.deserializer().deserialize(name(), value);
    }

    @Override
    public void put(K key, @Nullable V value) {
        gathered.put(bytes(key), value == null ? null : values.serializer().serialize(name(), value));
        latest = context == null ? null : context.recordContext();
        if (gathered.size() >= MOST) {
            write();
        }
    }

    private Bytes bytes(K key) {
        return Bytes.wrap(keys.serializer().serialize(name(), key));
    }

    private void write() {
        if (gathered.isEmpty()) {
            return;
        }
        byte[] gathering = Gathering.of(gathered);
        gathered.clear();
        InternalProcessorContext<?, ?> inside = context;
        ProcessorRecordContext now = inside == null ? null : inside.recordContext();
        if (inside != null) {
            inside.setRecordContext(latest);
        }
        wrapped().put(GatheredRows.next(wrapped().get(GatheredRows.LAST)), gathering);
        if (inside != null) {
            inside.setRecordContext(now);
        }
    }

    @Override
    public void flushCache() {
        write();
        super.flushCache();
    }

    @Override
    public void clearCache() {
        gathered.clear();
        super.clearCache();
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        V there = get(key);
        if (there == null) {
            put(key, value);
        }
        return there;
    }

    @Override
    public void putAll(List<KeyValue<K, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(K key) {
        V there = get(key);
        put(key, null);
        return there;
    }

    @Override
    public KeyValueIterator<K, V> range(@Nullable K from, @Nullable K to) {
        write();
        return typed(wrapped().range(from == null ? null : bytes(from), to == null ? null : bytes(to)));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        write();
        return typed(wrapped().all());
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, S serializer) {
        write();
        return typed(wrapped().prefixScan(prefix, serializer));
    }

    private KeyValueIterator<K, V> typed(KeyValueIterator<Bytes, byte[]> found) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public KeyValue<K, V> next() {
                KeyValue<Bytes, byte[]> row = found.next();
                return KeyValue.pair(
                        keys.deserializer().deserialize(name(), row.key.get()),
                        values.deserializer().deserialize(name(), row.value));
            }

            @Override
            public K peekNextKey() {
                return keys.deserializer()
                        .deserialize(name(), found.peekNextKey().get());
            }

            @Override
            public void close() {
                found.close();
            }
        };
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
