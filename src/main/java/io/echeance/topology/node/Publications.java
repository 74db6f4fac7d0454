package io.echeance.topology.node;

import io.echeance.core.admission.Bounds;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsBounds;
import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.store.StateStores;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reference topic whole, at every start, on every instance. What is withdrawn stays: orders may rest on it.
 * What cannot be read, or is wrong, is reported and left out: an order that names it has terms that are unknown.
 */
public final class Publications<T> implements Processor<String, byte[], Void, Void> {

    /**
     * Who takes what is published.
     *
     * @param judge what is wrong with it; null: nothing
     * @param key under which it stands: under another it would take the place of something else
     */
    private record Taking<T>(
            ReferenceData data, Function<T, @Nullable String> judge, Function<T, String> key, Consumer<T> publish) {

        @Nullable
        String wrong(String under, T value) {
            String wrong = judge.apply(value);
            return wrong != null || under.equals(key.apply(value))
                    ? wrong
                    : "its key is not " + key.apply(value) + ", which it is about";
        }
    }

    private final Topic topic;
    private final String storeName;
    private final RecordReader<T> reader;
    private final Taking<T> taking;
    private final RegistryRetry patience;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Publications(
            Topic topic, String storeName, RecordReader<T> reader, Taking<T> taking, RegistryRetry patience) {
        this.topic = topic;
        this.storeName = storeName;
        this.reader = reader;
        this.taking = taking;
        this.patience = patience;
    }

    public static ProcessorSupplier<String, byte[], Void, Void> terms(
            RegistrySerdes serdes, ReferenceData data, RegistryRetry patience) {
        return of(
                Topic.TERMS,
                StateStores.TERMS,
                Bindings.TERMS,
                serdes,
                new Taking<Terms>(data, TermsBounds::firstWrong, Terms::id, data::publish),
                patience);
    }

    public static ProcessorSupplier<String, byte[], Void, Void> rates(
            RegistrySerdes serdes, ReferenceData data, RegistryRetry patience) {
        return of(
                Topic.STATUTORY_RATES,
                StateStores.STATUTORY_RATES,
                Bindings.STATUTORY_RATES,
                serdes,
                new Taking<StatutoryRates.SemesterRates>(
                        data, TermsBounds::wrong, row -> row.semester().toString(), data::publish),
                patience);
    }

    private static <T> ProcessorSupplier<String, byte[], Void, Void> of(
            Topic topic,
            String storeName,
            Binding<T> binding,
            RegistrySerdes serdes,
            Taking<T> taking,
            RegistryRetry patience) {
        RecordReader<T> reader = serdes.reader(binding);
        return Node.of(() -> new Publications<>(topic, storeName, reader, taking, patience));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String key = record.key();
        byte @Nullable [] bytes = record.value();
        if (key == null || (bytes != null && bytes.length > Bounds.RECORD_BYTES)) {
            String sentence = key == null ? "it has no key" : "it has more than " + Bounds.RECORD_BYTES + " bytes";
            taking.data().refuse(topic.id(), String.valueOf(key), sentence);
            return;
        }
        if (bytes == null) {
            taking.data().accept(topic.id(), key);
            return;
        }
        switch (patience.with(() -> reader.read(topic.id(), bytes))) {
            case Reading.Readable<T>(T value) -> take(key, value, bytes);
            case Reading.Unreadable<T>(String sentence) -> taking.data().refuse(topic.id(), key, sentence);
        }
    }

    private void take(String key, T value, byte[] bytes) {
        String wrong = taking.wrong(key, value);
        if (wrong != null) {
            taking.data().refuse(topic.id(), key, wrong);
            return;
        }
        taking.data().accept(topic.id(), key);
        taking.publish().accept(value);
        store.put(key, bytes);
    }
}
