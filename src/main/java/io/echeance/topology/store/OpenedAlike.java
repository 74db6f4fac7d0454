package io.echeance.topology.store;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What a store is opened with, but for how it is registered: the rest is passed on. */
interface OpenedAlike extends StateStoreContext {

    StateStoreContext context();

    @Override
    default String applicationId() {
        return context().applicationId();
    }

    @Override
    default TaskId taskId() {
        return context().taskId();
    }

    @Override
    default Optional<RecordMetadata> recordMetadata() {
        return context().recordMetadata();
    }

    @Override
    default Serde<?> keySerde() {
        return context().keySerde();
    }

    @Override
    default Serde<?> valueSerde() {
        return context().valueSerde();
    }

    @Override
    default File stateDir() {
        return context().stateDir();
    }

    @Override
    default StreamsMetrics metrics() {
        return context().metrics();
    }

    @Override
    default Map<String, Object> appConfigs() {
        return context().appConfigs();
    }

    @Override
    default Map<String, Object> appConfigsWithPrefix(String prefix) {
        return context().appConfigsWithPrefix(prefix);
    }
}
