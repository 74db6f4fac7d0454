package io.echeance.topology.node;

import io.echeance.serde.binding.Parcel;
import io.echeance.serde.binding.Parcel.Item;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Passes on what {@link Packing} has gathered, one by one, each under its own key and time. */
public final class Unpacking<V> implements Processor<String, Parcel<V>, String, V> {

    private ProcessorContext<String, V> context;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Unpacking() {}

    public static <V> ProcessorSupplier<String, Parcel<V>, String, V> node() {
        return Unpacking::new;
    }

    @Override
    public void init(ProcessorContext<String, V> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Parcel<V>> record) {
        for (Item<V> item : record.value().items()) {
            context.forward(new Record<>(item.key(), item.value(), item.at()));
        }
    }
}
