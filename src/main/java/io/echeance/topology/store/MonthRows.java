package io.echeance.topology.store;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Rows of sellers' months, by seller and then by month. */
public final class MonthRows {

    /** Seller/month → what the entries of the month add up to, as far as the partition has read them. */
    public static final String SUMS = "month-sums";

    /** Seller/month → who closed the month, and with what. */
    public static final String CLOSED = "months-closed";

    /** Seller/month → a closing that was taken: what the next one has to follow. */
    public static final String TAKEN = "closings-taken";

    private MonthRows() {}

    /** A row a seller and month, written once a transaction: in memory, with a changelog. */
    public static StoreBuilder<KeyValueStore<String, MonthSums>> sums() {
        return StateStores.small(
                SUMS, Serdes.String(), StateCodec.of(Bindings.MONTH_SUMS).serde());
    }

    /** A row a seller and month, written once. */
    public static StoreBuilder<KeyValueStore<String, MonthClosed>> closed() {
        return closings(CLOSED);
    }

    /** Likewise. */
    public static StoreBuilder<KeyValueStore<String, MonthClosed>> taken() {
        return closings(TAKEN);
    }

    private static StoreBuilder<KeyValueStore<String, MonthClosed>> closings(String name) {
        return StateStores.small(
                name, Serdes.String(), StateCodec.of(Bindings.MONTH_CLOSED).serde());
    }

    public static String key(String seller, YearMonth month) {
        return seller + "/" + month;
    }

    /** Those of one seller, the earliest first. */
    public static <V> List<V> of(ReadOnlyKeyValueStore<? super String, V> rows, String seller) {
        List<V> months = new ArrayList<>();
        try (KeyValueIterator<? super String, V> found = rows.range(seller + "/", seller + "/9999-12")) {
            found.forEachRemaining(row -> months.add(row.value));
        }
        return months;
    }
}
