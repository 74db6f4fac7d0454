package io.echeance.topology.store;

import io.echeance.core.matching.PaymentFile;
import io.echeance.core.matching.PaymentRegister;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The files of the payments of a partition. */
public record PaymentFiles(KeyValueStore<String, PaymentFile> store) implements PaymentRegister.PaymentFileStore {

    @Override
    public @Nullable PaymentFile get(String id) {
        return store.get(id);
    }

    @Override
    public void put(String id, PaymentFile file) {
        store.put(id, file);
    }
}
