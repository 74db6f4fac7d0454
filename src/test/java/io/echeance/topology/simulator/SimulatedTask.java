package io.echeance.topology.simulator;

import io.echeance.topology.simulator.PartitionLog.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Saboteur saboteur;
    private final List<Position> positions;
    private final Supplier<Working> begin;
    private @Nullable Working working;

    /** How far it has read of a partition. */
    private static final class Position {
        private final PartitionLog log;
        private long next;
        private int fetched;
        private long time = -1;

        private Position(PartitionLog log, long next) {
            this.log = log;
            this.next = next;
        }

        private @Nullable Entry readable() {
            return log.next(next);
        }
    }

    /** Its nodes and stores. */
    private record Working(ProcessorTopology topology, TaskStates states, TaskContext context) {}

    /** It begins to work when there is first something to do: none but itself writes what its stores are made of. */
    SimulatedTask(TaskId id, Instance instance, StreamThread thread, SimulatedBroker broker, Saboteur saboteur) {
        this.id = id;
        this.saboteur = saboteur;
        this.positions = instance.sourceTopics(id.subtopology()).stream()
                .filter(topic -> id.partition() < broker.partitions(topic))
                .map(topic -> new TopicPartition(topic, id.partition()))
                .map(partition -> new Position(broker.log(partition), broker.offset(partition)))
                .toList();
        this.begin = () -> begin(id, instance, thread, broker, saboteur);
    }

    private static Working begin(
            TaskId id, Instance instance, StreamThread thread, SimulatedBroker broker, Saboteur saboteur) {
        ProcessorTopology topology = instance.part(id.subtopology());
        TaskStates states = new TaskStates(TaskType.ACTIVE, topology.storeToChangelogTopic(), instance.globalStores());
        TaskContext context = new TaskContext(
                id, instance, thread.cache(), states, new Outbox(id.partition(), thread, broker, saboteur));
        for (StateStore store : topology.stateStores()) {
            store.init(context, store);
        }
        states.restore(id.partition(), broker);
        initialize(topology, context);
        return new Working(topology, states, context);
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
        return working().states();
    }

    private Working working() {
        Working atWork = working == null ? begin.get() : working;
        working = atWork;
        return atWork;
    }

    /** Asks the broker for what there is by now. */
    void fetch() {
        positions.forEach(position -> position.fetched = position.log.size());
    }

    /**
     * What it can read now: of each partition, the next record.
     *
     * @param onlyFetched not what came after it asked last
     */
    List<Entry> readable(boolean onlyFetched) {
        List<Entry> readable = new ArrayList<>();
        for (Position position : positions) {
            Entry next = position.readable();
            if (next != null && (!onlyFetched || next.offset() < position.fetched)) {
                readable.add(next);
            }
        }
        return readable;
    }

    boolean canRead() {
        for (Position position : positions) {
            if (position.readable() != null) {
                return true;
            }
        }
        return false;
    }

    /** Reads a record that is the next one of its partition. */
    void read(Entry entry) {
        Position position = position(entry.partition());
        Entry after = position.log.next(entry.offset() + 1);
        if (after != null && saboteur.strikes(Fault.ORDER_OF_A_PARTITION_BROKEN)) {
            process(after, position);
            process(entry, position);
            position.next = after.offset() + 1;
        } else {
            process(entry, position);
            position.next = entry.offset() + 1;
        }
    }

    private Position position(TopicPartition partition) {
        return positions.stream()
                .filter(position -> position.log.partition().equals(partition))
                .findFirst()
                .orElseThrow();
    }

    private void process(Entry entry, Position position) {
        TopicPartition partition = entry.partition();
        TaskContext context = working().context();
        SourceNode<?, ?> source = working().topology().source(partition.topic());
        long timestamp = timestamp(source, entry, position);
        RecordHeaders headers = new RecordHeaders(entry.headers());
        Object key = Insides.key(source, partition.topic(), headers, entry.key());
        Object value = Insides.value(source, partition.topic(), headers, entry.value());
        context.setRecordContext(new ProcessorRecordContext(
                timestamp, entry.offset(), partition.partition(), partition.topic(), headers));
        context.setCurrentNode(source);
        pass(source, new Record<>(key, value, timestamp, headers));
        context.setCurrentNode(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // As above.
    private static void pass(SourceNode source, Record record) {
        source.process(record);
    }

    private static long timestamp(SourceNode<?, ?> source, Entry entry, Position position) {
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
        long timestamp = source.timestampExtractor().extract(record, position.time);
        position.time = Math.max(position.time, timestamp);
        return timestamp;
    }

    /** What the caches hold goes on: before each commit. */
    void flush() {
        cached().forEach(CachedStateStore::flushCache);
    }

    private List<CachedStateStore<?, ?>> cached() {
        List<CachedStateStore<?, ?>> cached = new ArrayList<>();
        if (working != null) {
            for (StateStore store : working.topology().stateStores()) {
                if (store instanceof CachedStateStore<?, ?> one) {
                    cached.add(one);
                }
            }
        }
        return cached;
    }

    /** How far it has read, by partition. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        positions.forEach(position -> offsets.put(position.log.partition(), position.next));
        return offsets;
    }

    /** It ends without a word, as in a crash. */
    void drop() {
        cached().forEach(CachedStateStore::clearCache);
    }
}
