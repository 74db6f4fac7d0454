package io.echeance.topology.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Rows of which the changelog has all of a transaction in one record, a {@link Gathering}. Its key counts up, so that
 * none is ever compacted away. It lies below what writes the changelog, and parts a gathering into its rows; beside
 * them lies the number of the last.
 */
final class GatheredRows extends DerivedRows {

    /** Where the number of the last gathering lies. No text begins as this does. */
    static final Bytes LAST = Bytes.wrap(new byte[] {(byte) 0xff});

    private static final Bytes BEHIND_ALL_TEXTS = Bytes.wrap(new byte[] {(byte) 0xfe});

    GatheredRows(KeyValueStore<Bytes, byte[]> rows) {
        super(rows);
    }

    /** Under what the next gathering stands. */
    static Bytes next(byte @Nullable [] last) {
        long before = last == null ? 0 : ByteBuffer.wrap(last).getLong();
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(before + 1).array());
    }

    /** A gathering, under its number. */
    @Override
    public void put(Bytes number, byte @Nullable [] gathering) {
        if (gathering == null) {
            throw new IllegalArgumentException("what was gathered stays: " + number);
        }
        List<KeyValue<Bytes, byte[]>> parted = new ArrayList<>(Gathering.parted(gathering));
        parted.add(KeyValue.pair(LAST, number.get()));
        rows.putAll(parted);
    }

    /** Without the number of the last. */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return rows.range(from, to == null ? BEHIND_ALL_TEXTS : to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return rows.reverseRange(from, to == null ? BEHIND_ALL_TEXTS : to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return reverseRange(null, null);
    }

    @Override
    public GatheredRows over(KeyValueStore<Bytes, byte[]> others) {
        return new GatheredRows(others);
    }
}
