package io.echeance.topology.store;

import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.CustomerNews.SectionDue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What payers are to be written, until they are. Sections are gathered until their transaction ends: then those that go
 * with the mailings of one day are one row, under the day and a number that counts up. What is put down and taken again
 * within one transaction is never written.
 */
public final class PostRows {

    /** Of one row, about, so that no record grows too large. */
    private static final int MOST_BYTES = 300_000;

    private static final StateCodec<SectionDue> SECTIONS = StateCodec.of(Bindings.SECTION_DUE);

    private final KeyValueStore<Bytes, byte[]> rows;
    private final SortedMap<LocalDate, SortedMap<Bytes, byte @Nullable []>> gathered = new TreeMap<>();

    /** @param rows the store {@link StateStores#POST} */
    public PostRows(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    /** The same again is one section. */
    public void put(SectionDue due, LocalDate day) {
        gathered.computeIfAbsent(day, first -> new TreeMap<>()).put(key(due), SECTIONS.encode(due));
    }

    /** At the end of a transaction. */
    public void write() {
        gathered.forEach((day, sections) -> {
            SortedMap<Bytes, byte @Nullable []> row = new TreeMap<>();
            int bytes = 0;
            for (var section : sections.entrySet()) {
                row.put(section.getKey(), section.getValue());
                bytes += section.getValue() == null ? 0 : section.getValue().length;
                if (bytes > MOST_BYTES) {
                    rows.put(next(day), Gathering.of(row));
                    row.clear();
                    bytes = 0;
                }
            }
            if (!row.isEmpty()) {
                rows.put(next(day), Gathering.of(row));
            }
        });
        gathered.clear();
    }

    /** Takes away what goes with the mailings of these days, both included, by seller and payer. */
    public SortedMap<String, List<SectionDue>> take(LocalDate from, LocalDate through) {
        SortedMap<Bytes, byte @Nullable []> sections = new TreeMap<>();
        for (KeyValue<Bytes, byte[]> row : rows(from, through.plusDays(1))) {
            Gathering.parted(row.value).forEach(one -> sections.put(one.key, one.value));
            rows.delete(row.key);
        }
        gathered.subMap(from, through.plusDays(1)).values().forEach(sections::putAll);
        gathered.subMap(from, through.plusDays(1)).clear();
        SortedMap<String, List<SectionDue>> due = new TreeMap<>();
        sections.forEach((key, section) -> {
            if (section != null) {
                due.computeIfAbsent(Grouped.group(key), first -> new ArrayList<>())
                        .add(SECTIONS.decode(section));
            }
        });
        return due;
    }

    private List<KeyValue<Bytes, byte[]>> rows(LocalDate from, LocalDate before) {
        Bytes end = KeyBytes.ofDay(before).done();
        List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                rows.range(KeyBytes.ofDay(from).done(), end)) {
            all.forEachRemaining(found::add);
        }
        found.removeIf(row -> row.key.compareTo(end) >= 0);
        return found;
    }

    private Bytes next(LocalDate day) {
        List<KeyValue<Bytes, byte[]>> there = rows(day, day.plusDays(1));
        int number =
                there.isEmpty() ? 0 : ByteBuffer.wrap(there.getLast().key.get()).getInt(Integer.BYTES) + 1;
        return KeyBytes.ofDay(day).number(number).done();
    }

    private static Bytes key(SectionDue due) {
        return Grouped.key(
                due.seller() + "/" + due.payer(), digest(due.section().toString()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
