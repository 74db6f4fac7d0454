package io.echeance.topology.node;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The keys of {@code person-keys} on this instance, in memory only, so that a key that is deleted leaves nothing on its
 * disk. Nothing in the stream reads them: it computes without what they open.
 */
public final class KeyRing implements Processor<String, byte[], Void, Void> {

    private final String storeName;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private KeyRing(String storeName) {
        this.storeName = storeName;
    }

    public static ProcessorSupplier<String, byte[], Void, Void> node(String storeName) {
        return () -> new KeyRing(storeName);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            // Without value: the key is gone.
            store.put(record.key(), record.value());
        }
    }
}
