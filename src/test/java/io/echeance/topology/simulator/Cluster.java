package io.echeance.topology.simulator;

import io.echeance.core.customer.CustomerFact;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.topology.Topic;
import io.echeance.topology.simulator.PartitionLog.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/** A broker and the threads of some instances, each task at one of them. */
final class Cluster {

    private final SimulatedBroker broker;
    private final List<StreamThread> threads = new ArrayList<>();
    private final SortedMap<TaskId, StreamThread> owners = new TreeMap<>();
    private final SortedMap<TaskId, SimulatedTask> tasks = new TreeMap<>();
    private final Instance sender;
    private final List<Delivered> delivered = new ArrayList<>();

    /**
     * What reached the stream.
     *
     * @param moment by the count of the broker
     * @param entry where it stands; null: a day, which stands on every partition
     */
    record Delivered(Event event, long moment, @Nullable Entry entry) {}

    /** @param sender whose serdes write what reaches the stream */
    Cluster(int partitions, List<Instance> instances, Instance sender, Saboteur saboteur) {
        this.sender = sender;
        SortedMap<String, Integer> topics = sender.topics(partitions);
        broker = new SimulatedBroker(topics);
        for (int n = 0; n < instances.size(); n++) {
            threads.add(new StreamThread("thread " + (n + 1), instances.get(n), broker, saboteur));
        }
        int next = 0;
        for (var part : sender.parts().entrySet()) {
            for (int partition = 0; partition < Instance.tasks(part.getValue(), topics); partition++) {
                give(new TaskId(part.getKey(), partition), threads.get(next++ % threads.size()));
            }
        }
    }

    SimulatedBroker broker() {
        return broker;
    }

    Instance sender() {
        return sender;
    }

    List<StreamThread> threads() {
        return threads;
    }

    Collection<SimulatedTask> tasks() {
        return tasks.values();
    }

    /** Those that have something to read. */
    List<SimulatedTask> ableTasks() {
        List<SimulatedTask> able = new ArrayList<>();
        for (SimulatedTask task : tasks.values()) {
            if (task.canRead()) {
                able.add(task);
            }
        }
        return able;
    }

    StreamThread owner(TaskId id) {
        return owners.get(id);
    }

    void give(TaskId id, StreamThread thread) {
        tasks.put(id, thread.start(id));
        owners.put(id, thread);
    }

    /** Whether people decide about customers; what follows from that is worked out in scenarios. */
    boolean hearsOfCustomers() {
        return delivered.stream()
                .anyMatch(one -> one.event() instanceof Event.Sent sent && sent.value() instanceof CustomerFact);
    }

    /** In the order in which it came. */
    List<Delivered> delivered() {
        return delivered;
    }

    void send(Event event) {
        long moment = broker.moments();
        Entry entry = switch (event) {
            case Event.Sent record ->
                append(
                        record.topic(),
                        record.partition(),
                        record.at(),
                        bytes(record.key()),
                        Wire.bytes(sender.serdes(), record.topic(), record.value()));
            case Event.Garbage garbage ->
                append(garbage.topic(), garbage.partition(), garbage.at(), null, garbage.bytes());
            case Event.DayOver over -> {
                close(over);
                yield null;
            }
            case Event.Rest rest -> null;
        };
        delivered.add(new Delivered(event, moment, entry));
    }

    private Entry append(Topic topic, int partition, Instant at, byte @Nullable [] key, byte[] value) {
        return broker.append(
                new TopicPartition(topic.id(), partition), at.toEpochMilli(), key, value, new RecordHeaders(), null);
    }

    private void close(Event.DayOver over) {
        byte[] value = Wire.bytes(sender.serdes(), Topic.BUSINESS_DAYS, new DayClosed(over.day()));
        long at = over.at().toEpochMilli();
        Transaction transaction = new Transaction(broker);
        for (int n = 0; n < broker.partitions(Topic.BUSINESS_DAYS.id()); n++) {
            broker.append(
                    new TopicPartition(Topic.BUSINESS_DAYS.id(), n), at, null, value, new RecordHeaders(), transaction);
        }
        transaction.commit(Map.of());
    }

    private static byte @Nullable [] bytes(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
