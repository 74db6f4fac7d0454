package io.echeance.topology.store;

import io.echeance.topology.store.KeyBytes.Index;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say in their first four bytes on which day they are to be looked at, and an index of these days. It lies
 * below what writes the changelog, as with {@linkplain IndexedAccounts accounts}: a row and its place in the index are
 * written in one batch, and when it is restored the index is made of it anew.
 */
final class WakingRows extends DerivedRows {

    private static final byte[] NOTHING = new byte[0];

    WakingRows(KeyValueStore<Bytes, byte[]> rows) {
        super(rows);
    }

    /** @param on null: on no day */
    static byte[] value(@Nullable LocalDate on, byte[] content) {
        LocalDate day = on == null ? KeyBytes.FOREVER : on;
        return ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(Math.toIntExact(day.toEpochDay()))
                .put(content)
                .array();
    }

    static byte[] content(byte[] value) {
        return Arrays.copyOfRange(value, Integer.BYTES, value.length);
    }

    /** The keys of the rows that are due from one day to another, both included, in order. */
    static List<Bytes> due(ReadOnlyKeyValueStore<Bytes, byte[]> store, LocalDate from, LocalDate through) {
        List<Bytes> due = new ArrayList<>();
        Bytes start = KeyBytes.of(Index.WAKING).day(from).done();
        Bytes end = KeyBytes.of(Index.WAKING).day(through.plusDays(1)).done();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(start, end)) {
            while (rows.hasNext()) {
                ByteBuffer place = KeyBytes.behindIndex(rows.next().key);
                LocalDate on = KeyBytes.day(place);
                byte[] key = new byte[place.remaining()];
                place.get(key);
                if (!on.isAfter(through)) {
                    due.add(Bytes.wrap(key));
                }
            }
        }
        return due;
    }

    private static @Nullable Bytes place(Bytes key, byte @Nullable [] value) {
        LocalDate on = value == null
                ? KeyBytes.FOREVER
                : LocalDate.ofEpochDay(ByteBuffer.wrap(value).getInt());
        return on.equals(KeyBytes.FOREVER)
                ? null
                : KeyBytes.of(Index.WAKING).day(on).raw(key.get()).done();
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>();
        put(key, value, batch);
        rows.putAll(batch);
    }

    private void put(Bytes key, byte @Nullable [] value, List<KeyValue<Bytes, byte[]>> batch) {
        if (KeyBytes.isIndex(key)) {
            throw new IllegalArgumentException("an index row is written with its row, never by itself: " + key);
        }
        Bytes before = place(key, rows.get(key));
        Bytes after = place(key, value);
        if (before != null && !before.equals(after)) {
            batch.add(KeyValue.pair(before, null));
        }
        if (after != null) {
            batch.add(KeyValue.pair(after, NOTHING));
        }
        batch.add(KeyValue.pair(key, value));
    }

    /** The last word on each row, all in one batch. */
    @Override
    void restore(Collection<KeyValue<byte[], byte[]>> changelog) {
        Map<Bytes, byte @Nullable []> last = new LinkedHashMap<>();
        changelog.forEach(record -> last.put(Bytes.wrap(record.key), record.value));
        List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>();
        last.forEach((key, value) -> put(key, value, batch));
        rows.putAll(batch);
    }

    /** Without the index. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return rows.range(null, KeyBytes.INDEXES);
    }

    /** Without the index. */
    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return rows.reverseRange(null, KeyBytes.INDEXES);
    }

    @Override
    public WakingRows over(KeyValueStore<Bytes, byte[]> others) {
        return new WakingRows(others);
    }
}
