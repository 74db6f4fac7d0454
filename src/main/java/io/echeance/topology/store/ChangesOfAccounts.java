package io.echeance.topology.store;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The accounts, above what writes the changelog: of an account that was there it passes on what changed, an
 * {@link AccountChange}. Every sixteenth time, and where most of it is new, the account goes whole; it takes the place
 * of the one before, and the changes behind it those of theirs. So a changelog keeps at most sixteen records of an
 * account, however old it gets.
 */
public final class ChangesOfAccounts extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements KeyValueStore<Bytes, byte[]> {

    private LastMet<Bytes, byte[]> met = new LastMet<>();
    private final IndexedAccounts accounts;

    /** @param rows accounts and their indexes, with a changelog */
    ChangesOfAccounts(KeyValueStore<Bytes, byte[]> rows) {
        super(rows);
        this.accounts = Objects.requireNonNull(
                ((WrappedStateStore<?, ?, ?>) rows).findInner(IndexedAccounts.class), "accounts lie below");
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        met = new LastMet<>();
        super.init(context, root);
    }

    /**
     * Takes note of accounts that were read of a store, so that they are not read again when they are written.
     *
     * @param accounts the store {@link StateStores#ACCOUNTS}; to be told by the one thread that writes it
     */
    public static BiConsumer<Bytes, byte[]> readOf(StateStore accounts) {
        ChangesOfAccounts changes = accounts instanceof ChangesOfAccounts itself
                ? itself
                : Objects.requireNonNull(
                        ((WrappedStateStore<?, ?, ?>) accounts).findInner(ChangesOfAccounts.class), "accounts");
        return (key, account) -> changes.met.put(key, account);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        byte[] after = Objects.requireNonNull(value, "an account stays").clone();
        byte[] before = met.get(key);
        if (before == null) {
            before = wrapped().get(key);
        }
        AccountChange change = AccountChange.of(key, before, after);
        accounts.expect(change.key(), before, after);
        wrapped().put(change.key(), change.value());
        met.put(key, after);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return wrapped().get(key);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] there = get(key);
        if (there == null) {
            put(key, value);
        }
        return there;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        throw new UnsupportedOperationException("an account stays");
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return wrapped().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return wrapped().reverseRange(from, to);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return wrapped().prefixScan(prefix, serializer);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return wrapped().all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return wrapped().reverseAll();
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
