package io.echeance.topology.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** A node with the stores that it uses. */
record Node<K, V, R, W>(Supplier<Processor<K, V, R, W>> processor, Set<StoreBuilder<?>> stores)
        implements ProcessorSupplier<K, V, R, W> {

    /** Their order shows in the description of the graph: it has to be the same in every process. */
    static <K, V, R, W> Node<K, V, R, W> of(Supplier<Processor<K, V, R, W>> processor, StoreBuilder<?>... stores) {
        return new Node<>(processor, new LinkedHashSet<>(List.of(stores)));
    }

    @Override
    public Processor<K, V, R, W> get() {
        return new Prompt<>(processor.get());
    }
}
