package io.echeance.topology.store;

import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.CustomerNews.SectionDue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What payers are to be written, until they are: a row a section, with the day with whose mailing it goes.
 *
 * @param rows the store {@link StateStores#POST}
 */
public record PostRows(KeyValueStore<Bytes, byte[]> rows) {

    private static final StateCodec<SectionDue> SECTIONS = StateCodec.of(Bindings.SECTION_DUE);

    /** The same again is one row. */
    public void put(SectionDue due, LocalDate day) {
        rows.put(key(due), WakingRows.value(day, SECTIONS.encode(due)));
    }

    public void remove(SectionDue due) {
        rows.delete(key(due));
    }

    /** What goes with the mailings of these days, both included, by seller and payer. */
    public SortedMap<String, List<SectionDue>> due(LocalDate from, LocalDate through) {
        SortedMap<String, List<SectionDue>> due = new TreeMap<>();
        for (Bytes key : WakingRows.due(rows, from, through)) {
            SectionDue section = SECTIONS.decode(WakingRows.content(rows.get(key)));
            due.computeIfAbsent(Grouped.group(key), first -> new ArrayList<>()).add(section);
        }
        return due;
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
