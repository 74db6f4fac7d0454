package io.echeance.bench;

import io.echeance.serde.record.AccountRow;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.BoundTerms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Fills the stores of some partitions with many accounts, quickly: a few thousand orders are played, each is written
 * many times under other ids. The bytes are those that the stream would have written.
 */
final class LargeBookLoad {

    static final int MODELS = 4_000;
    static final int ORDERS_A_CUSTOMER = 3;

    private final List<Bytes> models = new ArrayList<>();

    LargeBookLoad() {
        for (int seed = 0; models.size() < MODELS; seed++) {
            SampleOrder.Played played = SampleOrder.of(seed);
            if (played == null) {
                continue;
            }
            Bytes terms =
                    BoundTerms.digest(Objects.requireNonNull(played.account().terms()));
            models.add(Bytes.wrap(new AccountFile(played.cover(), AccountRow.of(played.account(), terms)).bytes()));
        }
    }

    static String order(int n) {
        return String.format(Locale.ROOT, "B-%07d", n);
    }

    static String customer(int n) {
        return String.format(Locale.ROOT, "C-%07d", n / ORDERS_A_CUSTOMER);
    }

    /** Which model an order is written from: neighbours differ. */
    private Bytes model(int n) {
        return models.get(Math.floorMod(n * 2_654_435_761L, MODELS));
    }

    /** The n-th to be written: in no order of their ids, so that the store has to sort them. */
    private static int shuffled(int n, int orders) {
        return (int) Math.floorMod(n * 7_368_787L, (long) orders);
    }

    /** Writes one of several partitions: every order whose number leaves {@code partition}. */
    void write(Path folder, int orders, int partition, int partitions) {
        try (Partition stores = new Partition(folder, partition)) {
            KeyValueStore<Bytes, byte[]> accounts = stores.rows();
            for (int k = 0; k < orders; k++) {
                int n = shuffled(k, orders);
                if (n % partitions == partition) {
                    accounts.put(AccountFile.key(order(n)), new Renaming(order(n), customer(n)).of(model(n)));
                }
            }
        }
    }

    /** Writes other ids of the same length over those of the model. */
    private record Renaming(String order, String customer) {

        byte[] of(Bytes bytes) {
            byte[] copy = bytes.get().clone();
            over(copy, SampleOrder.ORDER, order);
            over(copy, SampleOrder.CUSTOMER, customer);
            return copy;
        }

        private static void over(byte[] bytes, String from, String to) {
            byte[] old = from.getBytes(StandardCharsets.US_ASCII);
            byte[] fresh = to.getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at + old.length <= bytes.length; at++) {
                if (bytes[at] == old[0] && isAt(bytes, at, old)) {
                    System.arraycopy(fresh, 0, bytes, at, fresh.length);
                    at += old.length - 1;
                }
            }
        }

        private static boolean isAt(byte[] bytes, int at, byte[] text) {
            for (int n = 1; n < text.length; n++) {
                if (bytes[at + n] != text[n]) {
                    return false;
                }
            }
            return true;
        }
    }
}
