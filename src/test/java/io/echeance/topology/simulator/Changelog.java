package io.echeance.topology.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The committed changelog of one partition of a store. */
final class Changelog {

    /** The last word on a key; without a value it is deleted. */
    @SuppressWarnings("ArrayRecordComponent") // As it lies on the changelog; nobody compares it.
    record Row(Bytes key, byte @Nullable [] value, long timestamp) {}

    private final SequencedMap<Bytes, Row> rows = new LinkedHashMap<>();
    private final List<Row> all = new ArrayList<>();

    void apply(Row row) {
        all.add(row);
        rows.remove(row.key());
        if (row.value() != null) {
            rows.put(row.key(), row);
        }
    }

    /** Every word on every key, in order: as if it had never been compacted. */
    List<Row> all() {
        return all;
    }

    /** The last word on each key, in order: as if all were compacted. */
    SequencedMap<Bytes, Row> rows() {
        return rows;
    }
}
