package io.echeance.topology.store;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The end of each transaction, for a node that says something then: what it adds up until then goes out as one record.
 * Keeps nothing. Kafka Streams knows this moment as that in which caches are emptied.
 */
public final class AtCommit implements StateStore, CachedStateStore<Object, Object> {

    private static final String SUFFIX = "-at-commit";

    private final String name;
    private boolean open;
    private @Nullable Runnable work;

    private AtCommit(String name) {
        this.name = name;
    }

    /** @param node that says something then */
    public static StoreBuilder<AtCommit> of(String node) {
        return new Builder(node + SUFFIX);
    }

    /** Whether a store of this name is one, and has no changelog. */
    public static boolean isOne(String store) {
        return store.endsWith(SUFFIX);
    }

    /** From now on the node does this at the end of each transaction. To be called as it is made. */
    public static void does(String node, ProcessorContext<?, ?> context, Runnable what) {
        context.<AtCommit>getStateStore(node + SUFFIX).does(context, what);
    }

    private void does(ProcessorContext<?, ?> context, Runnable what) {
        if (context instanceof InternalProcessorContext<?, ?> inside) {
            ProcessorNode<?, ?, ?, ?> node = inside.currentNode();
            work = () -> as(node, inside, what);
        } else {
            work = what;
        }
    }

    private static void as(ProcessorNode<?, ?, ?, ?> node, InternalProcessorContext<?, ?> context, Runnable what) {
        ProcessorNode<?, ?, ?, ?> nodeBefore = context.currentNode();
        ProcessorRecordContext recordBefore = context.recordContext();
        context.setCurrentNode(node);
        context.setRecordContext(new ProcessorRecordContext(0, -1, -1, null, new RecordHeaders()));
        what.run();
        context.setRecordContext(recordBefore);
        context.setCurrentNode(nodeBefore);
    }

    @Override
    public void flushCache() {
        if (work != null) {
            work.run();
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        work = null;
        open = true;
        context.register(root, (key, value) -> {});
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // What was not said yet goes with the node.
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(String name) implements StoreBuilder<AtCommit> {

        @Override
        public AtCommit build() {
            return new AtCommit(name);
        }

        @Override
        public StoreBuilder<AtCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<AtCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<AtCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("it keeps nothing");
        }

        @Override
        public StoreBuilder<AtCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
