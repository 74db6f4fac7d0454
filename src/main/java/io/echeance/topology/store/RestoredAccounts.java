package io.echeance.topology.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that have been read from their changelog and are not written yet. An account stands there up to sixteen
 * times; what it is in the end is written once, and its places in the indexes are worked out once. Kafka Streams hands
 * over a thousand records at a time: too few for an account to come twice.
 *
 * <p>They are written when they become many, when anybody reads, when nothing has come since the last checkpoint, and
 * at the end. How far the changelog was read is written behind them, never before: a checkpoint in between is put off.
 *
 * <p>Who uses it holds its lock; {@link #isKept} alone may be asked without.
 */
final class RestoredAccounts {

    /** Of all partitions that this process restores, keys and values. */
    private static final long MANY_BYTES = 48L << 20;

    /** Where they are many, a partition that has less waits for those that have more. */
    private static final long WORTH_WRITING = 1L << 20;

    private static final AtomicLong BYTES_OF_ALL = new AtomicLong();

    /** Accounts that are written together. */
    private static final int SLICE = 1_000;

    /** Where they are written. */
    interface Rows {

        /**
         * @param accounts what each of them is
         * @param noted orders whose mark changed
         */
        void write(Map<Bytes, byte @Nullable []> accounts, Set<Bytes> noted);
    }

    private final Map<Bytes, byte @Nullable []> accounts = new LinkedHashMap<>();
    private final Set<Bytes> noted = new HashSet<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private long bytes;
    private boolean grown;
    private volatile boolean kept;

    void put(Bytes order, byte @Nullable [] account) {
        boolean isNew = !accounts.containsKey(order);
        byte[] before = accounts.put(order, account);
        grow((isNew ? order.get().length : 0) + length(account) - length(before));
        grown = true;
        kept = true;
    }

    private void grow(long more) {
        bytes += more;
        BYTES_OF_ALL.addAndGet(more);
    }

    private static int length(byte @Nullable [] account) {
        return account == null ? 0 : account.length;
    }

    void note(Bytes order) {
        noted.add(order);
        grown = true;
        kept = true;
    }

    boolean has(Bytes order) {
        return accounts.containsKey(order);
    }

    byte @Nullable [] get(Bytes order) {
        return accounts.get(order);
    }

    boolean isMuch() {
        return bytes >= WORTH_WRITING && BYTES_OF_ALL.get() >= MANY_BYTES;
    }

    boolean isKept() {
        return kept;
    }

    /**
     * Whether a checkpoint is put off until they are written: something has come since the one before. One that says
     * that nothing was read is not: it withdraws those before.
     */
    boolean keeps(Map<TopicPartition, Long> read) {
        if (!grown || read.isEmpty()) {
            return false;
        }
        grown = false;
        offsets.putAll(read);
        return true;
    }

    /** Writes all, and then how far they were read. */
    void settle(Rows rows, Consumer<Map<TopicPartition, Long>> checkpoint) {
        Map<Bytes, byte @Nullable []> slice = new LinkedHashMap<>();
        Set<Bytes> marks = Set.copyOf(noted);
        for (Map.Entry<Bytes, byte @Nullable []> account : accounts.entrySet()) {
            slice.put(account.getKey(), account.getValue());
            if (slice.size() == SLICE) {
                rows.write(slice, Set.of());
                slice = new LinkedHashMap<>();
            }
        }
        if (!slice.isEmpty() || !marks.isEmpty()) {
            rows.write(slice, marks);
        }
        Map<TopicPartition, Long> read = Map.copyOf(offsets);
        forget();
        if (!read.isEmpty()) {
            checkpoint.accept(read);
        }
    }

    void forget() {
        accounts.clear();
        noted.clear();
        offsets.clear();
        grow(-bytes);
        grown = false;
        kept = false;
    }
}
