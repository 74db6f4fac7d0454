package io.echeance.query;

import io.echeance.core.order.OrderStanding;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.ListRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lists showed lately of the orders of an instance. A cover is compared byte by byte with the one that it was read
 * of: whatever has changed since is read anew, so nothing here can be out of date. Any thread may ask.
 */
public final class KnownCovers {

    /** The 2,000 orders that a worklist looks at, for a few sellers, and what else is looked at; about 20 MB. */
    private static final int MOST = 8_000;

    /**
     * @param cover that it was read of
     * @param places of the order in all lists
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    record Known(byte[] cover, OrderStanding standing, Set<ListRow> places) {}

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What stands on the cover of an account; null: the order is not placed.
     *
     * @param account as it lies in its store
     */
    @Nullable
    Known of(String orderId, byte[] account) {
        Known before;
        synchronized (known) {
            before = known.get(orderId);
        }
        if (before != null && AccountFile.hasCover(account, before.cover())) {
            return before;
        }
        OrderStanding standing = AccountFile.cover(account).standing();
        if (standing == null) {
            return null;
        }
        Known now = new Known(AccountFile.coverBytes(account), standing, ListRow.of(standing));
        synchronized (known) {
            known.put(orderId, now);
        }
        return now;
    }
}
