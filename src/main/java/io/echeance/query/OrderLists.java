package io.echeance.query;

import io.echeance.core.order.OrderStanding;
import io.echeance.topology.store.AccountWrites;
import io.echeance.topology.store.ListRow;
import io.echeance.topology.store.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of one partition. A page costs its rows, however long the list is and wherever it begins.
 */
public final class OrderLists {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> accounts;
    private final AccountWrites writes;
    private final KnownCovers covers;

    /** @param accounts the store {@code accounts} of a partition, with its indexes */
    public OrderLists(KeyValueStore<Bytes, byte[]> accounts) {
        this(accounts, AccountWrites.of(accounts), new KnownCovers());
    }

    /**
     * @param writes of that store
     * @param covers that were read before
     */
    public OrderLists(ReadOnlyKeyValueStore<Bytes, byte[]> accounts, AccountWrites writes, KnownCovers covers) {
        this.accounts = accounts;
        this.writes = writes;
        this.covers = covers;
    }

    /** What lists show of one order; null: this partition knows no such order. */
    public @Nullable OrderStanding standing(String orderId) {
        KnownCovers.Known known = known(orderId);
        return known == null ? null : known.standing();
    }

    private KnownCovers.@Nullable Known known(String orderId) {
        return covers.of(orderId, accounts, writes);
    }

    /**
     * A list, to be read page by page.
     *
     * @param today the partition's day: the one after the last that was closed
     */
    public Listed listed(OrderList list, LocalDate today) {
        Stretch stretch = Stretch.of(list, today);
        return (after, most) -> found(list, stretch, after, most);
    }

    /**
     * Of an order that has this row, or another one that it may have at the same place.
     *
     * @param row its key in the index
     */
    private @Nullable OrderStanding standing(String orderId, Bytes row, Places places, List<String> values) {
        KnownCovers.Known known = known(orderId);
        if (known == null) {
            return null;
        }
        boolean isThere = known.places().contains(row)
                || places.alike(ListRow.of(row), values).stream()
                        .map(ListRow::key)
                        .anyMatch(known.places()::contains);
        return isThere ? known.standing() : null;
    }

    /** The first rows behind a place, of all values and sellers that are asked for. */
    private List<Listed.Entry> found(OrderList list, Stretch stretch, @Nullable Cursor after, int most) {
        List<KeyValueIterator<Bytes, byte[]>> open = new ArrayList<>();
        try {
            List<Iterator<Listed.Entry>> found = new ArrayList<>();
            byte[] end = ListRow.position(stretch.until().plusDays(1));
            for (String value : stretch.values()) {
                Places places = Places.of(stretch.listing(), value);
                byte[] from = places.from(stretch.from(), after);
                for (String seller : sellers(list, stretch.listing(), value)) {
                    Bytes first = ListRow.from(stretch.listing(), value, seller, from);
                    Bytes last = ListRow.from(stretch.listing(), value, seller, end);
                    if (first.compareTo(last) < 0) {
                        KeyValueIterator<Bytes, byte[]> rows = accounts.range(first, last);
                        open.add(rows);
                        found.add(entries(stretch, places, rows, first.get().length - from.length));
                    }
                }
            }
            return first(most, new Merged<>(found, Comparator.comparing(Listed.Entry::at)));
        } finally {
            open.forEach(KeyValueIterator::close);
        }
    }

    /** @param position where in a key the position begins: behind the list, its value and its seller */
    private Iterator<Listed.Entry> entries(
            Stretch stretch, Places places, KeyValueIterator<Bytes, byte[]> rows, int position) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Listed.Entry next() {
                Bytes key = rows.next().key;
                byte[] at = Arrays.copyOfRange(key.get(), position, key.get().length);
                return new Listed.Entry(
                        places.at(at), () -> standing(ListRow.orderId(at), key, places, stretch.values()));
            }
        };
    }

    /** An order that went from one value to another while both were read is met under both, at one place. */
    private static List<Listed.Entry> first(int most, Iterator<Listed.Entry> all) {
        List<Listed.Entry> first = new ArrayList<>();
        while (first.size() < most && all.hasNext()) {
            Listed.Entry next = all.next();
            if (first.isEmpty() || !first.getLast().at().equals(next.at())) {
                first.add(next);
            }
        }
        return first;
    }

    private List<String> sellers(OrderList list, Listing listing, String value) {
        String seller = list.seller();
        return seller == null ? sellers(listing, value) : List.of(seller);
    }

    /** Each seller with a row, found by leaping from one to the next. */
    private List<String> sellers(Listing listing, String value) {
        List<String> sellers = new ArrayList<>();
        Bytes end = ListRow.end(listing, value);
        Bytes next = ListRow.start(listing, value);
        while (next != null) {
            try (KeyValueIterator<Bytes, byte[]> rows = accounts.range(next, end)) {
                next = null;
                if (rows.hasNext()) {
                    KeyValue<Bytes, byte[]> row = rows.next();
                    String seller = ListRow.of(row.key).seller();
                    sellers.add(seller);
                    next = ListRow.end(listing, value, seller);
                }
            }
        }
        return sellers;
    }
}
