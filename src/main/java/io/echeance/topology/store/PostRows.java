package io.echeance.topology.store;

import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.CustomerNews;
import io.echeance.serde.record.CustomerNews.OrderEntered;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerNews.Waiting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the close of a day: what payers are to be written, and which orders were placed. It is gathered until
 * its transaction ends: then all of one day is one row, under the day and a number that counts up. What is put down and
 * taken again within one transaction is never written.
 */
public final class PostRows {

    /** Of one row, about, so that no record grows too large. */
    private static final int MOST_BYTES = 300_000;

    /** Enough that no two sections of a payer ever share one. */
    private static final int DIGEST_BYTES = 12;

    private static final StateCodec<CustomerNews> NEWS = StateCodec.of(Bindings.CUSTOMER_NEWS);

    private final KeyValueStore<Bytes, byte[]> rows;
    private final NavigableMap<LocalDate, NavigableMap<Bytes, byte @Nullable []>> gathered = new TreeMap<>();

    /** @param rows the store {@link StateStores#POST} */
    public PostRows(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    /** The same again is there once. */
    public void put(Waiting news, LocalDate day) {
        gathered.computeIfAbsent(day, first -> new TreeMap<>()).put(key(news), NEWS.encode(news));
    }

    /** At the end of a transaction. */
    public void write() {
        gathered.forEach((day, all) -> {
            SortedMap<Bytes, byte @Nullable []> row = new TreeMap<>();
            int bytes = 0;
            for (var news : all.entrySet()) {
                row.put(news.getKey(), news.getValue());
                bytes += news.getValue() == null ? 0 : news.getValue().length;
                if (bytes > MOST_BYTES) {
                    rows.put(next(day), Gathering.of(row));
                    row.clear();
                    bytes = 0;
                }
            }
            if (!row.isEmpty()) {
                rows.put(next(day), Gathering.of(row));
            }
        });
        gathered.clear();
    }

    /** Takes away what goes with the close of these days, both included, by whom it is about. */
    public SortedMap<CustomerKey, List<Waiting>> take(LocalDate from, LocalDate through) {
        NavigableMap<Bytes, byte @Nullable []> all = new TreeMap<>();
        for (KeyValue<Bytes, byte[]> row : rows(from, through.plusDays(1))) {
            Gathering.parted(row.value).forEach(one -> all.put(one.key, one.value));
            rows.delete(row.key);
        }
        var now = gathered.subMap(from, true, through, true);
        for (NavigableMap<Bytes, byte @Nullable []> day : now.values()) {
            all.putAll(day);
        }
        now.clear();
        SortedMap<CustomerKey, List<Waiting>> taken = new TreeMap<>();
        all.values().forEach(one -> {
            if (one != null && NEWS.decode(one) instanceof Waiting news) {
                taken.computeIfAbsent(news.whose(), first -> new ArrayList<>()).add(news);
            }
        });
        return taken;
    }

    private List<KeyValue<Bytes, byte[]>> rows(LocalDate from, LocalDate before) {
        Bytes end = KeyBytes.ofDay(before).done();
        List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                rows.range(KeyBytes.ofDay(from).done(), end)) {
            all.forEachRemaining(found::add);
        }
        found.removeIf(row -> row.key.compareTo(end) >= 0);
        return found;
    }

    private Bytes next(LocalDate day) {
        List<KeyValue<Bytes, byte[]>> there = rows(day, day.plusDays(1));
        int number =
                there.isEmpty() ? 0 : ByteBuffer.wrap(there.getLast().key.get()).getInt(Integer.BYTES) + 1;
        return KeyBytes.ofDay(day).number(number).done();
    }

    /** Of a section, without the day: what one mailing had no room for is the same on another. */
    private static Bytes key(Waiting news) {
        byte[] member = switch (news) {
            case SectionDue due -> digest(due.section().toString());
            case OrderEntered order -> order.orderId().getBytes(StandardCharsets.UTF_8);
        };
        return Grouped.key(news.whose().toString(), member);
    }

    private static byte[] digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
