package io.echeance.topology.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Behind a node that says things of many kinds: passes each to those who want its kind, and to nobody else. To ask all
 * of a dozen each time takes longer than what most of them do.
 */
public final class Sorting implements Processor<String, Object, String, Object> {

    /** The name of one who comes behind, and what it wants. */
    public record Wish(String child, Class<?> kind) {}

    private final List<Wish> wishes;
    private final Map<Class<?>, List<String>> children = new HashMap<>();
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Sorting(List<Wish> wishes) {
        this.wishes = wishes;
    }

    /** @param wishes complete once the graph is built, in the order in which they are met */
    public static ProcessorSupplier<String, Object, String, Object> node(List<Wish> wishes) {
        return () -> new Sorting(wishes);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Object> record) {
        for (String child : children.computeIfAbsent(record.value().getClass(), this::wanting)) {
            context.forward(record, child);
        }
    }

    private List<String> wanting(Class<?> kind) {
        return wishes.stream()
                .filter(wish -> wish.kind().isAssignableFrom(kind))
                .map(Wish::child)
                .toList();
    }
}
