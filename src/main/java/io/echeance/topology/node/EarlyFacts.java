package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;
import io.echeance.topology.store.Calendar;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Facts that belong to a day which has not come where they are: by day, and in order of arrival. A key is the day (four
 * bytes, big endian, sign flipped) and the offset at which the fact was read, or an {@link ArrivalOrder}.
 */
final class EarlyFacts {

    private final KeyValueStore<Bytes, LoggedFact> store;
    /** Nothing waits for this day or one before it; null: unknown. Asked for each fact that is met in a large day. */
    private @Nullable LocalDate noneUntil;

    record Row(Bytes key, LoggedFact entry) {

        private LocalDate day() {
            return LocalDate.ofEpochDay(ByteBuffer.wrap(key.get()).getInt() ^ Integer.MIN_VALUE);
        }

        /** Where it stood on its partition. */
        long offset() {
            return ByteBuffer.wrap(key.get()).getLong(Integer.BYTES);
        }
    }

    EarlyFacts(KeyValueStore<Bytes, LoggedFact> store) {
        this.store = store;
    }

    /** Whether it belongs to a day that has not come: it lay behind the record of a day that is not closed here yet. */
    static boolean isEarly(LoggedFact entry, Calendar calendar) {
        LocalDate knownOn = entry.knownOn();
        LocalDate closedOn = calendar.closedOn();
        return knownOn != null && (closedOn == null || knownOn.isAfter(closedOn.plusDays(1)));
    }

    void add(LoggedFact entry, long offset) {
        put(Objects.requireNonNull(entry.knownOn()), offset, entry);
    }

    /** Puts it behind what still waits for a day that has begun; false: nothing does. */
    boolean addBehind(LocalDate today, LoggedFact entry, long offset) {
        boolean waits = !until(today, 1).isEmpty();
        if (waits) {
            put(today, offset, entry);
        }
        return waits;
    }

    private void put(LocalDate day, long offset, LoggedFact entry) {
        store.put(key(day, offset), entry);
        if (noneUntil != null && !day.isAfter(noneUntil)) {
            noneUntil = day.minusDays(1);
        }
    }

    /** Those of the days up to and including one, in order. */
    List<Row> until(LocalDate day, int most) {
        List<Row> rows = new ArrayList<>();
        if (noneUntil != null && !day.isAfter(noneUntil)) {
            return rows;
        }
        try (KeyValueIterator<Bytes, LoggedFact> found = store.range(null, key(day.plusDays(1), 0))) {
            while (rows.size() < most && found.hasNext()) {
                KeyValue<Bytes, LoggedFact> row = found.next();
                rows.add(new Row(row.key, row.value));
            }
        }
        rows.removeIf(row -> row.day().isAfter(day));
        if (rows.isEmpty() && most > 0) {
            noneUntil = day;
        }
        return rows;
    }

    void remove(Row row) {
        store.delete(row.key());
    }

    private static Bytes key(LocalDate day, long offset) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(Math.toIntExact(day.toEpochDay()) ^ Integer.MIN_VALUE)
                .putLong(offset)
                .array());
    }
}
