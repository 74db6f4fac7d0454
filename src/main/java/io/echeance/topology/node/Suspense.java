package io.echeance.topology.node;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What waits for its reference to appear (<i>compte d'attente</i>). */
final class Suspense {

    private final KeyValueStore<Bytes, SuspenseEntry> rows;
    private final Grouped<SuspenseEntry> byReference;
    private final WakeUps wakeUps;

    private Suspense(KeyValueStore<Bytes, SuspenseEntry> rows, WakeUps wakeUps) {
        this.rows = rows;
        this.byReference = new Grouped<>(rows);
        this.wakeUps = wakeUps;
    }

    static Suspense in(ProcessorContext<?, ?> context) {
        return new Suspense(
                context.getStateStore(StateStores.SUSPENSE),
                new WakeUps(context.getStateStore(StateStores.SUSPENSE_WAKE_UPS)));
    }

    void add(String reference, SuspenseEntry entry) {
        Origin origin = entry.origin();
        byte[] arrival = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(origin.partition())
                .putLong(origin.offset())
                .array();
        Bytes key = Grouped.key(reference, arrival);
        rows.put(key, entry);
        if (entry.fact() instanceof PaymentReceived payment) {
            wakeUps.put(toldOn(payment, entry.since()), key.get());
        }
    }

    /** Takes out all that waited for a reference. */
    List<SuspenseEntry> release(String reference) {
        List<SuspenseEntry> released = new ArrayList<>();
        for (KeyValue<Bytes, SuspenseEntry> row : byReference.of(reference)) {
            byReference.remove(row.key);
            if (row.value.fact() instanceof PaymentReceived payment && !row.value.told()) {
                wakeUps.remove(toldOn(payment, row.value.since()), row.key.get());
            }
            released.add(row.value);
        }
        return released;
    }

    /** What has waited too long, from a low-water mark on. */
    List<WakeUp> due(@Nullable Bytes lowWater, LocalDate today, int most) {
        return wakeUps.due(lowWater, today, most);
    }

    /** The payments of which a person is told now, and never again. They go on waiting. */
    List<PaymentReceived> told(List<WakeUp> due) {
        List<PaymentReceived> told = new ArrayList<>();
        for (WakeUp wakeUp : due) {
            wakeUps.remove(wakeUp);
            SuspenseEntry row = rows.get(wakeUp.id());
            if (row != null && row.fact() instanceof PaymentReceived payment) {
                rows.put(wakeUp.id(), new SuspenseEntry(row.origin(), row.fact(), row.since(), true, row.knownOn()));
                told.add(payment);
            }
        }
        return told;
    }

    private static LocalDate toldOn(PaymentReceived payment, LocalDate since) {
        return new Suspended(payment, since).announcedOn();
    }
}
