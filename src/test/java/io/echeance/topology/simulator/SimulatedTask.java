package io.echeance.topology.simulator;

import io.echeance.topology.simulator.PartitionLog.Entry;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.processor.internals.ProcessorTopology;
import org.apache.kafka.streams.processor.internals.SourceNode;
import org.apache.kafka.streams.processor.internals.Task.TaskType;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/** One partition of a part of the graph, at work: its nodes, its stores, and how far it has read. */
final class SimulatedTask {

    private final TaskId id;
    private final ProcessorTopology topology;
    private final SimulatedBroker broker;
    private final Saboteur saboteur;
    private final TaskStates states;
    private final TaskContext context;
    private final SortedMap<TopicPartition, Long> positions = new TreeMap<>(SimulatedBroker.ORDER);
    private final SortedMap<TopicPartition, Integer> fetched = new TreeMap<>(SimulatedBroker.ORDER);
    private final SortedMap<TopicPartition, Long> partitionTimes = new TreeMap<>(SimulatedBroker.ORDER);

    SimulatedTask(TaskId id, Instance instance, StreamThread thread, SimulatedBroker broker, Saboteur saboteur) {
        this.id = id;
        this.broker = broker;
        this.saboteur = saboteur;
        this.topology = instance.part(id.subtopology());
        this.states = new TaskStates(TaskType.ACTIVE, topology.storeToChangelogTopic(), instance.globalStores());
        this.context = new TaskContext(
                id,
                instance.config(),
                instance.metrics(),
                thread.cache(),
                states,
                new Outbox(id.partition(), thread, broker, saboteur));
        for (StateStore store : topology.stateStores()) {
            store.init(context, store);
        }
        states.restore(id.partition(), broker);
        initialize(topology, context);
        for (String topic : topology.sourceTopics()) {
            if (id.partition() < broker.partitions(topic)) {
                TopicPartition partition = new TopicPartition(topic, id.partition());
                positions.put(partition, broker.offset(partition));
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The graph was built with matching types.
    static void initialize(ProcessorTopology topology, TaskContext context) {
        for (ProcessorNode node : topology.processors()) {
            context.setCurrentNode(node);
            node.init(context);
        }
        context.setCurrentNode(null);
        context.initialize();
    }

    TaskId id() {
        return id;
    }

    TaskStates states() {
        return states;
    }

    /** Asks the broker for what there is by now. */
    void fetch() {
        positions
                .keySet()
                .forEach(partition ->
                        fetched.put(partition, broker.log(partition).size()));
    }

    /**
     * What it can read now: by partition, the next record.
     *
     * @param onlyFetched not what came after it asked last
     */
    SortedMap<TopicPartition, Entry> readable(boolean onlyFetched) {
        SortedMap<TopicPartition, Entry> readable = new TreeMap<>(SimulatedBroker.ORDER);
        positions.forEach((partition, position) -> {
            Entry next = broker.log(partition).next(position);
            if (next != null && (!onlyFetched || next.offset() < fetched.getOrDefault(partition, 0))) {
                readable.put(partition, next);
            }
        });
        return readable;
    }

    boolean canRead() {
        for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
            if (broker.log(position.getKey()).next(position.getValue()) != null) {
                return true;
            }
        }
        return false;
    }

    /** Reads the next record of a partition; null: there is none. */
    @Nullable
    Entry read(TopicPartition partition) {
        Entry entry = broker.log(partition).next(Objects.requireNonNull(positions.get(partition)));
        if (entry == null) {
            return null;
        }
        Entry after = broker.log(partition).next(entry.offset() + 1);
        if (after != null && saboteur.strikes(Fault.ORDER_OF_A_PARTITION_BROKEN)) {
            process(after);
            process(entry);
            positions.put(partition, after.offset() + 1);
        } else {
            process(entry);
            positions.put(partition, entry.offset() + 1);
        }
        return entry;
    }

    private void process(Entry entry) {
        TopicPartition partition = entry.partition();
        SourceNode<?, ?> source = topology.source(partition.topic());
        long timestamp = timestamp(source, entry);
        RecordHeaders headers = new RecordHeaders(entry.headers());
        Object key = Insides.key(source, partition.topic(), headers, entry.key());
        Object value = Insides.value(source, partition.topic(), headers, entry.value());
        context.setRecordContext(new ProcessorRecordContext(
                timestamp, entry.offset(), partition.partition(), partition.topic(), headers));
        pass(source, new Record<>(key, value, timestamp, headers));
        context.setCurrentNode(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // As above.
    private void pass(SourceNode source, Record record) {
        context.setCurrentNode(source);
        source.process(record);
    }

    private long timestamp(SourceNode<?, ?> source, Entry entry) {
        if (source.timestampExtractor() == null) {
            return entry.timestamp();
        }
        TopicPartition partition = entry.partition();
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                entry.offset(),
                entry.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                entry.key(),
                entry.value(),
                new RecordHeaders(),
                Optional.empty());
        long latest = partitionTimes.getOrDefault(partition, -1L);
        long timestamp = source.timestampExtractor().extract(record, latest);
        partitionTimes.put(partition, Math.max(latest, timestamp));
        return timestamp;
    }

    /** What the caches hold goes on: before each commit. */
    void flush() {
        for (StateStore store : topology.stateStores()) {
            if (store instanceof CachedStateStore<?, ?> cached) {
                cached.flushCache();
            }
        }
    }

    /** How far it has read, by partition. */
    Map<TopicPartition, Long> positions() {
        return positions;
    }

    /** It ends without a word, as in a crash. */
    void drop() {
        for (StateStore store : topology.stateStores()) {
            if (store instanceof CachedStateStore<?, ?> cached) {
                cached.clearCache();
            }
        }
    }
}
