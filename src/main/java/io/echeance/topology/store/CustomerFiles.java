package io.echeance.topology.store;

import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingRules;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.CustomerNews.OrderNews;
import io.echeance.serde.record.CustomerRow;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KeptOrder;
import io.echeance.serde.record.CustomerRow.KeptRules;
import io.echeance.serde.record.CustomerRow.KeptShowing;
import io.echeance.serde.record.CustomerRow.OrderRow;
import io.echeance.serde.record.CustomerRow.OrderShown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
 * each with the day at whose close it is judged next. What the terms of the orders make of that has rows of its own,
 * each once, under the digest of its content: they are written before the first order that rests on them, and never
 * again.
 */
public final class CustomerFiles {

    private static final StateCodec<CustomerRow> ROWS = StateCodec.of(Bindings.CUSTOMER_ROW);
    private static final byte[] ITSELF = new byte[0];

    /** No customer's. */
    private static final String RULES = "";

    private static final int DIGEST_BYTES = 8;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> rows;
    private final Map<Bytes, StandingRules> byDigest = new HashMap<>();
    private final Map<StandingRules, Bytes> digests = new HashMap<>();

    /** @param rows the store {@link StateStores#CUSTOMERS} */
    public CustomerFiles(ReadOnlyKeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

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
                    case KeptOrder order -> {
                        String orderId = new String(Grouped.member(row.key), StandardCharsets.UTF_8);
                        orders.put(orderId, row(order, customer, orderId));
                    }
                    case KeptRules rules -> throw new IllegalStateException("no order and no customer: " + row.key);
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

    /**
     * Hears of a customer from a row of the changelog; of any other row not.
     *
     * @param visitor also hears that nothing is known of it any more: an empty file
     */
    public static void ofChangelog(byte[] key, byte @Nullable [] value, BiConsumer<CustomerKey, CustomerFile> visitor) {
        Bytes row = Bytes.wrap(key);
        String group = Grouped.group(row);
        if (group.equals(RULES) || Grouped.member(row).length > 0) {
            return;
        }
        CustomerRow said = value == null ? CustomerFile.EMPTY : ROWS.decode(WakingRows.content(value));
        if (said instanceof CustomerFile file) {
            visitor.accept(CustomerKey.parse(group), file);
        }
    }

    /** The customer's own row, without its orders. */
    public CustomerFile file(CustomerKey customer) {
        byte[] value = rows.get(Grouped.key(customer.toString(), ITSELF));
        return value == null ? CustomerFile.EMPTY : (CustomerFile) ROWS.decode(WakingRows.content(value));
    }

    /** Null: it shows nothing. */
    public @Nullable OrderRow order(CustomerKey customer, String orderId) {
        byte[] value = rows.get(key(customer, orderId));
        return value == null ? null : row((KeptOrder) ROWS.decode(WakingRows.content(value)), customer, orderId);
    }

    private OrderRow row(KeptOrder kept, CustomerKey customer, String orderId) {
        return new OrderRow(kept.shown().stream()
                .map(one -> one.shown(customer, orderId, rules(one.rules())))
                .toList());
    }

    private StandingRules rules(Bytes digest) {
        return byDigest.computeIfAbsent(digest, unknown -> {
            byte[] value = rows.get(Grouped.key(RULES, digest.get()));
            if (value == null) {
                throw new IllegalStateException("an order rests on rules with the digest " + digest
                        + ", which this partition does not keep: its state is not whole; restore it from its"
                        + " changelogs");
            }
            return ((KeptRules) ROWS.decode(WakingRows.content(value))).rules();
        });
    }

    private Bytes keep(StandingRules rules, KeyValueStore<Bytes, byte[]> store) {
        Bytes known = digests.get(rules);
        if (known != null) {
            return known;
        }
        Bytes digest = digest(rules);
        keep(digest, rules, store);
        return digest;
    }

    /** Keeps the rules that orders name by that digest from now on. */
    public void keep(Bytes digest, StandingRules rules, KeyValueStore<Bytes, byte[]> store) {
        Bytes key = Grouped.key(RULES, digest.get());
        if (store.get(key) == null) {
            store.put(key, WakingRows.value(null, ROWS.encode(new KeptRules(rules))));
        }
        byDigest.putIfAbsent(digest, rules);
        digests.put(rules, digest);
    }

    /** What an order shows, with the rules that it names. */
    public OrderShown shown(OrderNews news) {
        CustomerKey customer = new CustomerKey(news.seller(), news.customer());
        return news.shown().shown(customer, news.orderId(), rules(news.shown().rules()));
    }

    /** By what orders name them. */
    public static Bytes digest(StandingRules rules) {
        byte[] content = ROWS.encode(new KeptRules(rules));
        try {
            return Bytes.wrap(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Those that are judged at the close of these days, both included, in order of their names. */
    public SortedSet<CustomerKey> due(LocalDate from, LocalDate through) {
        SortedSet<CustomerKey> due = new TreeSet<>();
        WakingRows.due(rows, from, through).forEach(key -> due.add(CustomerKey.parse(Grouped.group(key))));
        return due;
    }

    /** @param on the day at whose close it is judged next; null: on none */
    public void put(
            KeyValueStore<Bytes, byte[]> store,
            CustomerKey customer,
            String orderId,
            OrderRow row,
            @Nullable LocalDate on) {
        KeptOrder kept = new KeptOrder(row.shown().stream()
                .map(one ->
                        KeptShowing.of(one.day(), one.order(), keep(one.order().rules(), store)))
                .toList());
        store.put(key(customer, orderId), WakingRows.value(on, ROWS.encode(kept)));
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
