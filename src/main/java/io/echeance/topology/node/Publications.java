package io.echeance.topology.node;

import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.store.StateStores;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a reference topic whole, at every start, on every instance. What is withdrawn stays: orders may rest on it.
 * What cannot be read is reported and left out.
 */
public final class Publications<T> implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

    private final Topic topic;
    private final String storeName;
    private final RecordReader<T> reader;
    private final Consumer<T> publish;
    private final Patience patience;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Publications(
            Topic topic, String storeName, RecordReader<T> reader, Consumer<T> publish, Patience patience) {
        this.topic = topic;
        this.storeName = storeName;
        this.reader = reader;
        this.publish = publish;
        this.patience = patience;
    }

    public static ProcessorSupplier<String, byte[], Void, Void> terms(
            RegistrySerdes serdes, ReferenceData data, Patience patience) {
        return of(
                Topic.TERMS, StateStores.TERMS, Bindings.TERMS, serdes, (Terms terms) -> data.publish(terms), patience);
    }

    public static ProcessorSupplier<String, byte[], Void, Void> rates(
            RegistrySerdes serdes, ReferenceData data, Patience patience) {
        return of(
                Topic.STATUTORY_RATES,
                StateStores.STATUTORY_RATES,
                Bindings.STATUTORY_RATES,
                serdes,
                (StatutoryRates.Row row) -> data.publish(row),
                patience);
    }

    private static <T> ProcessorSupplier<String, byte[], Void, Void> of(
            Topic topic,
            String storeName,
            Binding<T> binding,
            RegistrySerdes serdes,
            Consumer<T> publish,
            Patience patience) {
        RecordReader<T> reader = serdes.reader(binding);
        return Node.of(() -> new Publications<>(topic, storeName, reader, publish, patience));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (patience.with(() -> reader.read(topic.id(), record.value()))) {
            case Reading.Readable<T>(T value) -> {
                publish.accept(value);
                store.put(record.key(), record.value());
            }
            case Reading.Unreadable<T>(String sentence) ->
                LOG.error("The record {} of topic {} is left out: {}", record.key(), topic.id(), sentence);
        }
    }
}
