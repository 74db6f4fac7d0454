package io.echeance.topology.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are worked out of what the changelog says, below what writes it: in the same way when it is written and
 * when it is restored.
 */
public abstract class DerivedRows implements KeyValueStore<Bytes, byte[]> {

    final KeyValueStore<Bytes, byte[]> rows;

    /** @param rows where they lie */
    DerivedRows(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    /** The same of other rows. */
    public abstract DerivedRows over(KeyValueStore<Bytes, byte[]> others);

    /** In the order in which they stand on the changelog. */
    void restore(Collection<KeyValue<byte[], byte[]>> changelog) {
        changelog.forEach(record -> put(Bytes.wrap(record.key), record.value));
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        rows.init(new RestoringContext(context, this::restore), root);
    }

    /** What is read of. Whoever has kept something back writes it first. */
    KeyValueStore<Bytes, byte[]> read() {
        return rows;
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] there = read().get(key);
        if (there == null) {
            put(key, value);
        }
        return there;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] there = read().get(key);
        put(key, null);
        return there;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return read().get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return read().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return read().reverseRange(from, to);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return read().prefixScan(prefix, serializer);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return read().all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return read().reverseAll();
    }

    @Override
    public long approximateNumEntries() {
        return read().approximateNumEntries();
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    @SuppressWarnings("deprecation") // It is asked for until it is removed.
    public void flush() {
        rows.flush();
    }

    @Override
    public void commit(Map<TopicPartition, Long> offsets) {
        rows.commit(offsets);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return rows.committedOffset(partition);
    }

    @Override
    @SuppressWarnings("deprecation") // As above.
    public boolean managesOffsets() {
        return rows.managesOffsets();
    }

    @Override
    public void close() {
        rows.close();
    }

    @Override
    public boolean persistent() {
        return rows.persistent();
    }

    @Override
    public boolean isOpen() {
        return rows.isOpen();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return read().query(query, bound, config);
    }

    @Override
    public Position getPosition() {
        return rows.getPosition();
    }
}
