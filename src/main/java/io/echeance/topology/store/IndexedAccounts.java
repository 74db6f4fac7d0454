package io.echeance.topology.store;

import io.echeance.serde.record.Cover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
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
final class IndexedAccounts extends DerivedRows {

    private static final byte[] NOTHING = new byte[0];

    /** A change of an account that comes next, with what it makes of it. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    private record Expected(Bytes change, byte @Nullable [] before, byte[] after) {}

    private @Nullable Expected expected;
    private LastMet<Bytes, Cover> covers = new LastMet<>();
    private LastMet<Bytes, Long> sums = new LastMet<>();
    private final UnfitAccounts unfit = new UnfitAccounts();
    private final RestoredAccounts restored = new RestoredAccounts();
    private final AccountWrites writes = new AccountWrites();
    private boolean beganEmpty;

    /** @param rows where accounts and index rows lie side by side */
    IndexedAccounts(KeyValueStore<Bytes, byte[]> rows) {
        super(rows);
    }

    /** What is written together: the last word on each row. */
    private final class Batch implements AccountIndexes.Rows {

        private final Map<Bytes, byte @Nullable []> words = new LinkedHashMap<>();

        void account(Bytes key, byte @Nullable [] value) {
            if (KeyBytes.isIndex(key)) {
                throw new IllegalArgumentException("an index row is written with its account, never by itself: " + key);
            }
            account(key, covers.get(key) == null ? rows.get(key) : null, value);
        }

        /** @param there the account before, where its cover was not met lately */
        void account(Bytes key, byte @Nullable [] there, byte @Nullable [] value) {
            if (there != null && value != null && AccountFile.isSameCover(there, value)) {
                words.put(key, value);
                return;
            }
            Cover met = covers.get(key);
            Cover before = met == null ? cover(there) : met;
            Cover after = cover(value);
            words.put(key, value);
            covers.put(key, after);
            AccountIndexes.follow(key, before, after, this);
        }

        void mark(Bytes order) {
            words.put(UnfitAccounts.row(order), unfit.has(order) ? NOTHING : null);
        }

        private static Cover cover(byte @Nullable [] account) {
            return account == null ? Cover.BLANK : AccountFile.cover(account);
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
            List<Bytes> accounts = words.keySet().stream()
                    .filter(key -> !KeyBytes.isIndex(key))
                    .toList();
            writes.begin(accounts);
            try {
                rows.putAll(all);
            } finally {
                writes.end(accounts);
            }
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // What a transaction left behind that was given up is no longer there.
        expected = null;
        covers = new LastMet<>();
        sums = new LastMet<>();
        restored.forget();
        writes.all();
        super.init(context, root);
        unfit.readFrom(rows);
        try (KeyValueIterator<Bytes, byte[]> all = all()) {
            beganEmpty = !all.hasNext();
        }
    }

    /** @throws AccountsNotWhole if an account is not what the changelog says of it */
    void checkWhole() {
        unfit.requireNone(beganEmpty);
    }

    /** What is made of each account in the end ({@link RestoredAccounts}); what it was in between leaves no trace. */
    @Override
    void restore(Collection<KeyValue<byte[], byte[]>> changelog) {
        synchronized (restored) {
            changelog.forEach(record -> restore(Bytes.wrap(record.key), record.value));
            if (restored.isMuch()) {
                settle();
            }
        }
    }

    private void restore(Bytes key, byte @Nullable [] value) {
        Bytes order = key;
        byte[] after = value;
        if (AccountChange.isOne(key)) {
            AccountChange change = new AccountChange(key, Objects.requireNonNull(value, "an account stays"));
            order = change.order();
            after = change.applied(restored.has(order) ? restored.get(order) : rows.get(order));
            if (unfit.isNews(order, after != null)) {
                restored.note(order);
            }
            if (after == null) {
                return;
            }
        }
        restored.put(order, after);
        // Whoever knows it from before reads it anew, and has it written.
        writes.begin(List.of(order));
        writes.end(List.of(order));
    }

    /** Writes what has been restored, and how far that was read. */
    private void settle() {
        synchronized (restored) {
            try {
                restored.settle(this::write, rows::commit);
            } catch (RuntimeException e) {
                // Who tries again finds what was written on the disk, and only that.
                covers = new LastMet<>();
                sums = new LastMet<>();
                throw e;
            }
        }
    }

    private void write(Map<Bytes, byte @Nullable []> accounts, Set<Bytes> noted) {
        Batch batch = new Batch();
        noted.forEach(batch::mark);
        accounts.forEach(batch::account);
        batch.write();
    }

    @Override
    KeyValueStore<Bytes, byte[]> read() {
        if (restored.isKept()) {
            settle();
        }
        return rows;
    }

    @Override
    public void commit(Map<TopicPartition, Long> offsets) {
        synchronized (restored) {
            if (restored.keeps(offsets)) {
                return;
            }
            settle();
        }
        rows.commit(offsets);
    }

    @Override
    public void close() {
        try {
            if (rows.isOpen()) {
                settle();
            }
        } finally {
            restored.forget();
            rows.close();
        }
    }

    /** What the change does that is put next, so that it needs not be worked out again. */
    void expect(Bytes change, byte @Nullable [] before, byte[] after) {
        expected = new Expected(change, before, after);
    }

    /** An account, or a change of one. */
    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        read();
        Batch batch = new Batch();
        Expected known = expected;
        expected = null;
        if (!AccountChange.isOne(key)) {
            batch.account(key, value);
        } else {
            AccountChange change = new AccountChange(key, Objects.requireNonNull(value, "an account stays"));
            if (known != null && known.change().equals(key)) {
                batch.account(change.order(), known.before(), known.after());
            } else {
                byte[] before = rows.get(change.order());
                byte[] after = change.applied(before);
                if (unfit.isNews(change.order(), after != null)) {
                    batch.mark(change.order());
                }
                if (after != null) {
                    batch.account(change.order(), before, after);
                }
            }
        }
        batch.write();
    }

    /** The accounts, without the indexes. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return read().range(null, KeyBytes.INDEXES);
    }

    /** The accounts, without the indexes. */
    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return read().reverseRange(null, KeyBytes.INDEXES);
    }

    /** Says too how often accounts were written: {@link AccountWrites.Asked}. */
    @Override
    @SuppressWarnings("unchecked") // It is what is asked for.
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof AccountWrites.Asked
                ? QueryResult.forResult((R) writes)
                : super.query(query, bound, config);
    }

    @Override
    public IndexedAccounts over(KeyValueStore<Bytes, byte[]> others) {
        return new IndexedAccounts(others);
    }
}
