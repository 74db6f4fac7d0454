package io.echeance.topology.node;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Has the first record after a pause committed at once. What waits for nobody need not wait for the next commit: else a
 * single fact stands still at each hop, for as long as the interval is. Where records come without a pause nothing is
 * committed more often. Nor is it for the marker of a day, of which several come: its node has it committed once the
 * day has passed there.
 */
final class Prompt<K, V, R, W> implements Processor<K, V, R, W> {

    /** Longer than the usual interval of commits: what another part hands over once an interval makes no pause. */
    static final long PAUSE_MS = 150;

    private final Processor<K, V, R, W> node;
    private ProcessorContext<R, W> context;
    private long latest;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    Prompt(Processor<K, V, R, W> node) {
        this.node = node;
    }

    @Override
    public void init(ProcessorContext<R, W> context) {
        this.context = context;
        this.latest = context.currentSystemTimeMs();
        node.init(context);
    }

    @Override
    public void process(Record<K, V> record) {
        node.process(record);
        if (Packing.isOfADay(record.value())) {
            return;
        }
        long now = context.currentSystemTimeMs();
        if (now - latest > PAUSE_MS) {
            context.commit();
        }
        latest = now;
    }

    @Override
    public void close() {
        node.close();
    }
}
