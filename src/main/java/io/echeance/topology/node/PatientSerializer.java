package io.echeance.topology.node;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes to a topic; waits for the registry where the topic's schema has to be registered first. */
public record PatientSerializer<T>(Serializer<T> serializer, RegistryRetry patience) implements Serializer<T> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return patience.with(() -> serializer.serialize(topic, value));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
