package io.echeance.topology.store;

import io.echeance.topology.store.KeyBytes.Index;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are drawn on which morning: an index of the accounts, in order of date, then of order id. It is read
 * from a low-water mark on that the caller keeps, as {@link WakeUps} are.
 *
 * @param accounts the store {@link StateStores#ACCOUNTS}
 */
public record Mornings(ReadOnlyKeyValueStore<Bytes, byte[]> accounts) {

    static Bytes key(LocalDate on, Bytes account) {
        return KeyBytes.of(Index.MORNINGS).day(on).raw(account.get()).done();
    }

    /**
     * The rows up to and including a day, in order.
     *
     * @param lowWater where to begin; null: at the first one
     * @param most no more than so many
     */
    public List<WakeUp> due(@Nullable Bytes lowWater, LocalDate through, int most) {
        List<WakeUp> due = new ArrayList<>();
        byte[] from = lowWater == null ? new byte[0] : lowWater.get();
        Bytes start = KeyBytes.of(Index.MORNINGS).raw(from).done();
        Bytes end = KeyBytes.of(Index.MORNINGS).day(through.plusDays(1)).done();
        try (KeyValueIterator<Bytes, byte[]> rows = accounts.range(start, end)) {
            while (due.size() < most && rows.hasNext()) {
                due.add(new WakeUp(KeyBytes.rest(rows.next().key)));
            }
        }
        return due;
    }
}
