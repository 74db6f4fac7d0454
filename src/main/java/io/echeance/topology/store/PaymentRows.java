package io.echeance.topology.store;

import io.echeance.core.matching.KeptPayment;
import io.echeance.core.matching.PaymentFile;
import io.echeance.core.matching.PaymentRegister;
import io.echeance.core.order.PaymentFact;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The payments and refunds of a partition: the file of each, and those of its facts that ask, with their bytes, in one
 * row. What would make the row too large has a row of its own. All that one record leads to is written at once.
 */
public final class PaymentRows implements PaymentRegister.PaymentFileStore {

    /** So many bytes of what was received may wait in the row of a payment: a record of a changelog has 1 MiB. */
    static final int MOST_BYTES = 16 * 1024;

    private static final int PLACED_DAYS = 30;

    private static final PaymentRow NOTHING = new PaymentRow(new PaymentFile(List.of()), List.of());

    private final KeyValueStore<String, PaymentRow> store;
    private final UnaryOperator<PaymentFact> kept;
    /** Null: the row goes. */
    private final Map<String, @Nullable PaymentRow> changed = new LinkedHashMap<>();
    /** As they lie in the store: what one record leads to asks for its row half a dozen times. */
    private final Map<String, PaymentRow> met = new HashMap<>();

    public PaymentRows(KeyValueStore<String, PaymentRow> store) {
        this(store, fact -> fact);
    }

    /** @param kept what is kept of a fact that is done with */
    public PaymentRows(KeyValueStore<String, PaymentRow> store, UnaryOperator<PaymentFact> kept) {
        this.store = store;
        this.kept = kept;
    }

    private PaymentRow row(String key) {
        if (changed.containsKey(key)) {
            return orNothing(changed.get(key));
        }
        return met.computeIfAbsent(key, unknown -> orNothing(store.get(key)));
    }

    private static PaymentRow orNothing(@Nullable PaymentRow row) {
        return row == null ? NOTHING : row;
    }

    /** Of a fact that needs a row of its own: no id has such a letter. */
    private static String own(String id, String factId) {
        return "\u0000" + id.length() + "/" + id + "/" + factId;
    }

    /** Where what a person has placed lies as it came: no id has such a letter, and no number begins so. */
    public static String ofPlaced(String id) {
        return "\u0000placed/" + id;
    }

    @Override
    public @Nullable PaymentFile get(String id) {
        PaymentFile file = row(id).file();
        LoggedFact placed = placed(id);
        return file.entries().isEmpty() ? null : placed == null ? file : KeptPayment.asItCame(file, fact(placed));
    }

    private @Nullable LoggedFact placed(String id) {
        List<LoggedFact> placed = row(ofPlaced(id)).asking();
        return placed.isEmpty() ? null : placed.getFirst();
    }

    /**
     * A person has placed it, or set it aside. For {@value #PLACED_DAYS} days he may put it back, with all that it
     * says.
     *
     * @param origin null: the log has it already
     * @return the morning on which it is to be forgotten
     */
    public LocalDate placed(PaymentFact received, @Nullable Origin origin, LocalDate today) {
        String id = received.movementId();
        LocalDate last = today.plusDays(PLACED_DAYS);
        LoggedFact before = placed(id);
        Origin came = origin == null && before != null ? before.origin() : origin;
        LoggedFact placed = new LoggedFact(came, new Received(received), last);
        if (bytes(placed) <= MOST_BYTES) {
            changed.put(ofPlaced(id), new PaymentRow(NOTHING.file(), List.of(placed)));
        }
        return last.plusDays(1);
    }

    /** From the day on that is not its last one any more, only its order has it as it came. */
    public void forgetPlaced(String id, LocalDate day) {
        LoggedFact placed = placed(id);
        if (placed != null && (placed.knownOn() == null || placed.knownOn().isBefore(day))) {
            changed.put(ofPlaced(id), null);
        }
    }

    private static PaymentFact fact(LoggedFact placed) {
        return (PaymentFact) ((Received) placed.payload()).fact();
    }

    @Override
    public void put(String id, PaymentFile file) {
        changed.put(id, new PaymentRow(KeptPayment.of(file, kept), row(id).asking()));
    }

    /** Null: that fact does not ask. */
    public @Nullable LoggedFact asking(String id, String factId) {
        LoggedFact asking = found(row(id).asking(), factId);
        return asking == null ? found(row(own(id, factId)).asking(), factId) : asking;
    }

    private static @Nullable LoggedFact found(List<LoggedFact> asking, String factId) {
        return asking.stream()
                .filter(entry -> factId(entry).equals(factId))
                .findFirst()
                .orElse(null);
    }

    /** A fact asks from now on. */
    public void asks(String id, LoggedFact entry) {
        asksNoLonger(id, factId(entry));
        List<LoggedFact> asking = new ArrayList<>(row(id).asking());
        asking.add(entry);
        if (asking.stream().mapToInt(PaymentRows::bytes).sum() <= MOST_BYTES) {
            changed.put(id, new PaymentRow(row(id).file(), asking));
        } else {
            changed.put(own(id, factId(entry)), new PaymentRow(NOTHING.file(), List.of(entry)));
        }
    }

    private static int bytes(LoggedFact entry) {
        Origin origin = entry.origin();
        return origin == null ? 0 : origin.value().get().length + length(origin.key());
    }

    private static int length(@Nullable Bytes some) {
        return some == null ? 0 : some.get().length;
    }

    /** It asks no longer. Null: it did not. */
    public @Nullable LoggedFact asksNoLonger(String id, String factId) {
        List<LoggedFact> rest = new ArrayList<>(row(id).asking());
        LoggedFact asked = found(rest, factId);
        if (asked != null) {
            rest.remove(asked);
            changed.put(id, new PaymentRow(row(id).file(), rest));
            return asked;
        }
        LoggedFact alone = found(row(own(id, factId)).asking(), factId);
        if (alone != null) {
            changed.put(own(id, factId), null);
        }
        return alone;
    }

    private static String factId(LoggedFact entry) {
        return ((Received) entry.payload()).fact().factId();
    }

    /** Once all that a record leads to is done. */
    public void write() {
        changed.forEach(store::put);
        changed.clear();
        met.clear();
    }
}
