package io.echeance.topology.simulator;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A partition of a topic: a log that is only ever appended to, read as committed. */
final class PartitionLog {

    /**
     * @param moment when it was appended, by the count of all that ever was
     * @param transaction null: it was written without one
     */
    @SuppressWarnings("ArrayRecordComponent") // As they lie on the topic; nobody compares them.
    record Entry(
            TopicPartition partition,
            long offset,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            long moment,
            @Nullable Transaction transaction,
            boolean isMarker) {}

    private final TopicPartition partition;
    private final List<Entry> entries = new ArrayList<>();

    PartitionLog(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    Entry append(
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            long moment,
            @Nullable Transaction transaction) {
        Entry entry = new Entry(partition, entries.size(), timestamp, key, value, headers, moment, transaction, false);
        entries.add(entry);
        if (transaction != null) {
            transaction.wrote(this);
        }
        return entry;
    }

    /** The end of a transaction takes an offset, too. */
    void mark() {
        entries.add(new Entry(partition, entries.size(), 0, null, null, new RecordHeaders(), 0, null, true));
    }

    /** The first record from an offset on that a reader of what is committed sees now; null: none yet. */
    @Nullable
    Entry next(long offset) {
        for (int n = (int) offset; n < entries.size(); n++) {
            Entry entry = entries.get(n);
            Transaction transaction = entry.transaction();
            if (transaction != null && transaction.state() == Transaction.State.OPEN) {
                return null;
            }
            if (!entry.isMarker() && (transaction == null || transaction.state() == Transaction.State.COMMITTED)) {
                return entry;
            }
        }
        return null;
    }

    /** All that is committed. */
    List<Entry> committed() {
        List<Entry> committed = new ArrayList<>();
        for (Entry next = next(0); next != null; next = next(next.offset() + 1)) {
            committed.add(next);
        }
        return committed;
    }

    int size() {
        return entries.size();
    }
}
