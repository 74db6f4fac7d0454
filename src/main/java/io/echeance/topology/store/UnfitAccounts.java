package io.echeance.topology.store;

import io.echeance.topology.store.KeyBytes.Index;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The accounts whose last change did not fit. Each has a row, which stays until the whole account comes: what the
 * changelog says of an account later may make up for it, since what is left over of an earlier turn comes before that.
 */
final class UnfitAccounts {

    private static final Bytes FIRST = KeyBytes.of(Index.UNFIT).done();
    private static final Bytes BEHIND = KeyBytes.behind(Index.UNFIT);

    private final Set<Bytes> orders = new TreeSet<>();

    void readFrom(KeyValueStore<Bytes, byte[]> rows) {
        orders.clear();
        try (KeyValueIterator<Bytes, byte[]> marked = rows.range(FIRST, BEHIND)) {
            marked.forEachRemaining(row -> orders.add(KeyBytes.rest(row.key)));
        }
    }

    /** Where the mark of an order lies. */
    static Bytes row(Bytes order) {
        return KeyBytes.of(Index.UNFIT).raw(order.get()).done();
    }

    /** Whether that is not what was known of it. */
    boolean isNews(Bytes order, boolean fits) {
        return fits ? orders.remove(order) : orders.add(order);
    }

    boolean has(Bytes order) {
        return orders.contains(order);
    }

    /** @throws AccountsNotWhole if an account is not what the changelog says of it */
    void requireNone(boolean beganEmpty) {
        if (!orders.isEmpty()) {
            throw new AccountsNotWhole(orders, beganEmpty);
        }
    }
}
