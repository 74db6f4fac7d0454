package io.echeance.topology.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.StoreQueryUtils;
import org.jspecify.annotations.Nullable;

/**
 * A store that lies in a {@link SharedDisk} beside others of its task: its keys begin with a byte of its own. It has a
 * changelog of its own, as if it were alone.
 */
final class SharedRows implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final String disk;
    private final byte code;
    private @Nullable SharedDisk open;
    private @Nullable StateStoreContext context;

    /** @param code what its keys begin with; for ever */
    SharedRows(String name, String disk, byte code) {
        this.name = name;
        this.disk = disk;
        this.code = code;
    }

    @Override
    public void init(StateStoreContext opened, StateStore root) {
        context = opened;
        SharedDisk shared = open;
        if (shared == null) {
            shared = SharedDisk.opened(disk, opened);
            open = shared;
        }
        BatchingStateRestoreCallback restore = this::restore;
        opened.register(root, restore, shared.commit());
    }

    private void restore(Collection<KeyValue<byte[], byte[]>> records) {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>(records.size());
        records.forEach(record -> all.add(KeyValue.pair(inside(record.key), record.value)));
        rows().putAll(all);
    }

    private KeyValueStore<Bytes, byte[]> rows() {
        return Objects.requireNonNull(open, () -> name + " is not open").rows();
    }

    private Bytes inside(byte[] key) {
        byte[] inside = new byte[key.length + 1];
        inside[0] = code;
        System.arraycopy(key, 0, inside, 1, key.length);
        return Bytes.wrap(inside);
    }

    private static Bytes outside(Bytes key) {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
    }

    private Bytes from(@Nullable Bytes key) {
        return key == null ? Bytes.wrap(new byte[] {code}) : inside(key.get());
    }

    /** No key of the next store is as short as where it begins. */
    private Bytes to(@Nullable Bytes key) {
        return key == null ? Bytes.wrap(new byte[] {(byte) (code + 1)}) : inside(key.get());
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        rows().put(inside(key.get()), value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        return rows().putIfAbsent(inside(key.get()), value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>(entries.size());
        entries.forEach(entry -> all.add(KeyValue.pair(inside(entry.key.get()), entry.value)));
        rows().putAll(all);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return rows().delete(inside(key.get()));
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return rows().get(inside(key.get()));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return outside(rows().range(from(from), to(to)));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return outside(rows().reverseRange(from(from), to(to)));
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        Bytes begins = inside(serializer.serialize(name, prefix));
        return outside(rows().prefixScan(begins, Serdes.Bytes().serializer()));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return reverseRange(null, null);
    }

    private static KeyValueIterator<Bytes, byte[]> outside(KeyValueIterator<Bytes, byte[]> found) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                KeyValue<Bytes, byte[]> row = found.next();
                return KeyValue.pair(outside(row.key), row.value);
            }

            @Override
            public Bytes peekNextKey() {
                return outside(found.peekNextKey());
            }

            @Override
            public void close() {
                found.close();
            }
        };
    }

    /** Counted: what RocksDB estimates is of all that lie there. */
    @Override
    public long approximateNumEntries() {
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void commit(Map<TopicPartition, Long> offsets) {
        SharedDisk shared = open;
        if (shared != null) {
            shared.rows().commit(offsets);
        }
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return rows().committedOffset(partition);
    }

    @Override
    @SuppressWarnings("deprecation") // It is asked for until it is removed.
    public boolean managesOffsets() {
        return true;
    }

    @Override
    public void close() {
        SharedDisk shared = open;
        open = null;
        if (shared != null) {
            shared.close();
        }
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open != null;
    }

    /**
     * The store first, then its position, as a write takes them. Kafka's own stores (4.3.1) take them the other way
     * round here: then a question and a write may wait for each other, and the stream stands still for ever.
     */
    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        KeyValueStore<Bytes, byte[]> rows = rows();
        synchronized (rows) {
            return StoreQueryUtils.handleBasicQueries(
                    query, bound, config, this, getPosition(), Objects.requireNonNull(context));
        }
    }

    @Override
    public Position getPosition() {
        return rows().getPosition();
    }
}
