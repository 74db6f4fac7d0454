package io.echeance.bench;

import io.echeance.core.order.OrderStanding;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.AccountRow;
import io.echeance.topology.store.AgeingRow;
import io.echeance.topology.store.AgeingRow.Span;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.ListRow;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final byte[] NOTHING = new byte[0];

    /** An order that was played, as it is stored. */
    private record Model(Bytes account, Bytes standing, List<Bytes> rows, List<SampleOrder.Change> changes) {}

    private final List<Model> models = new ArrayList<>();

    LargeBookLoad() {
        StateCodec<AccountRow> accounts = StateCodec.of(Bindings.ACCOUNT);
        StateCodec<OrderStanding> standings = StateCodec.of(Bindings.ORDER_STANDING);
        for (int seed = 0; models.size() < MODELS; seed++) {
            SampleOrder.Played played = SampleOrder.of(seed);
            if (played == null) {
                continue;
            }
            models.add(new Model(
                    Bytes.wrap(accounts.encode(AccountRow.of(
                            played.account(),
                            BoundTerms.digest(
                                    Objects.requireNonNull(played.account().terms()))))),
                    Bytes.wrap(standings.encode(played.standing())),
                    ListRow.of(played.standing()).stream().map(ListRow::key).toList(),
                    played.changes()));
        }
    }

    static String order(int n) {
        return String.format(Locale.ROOT, "B-%07d", n);
    }

    static String customer(int n) {
        return String.format(Locale.ROOT, "C-%07d", n / ORDERS_A_CUSTOMER);
    }

    /** Which model an order is written from: neighbours differ. */
    private Model model(int n) {
        return models.get(Math.floorMod(n * 2_654_435_761L, MODELS));
    }

    /** The n-th to be written: in no order of their ids, so that the store has to sort them. */
    private static int shuffled(int n, int orders) {
        return (int) Math.floorMod(n * 7_368_787L, (long) orders);
    }

    /** Writes one of several partitions: every order whose number leaves {@code partition}. */
    void write(Path folder, int orders, int partition, int partitions) {
        Map<Bytes, Long> sums = new HashMap<>();
        try (Partition stores = new Partition(folder, partition)) {
            KeyValueStore<Bytes, byte[]> accounts = stores.raw(StateStores.ACCOUNTS);
            KeyValueStore<Bytes, byte[]> standings = stores.raw(StateStores.STANDINGS);
            KeyValueStore<Bytes, byte[]> listings = stores.raw(StateStores.LISTINGS);
            for (int k = 0; k < orders; k++) {
                int n = shuffled(k, orders);
                if (n % partitions == partition) {
                    Model model = model(n);
                    Renaming renaming = new Renaming(order(n), customer(n));
                    Bytes key = Bytes.wrap(order(n).getBytes(StandardCharsets.UTF_8));
                    accounts.put(key, renaming.of(model.account()));
                    standings.put(key, renaming.of(model.standing()));
                    model.rows().forEach(row -> listings.put(Bytes.wrap(renaming.of(row)), NOTHING));
                    model.changes().forEach(change -> add(sums, change));
                }
            }
            KeyValueStore<Bytes, Long> ageing = stores.ageing();
            sums.forEach((row, cents) -> {
                if (cents != 0) {
                    ageing.put(row, cents);
                }
            });
        }
    }

    private static void add(Map<Bytes, Long> sums, SampleOrder.Change change) {
        for (Span span : Span.values()) {
            AgeingRow row = new AgeingRow(span, span.startOf(change.on()), change.debtor());
            sums.merge(row.key(), change.cents(), Math::addExact);
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
