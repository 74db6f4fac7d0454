package io.echeance.topology.store;

import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.CustomerRow;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.OrderRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a partition: a row for each order that shows anything of its customer, and one for the customer,
 * each with the day at whose close it is judged next.
 *
 * @param rows the store {@link StateStores#CUSTOMERS}
 */
public record CustomerFiles(ReadOnlyKeyValueStore<Bytes, byte[]> rows) {

    private static final StateCodec<CustomerRow> ROWS = StateCodec.of(Bindings.CUSTOMER_ROW);
    private static final byte[] ITSELF = new byte[0];

    /** All that is kept of a customer. */
    public record Dossier(CustomerFile file, SortedMap<String, OrderRow> orders) {}

    public Dossier of(CustomerKey customer) {
        CustomerFile file = CustomerFile.EMPTY;
        SortedMap<String, OrderRow> orders = new TreeMap<>();
        Bytes prefix = Grouped.key(customer.toString(), ITSELF);
        try (KeyValueIterator<Bytes, byte[]> found =
                rows.prefixScan(prefix, Serdes.Bytes().serializer())) {
            while (found.hasNext()) {
                KeyValue<Bytes, byte[]> row = found.next();
                switch (ROWS.decode(WakingRows.content(row.value))) {
                    case CustomerFile itself -> file = itself;
                    case OrderRow order ->
                        orders.put(new String(Grouped.member(row.key), StandardCharsets.UTF_8), order);
                }
            }
        }
        return new Dossier(file, orders);
    }

    /** Every customer of whom anything was said or decided; in no order that means anything. */
    public void each(BiConsumer<CustomerKey, CustomerFile> visitor) {
        try (KeyValueIterator<Bytes, byte[]> all = rows.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> row = all.next();
                if (Grouped.member(row.key).length == 0
                        && ROWS.decode(WakingRows.content(row.value)) instanceof CustomerFile file) {
                    visitor.accept(CustomerKey.parse(Grouped.group(row.key)), file);
                }
            }
        }
    }

    /** Null: it shows nothing. */
    public @Nullable OrderRow order(CustomerKey customer, String orderId) {
        byte[] value = rows.get(key(customer, orderId));
        return value == null ? null : (OrderRow) ROWS.decode(WakingRows.content(value));
    }

    /** Those that are judged at the close of these days, both included, in order of their names. */
    public SortedSet<CustomerKey> due(LocalDate from, LocalDate through) {
        SortedSet<CustomerKey> due = new TreeSet<>();
        WakingRows.due(rows, from, through).forEach(key -> due.add(CustomerKey.parse(Grouped.group(key))));
        return due;
    }

    /** @param on the day at whose close it is judged next; null: on none */
    public static void put(
            KeyValueStore<Bytes, byte[]> store,
            CustomerKey customer,
            String orderId,
            OrderRow row,
            @Nullable LocalDate on) {
        store.put(key(customer, orderId), WakingRows.value(on, ROWS.encode(row)));
    }

    /** @param on the day at whose close it is judged next; null: on none */
    public static void put(
            KeyValueStore<Bytes, byte[]> store, CustomerKey customer, CustomerFile file, @Nullable LocalDate on) {
        store.put(Grouped.key(customer.toString(), ITSELF), WakingRows.value(on, ROWS.encode(file)));
    }

    public static void remove(KeyValueStore<Bytes, byte[]> store, CustomerKey customer, String orderId) {
        store.delete(key(customer, orderId));
    }

    private static Bytes key(CustomerKey customer, String orderId) {
        return Grouped.key(customer.toString(), orderId.getBytes(StandardCharsets.UTF_8));
    }
}
