package io.echeance.query;

import io.echeance.core.order.OrderStanding;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.AccountWrites;
import io.echeance.topology.store.LastMet;
import io.echeance.topology.store.ListRow;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What lists showed lately of the orders of an instance. An account that was not written since is not read again; of
 * one that was, the cover is compared byte by byte with the one that it was read of. So nothing here can be out of
 * date. Any thread may ask.
 */
public final class KnownCovers {

    /** The 2,000 orders that a worklist looks at, for a few sellers, and what else is looked at; about 20 MB. */
    private static final int MOST = 8_000;

    /**
     * @param cover that it was read of
     * @param places of the order in all lists: their keys
     * @param writes of the store that it was read of
     * @param number of the account there, before it was read
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    record Known(byte[] cover, OrderStanding standing, Set<Bytes> places, AccountWrites writes, long number) {

        private boolean isStill(AccountWrites now, long found) {
            return writes == now && number == found && found != AccountWrites.UNDER_WAY;
        }
    }

    private final LastMet<String, Known> known = new LastMet<>(MOST);

    /**
     * What stands on the cover of an account; null: the order is not placed.
     *
     * @param accounts the store that it lies in
     * @param writes of that store
     */
    @Nullable
    Known of(String orderId, ReadOnlyKeyValueStore<Bytes, byte[]> accounts, AccountWrites writes) {
        Known before;
        synchronized (known) {
            before = known.get(orderId);
        }
        Bytes key = AccountFile.key(orderId);
        long number = writes.of(key);
        if (before != null && before.isStill(writes, number)) {
            return before;
        }
        byte[] account = accounts.get(key);
        Known now = account == null ? null : read(account, before, writes, number);
        if (now != null) {
            synchronized (known) {
                known.put(orderId, now);
            }
        }
        return now;
    }

    private static @Nullable Known read(byte[] account, @Nullable Known before, AccountWrites writes, long number) {
        if (before != null && AccountFile.hasCover(account, before.cover())) {
            return new Known(before.cover(), before.standing(), before.places(), writes, number);
        }
        OrderStanding standing = AccountFile.cover(account).standing();
        return standing == null
                ? null
                : new Known(AccountFile.coverBytes(account), standing, places(standing), writes, number);
    }

    private static Set<Bytes> places(OrderStanding standing) {
        return ListRow.of(standing).stream().map(ListRow::key).collect(Collectors.toUnmodifiableSet());
    }
}
