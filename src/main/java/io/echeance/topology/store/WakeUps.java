package io.echeance.topology.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be woken when, in order of date: a key is the day (four bytes, big endian, sign flipped, so that bytes sort
 * as dates do) and an id. A scan starts at a low-water mark that the caller keeps: rows that were deleted long ago
 * would otherwise be stepped over again every day.
 */
public final class WakeUps {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;

    /** A row. */
    public record WakeUp(Bytes key) {

        public LocalDate on() {
            return LocalDate.ofEpochDay(ByteBuffer.wrap(key.get()).getInt() ^ Integer.MIN_VALUE);
        }

        public Bytes id() {
            byte[] all = key.get();
            byte[] id = new byte[all.length - Integer.BYTES];
            System.arraycopy(all, Integer.BYTES, id, 0, id.length);
            return Bytes.wrap(id);
        }

        /** The id, if it is text. */
        public String name() {
            return new String(id().get(), StandardCharsets.UTF_8);
        }
    }

    public WakeUps(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Where a day begins. */
    public static Bytes startOf(LocalDate day) {
        return key(day, NOTHING);
    }

    public static byte[] idOf(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    public void put(LocalDate on, byte[] id) {
        store.put(key(on, id), NOTHING);
    }

    public void remove(LocalDate on, byte[] id) {
        store.delete(key(on, id));
    }

    public void remove(WakeUp wakeUp) {
        store.delete(wakeUp.key());
    }

    /**
     * The rows up to and including a day, in order.
     *
     * @param lowWater where to begin; null: at the first one
     * @param most no more than so many
     */
    public List<WakeUp> due(@Nullable Bytes lowWater, LocalDate through, int most) {
        List<WakeUp> due = new ArrayList<>();
        Bytes end = startOf(through.plusDays(1));
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(lowWater, end)) {
            while (due.size() < most && rows.hasNext()) {
                WakeUp row = new WakeUp(rows.next().key);
                if (!row.on().isAfter(through)) {
                    due.add(row);
                }
            }
        }
        return due;
    }

    /** All rows, in order. */
    public List<WakeUp> all() {
        List<WakeUp> all = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
            rows.forEachRemaining(row -> all.add(new WakeUp(row.key)));
        }
        return all;
    }

    private static Bytes key(LocalDate on, byte[] id) {
        int day = Math.toIntExact(on.toEpochDay()) ^ Integer.MIN_VALUE;
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + id.length)
                .putInt(day)
                .put(id)
                .array());
    }
}
