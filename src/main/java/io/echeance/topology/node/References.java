package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.StateStores;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Learns what orders and documents are called, and lets go on what waited for it. The first meaning stands. */
public final class References implements Processor<String, String, String, LoggedFact> {

    private ProcessorContext<String, LoggedFact> context;
    private KeyValueStore<String, String> references;
    private Suspense suspense;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private References() {}

    /** Uses {@link Matching#stores}. */
    public static ProcessorSupplier<String, String, String, LoggedFact> node() {
        return References::new;
    }

    @Override
    public void init(ProcessorContext<String, LoggedFact> context) {
        this.context = context;
        this.references = context.getStateStore(StateStores.REFERENCES);
        this.suspense = Suspense.in(context);
    }

    @Override
    public void process(Record<String, String> record) {
        String orderId = record.value();
        if (references.putIfAbsent(record.key(), orderId) == null) {
            for (SuspenseEntry released : suspense.release(record.key())) {
                Told matched = new Told(Destination.of(orderId, released.fact()));
                context.forward(new Record<>(orderId, new LoggedFact(released.origin(), matched), record.timestamp()));
            }
        }
    }
}
