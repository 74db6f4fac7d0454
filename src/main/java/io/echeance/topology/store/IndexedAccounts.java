package io.echeance.topology.store;

import io.echeance.serde.record.Cover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
 * Accounts, and the indexes that are read of them, in one store. It lies below what writes the changelog: only accounts
 * go there. An index row is written with the account that it comes from, in one batch, by the difference of its cover
 * to the one before; and so it is when an account is restored. Nothing else writes one, so no index can disagree with
 * its accounts, whatever was lost.
 *
 * <p>One thread writes, as with every store; any may read.
 */
final class IndexedAccounts implements KeyValueStore<Bytes, byte[]> {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> rows;
    private LastMet<Bytes, Cover> covers = new LastMet<>();
    private LastMet<Bytes, Long> sums = new LastMet<>();

    /** @param rows where accounts and index rows lie side by side */
    IndexedAccounts(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    /** What is written together: the last word on each row. */
    private final class Batch implements AccountIndexes.Rows {

        private final Map<Bytes, byte @Nullable []> words = new LinkedHashMap<>();

        void account(Bytes key, byte @Nullable [] value) {
            if (KeyBytes.isIndex(key)) {
                throw new IllegalArgumentException("an index row is written with its account, never by itself: " + key);
            }
            Cover before = before(key);
            Cover after = value == null ? Cover.BLANK : AccountFile.cover(value);
            words.put(key, value);
            covers.put(key, after);
            AccountIndexes.follow(key, before, after, this);
        }

        private Cover before(Bytes key) {
            Cover met = covers.get(key);
            if (met != null) {
                return met;
            }
            byte[] value = rows.get(key);
            return value == null ? Cover.BLANK : AccountFile.cover(value);
        }

        @Override
        public void put(Bytes key) {
            words.put(key, NOTHING);
        }

        @Override
        public void remove(Bytes key) {
            words.put(key, null);
        }

        @Override
        public void add(Bytes key, long cents) {
            long sum = Math.addExact(sum(key), cents);
            sums.put(key, sum);
            words.put(key, sum == 0 ? null : AgeingRow.value(sum));
        }

        private long sum(Bytes key) {
            Long met = sums.get(key);
            if (met != null) {
                return met;
            }
            byte[] value = words.containsKey(key) ? words.get(key) : rows.get(key);
            return value == null ? 0 : AgeingRow.cents(value);
        }

        void write() {
            List<KeyValue<Bytes, byte[]>> all = new ArrayList<>(words.size());
            words.forEach((key, value) -> all.add(KeyValue.pair(key, value)));
            rows.putAll(all);
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // What a transaction left behind that was given up is no longer there.
        covers = new LastMet<>();
        sums = new LastMet<>();
        rows.init(new RestoringContext(context, this::restore), root);
    }

    /** The last word on each account: those before it leave no trace. */
    private void restore(Collection<KeyValue<byte[], byte[]>> changelog) {
        Map<Bytes, byte @Nullable []> last = new LinkedHashMap<>();
        changelog.forEach(record -> last.put(Bytes.wrap(record.key), record.value));
        Batch batch = new Batch();
        last.forEach(batch::account);
        batch.write();
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        Batch batch = new Batch();
        batch.account(key, value);
        batch.write();
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] there = rows.get(key);
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
        byte[] there = rows.get(key);
        put(key, null);
        return there;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return rows.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return rows.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return rows.reverseRange(from, to);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return rows.prefixScan(prefix, serializer);
    }

    /** The accounts, without the indexes. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return rows.range(null, KeyBytes.INDEXES);
    }

    /** The accounts, without the indexes. */
    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return rows.reverseRange(null, KeyBytes.INDEXES);
    }

    /** Index rows included. */
    @Override
    public long approximateNumEntries() {
        return rows.approximateNumEntries();
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
        return rows.query(query, bound, config);
    }

    @Override
    public Position getPosition() {
        return rows.getPosition();
    }
}
