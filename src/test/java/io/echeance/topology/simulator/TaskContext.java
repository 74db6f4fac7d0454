package io.echeance.topology.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.To;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.AbstractProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.processor.internals.StateManager;
import org.apache.kafka.streams.processor.internals.StreamTask;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.ThreadCache;
import org.apache.kafka.streams.state.internals.ThreadCache.DirtyEntryFlushListener;
import org.jspecify.annotations.Nullable;

/** What the nodes of a task see of it: they forward as in Kafka Streams, depth first. */
final class TaskContext extends AbstractProcessorContext<Object, Object> implements RecordCollector.Supplier {

    private final Instance instance;
    private final TaskStates states;
    private final Outbox outbox;

    TaskContext(TaskId id, Instance instance, ThreadCache cache, TaskStates states, Outbox outbox) {
        super(id, instance.config(), instance.metrics(), cache);
        this.instance = instance;
        this.states = states;
        this.outbox = outbox;
    }

    @Override
    protected StateManager stateManager() {
        return states;
    }

    /** Gathered once for all tasks: each store asks for them. */
    @Override
    public Map<String, Object> appConfigs() {
        return instance.appConfigs();
    }

    @Override
    public RecordCollector recordCollector() {
        return outbox;
    }

    @Override
    public void registerCacheFlushListener(String namespace, DirtyEntryFlushListener listener) {
        cache.addDirtyEntryFlushListener(namespace, listener);
    }

    @Override
    public void logChange(
            String storeName, Bytes key, byte @Nullable [] value, long timestamp, Headers headers, Position position) {
        String changelog = Objects.requireNonNull(states.changelogFor(storeName), storeName);
        outbox.change(changelog, new Changelog.Row(key, value, timestamp));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // As in Kafka Streams: the node knows what it asks for.
    public <S extends StateStore> S getStateStore(String name) {
        StateStore global = states.globalStore(name);
        if (global == null && !currentNode().stateStores.contains(name)) {
            throw new IllegalStateException(currentNode().name() + " has no store " + name);
        }
        if (global != null) {
            return (S) global;
        }
        StateStore store = Objects.requireNonNull(states.store(name), name);
        return (S) outbox.saboteur().seen(store, currentNode().name());
    }

    @Override
    public <K, V> void forward(K key, V value) {
        forward(new Record<>(key, value, recordContext.timestamp(), headers()));
    }

    @Override
    public <K, V> void forward(K key, V value, To to) {
        throw new UnsupportedOperationException("forwarding to a child by name");
    }

    @Override
    public <K, V> void forward(FixedKeyRecord<K, V> record) {
        forward(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
    }

    @Override
    public <K, V> void forward(FixedKeyRecord<K, V> record, String childName) {
        throw new UnsupportedOperationException("forwarding to a child by name");
    }

    @Override
    public <K, V> void forward(Record<K, V> record) {
        forward(record, null);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Whether they were replaced, as Kafka Streams asks.
    public <K, V> void forward(Record<K, V> record, @Nullable String childName) {
        ProcessorNode<?, ?, ?, ?> node = currentNode;
        ProcessorRecordContext before = recordContext;
        try {
            if (before != null && (record.timestamp() != before.timestamp() || record.headers() != before.headers())) {
                recordContext = new ProcessorRecordContext(
                        record.timestamp(), before.offset(), before.partition(), before.topic(), record.headers());
            }
            for (ProcessorNode<?, ?, ?, ?> child : List.copyOf(node.children())) {
                if (childName == null || childName.equals(child.name())) {
                    pass(child, record);
                }
            }
        } finally {
            recordContext = before;
            currentNode = node;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The graph was built with matching types.
    private void pass(ProcessorNode child, Record record) {
        currentNode = child;
        child.process(record);
    }

    @Override
    public void commit() {
        // The scheduler commits when it likes; it may at any time.
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        throw new UnsupportedOperationException("no node may depend on a timer: the log says what time it is");
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        return schedule(interval, type, callback);
    }

    @Override
    public long currentStreamTimeMs() {
        return recordContext == null ? -1 : recordContext.timestamp();
    }

    @Override
    public void transitionToActive(StreamTask task, RecordCollector collector, ThreadCache newCache) {
        throw new UnsupportedOperationException("it is active from the beginning");
    }

    @Override
    public void transitionToStandby(ThreadCache newCache) {
        throw new UnsupportedOperationException("there are no standby tasks");
    }
}
