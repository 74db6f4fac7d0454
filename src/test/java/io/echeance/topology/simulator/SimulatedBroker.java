package io.echeance.topology.simulator;

import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** Topics, offsets and changelogs of one history, in memory. */
final class SimulatedBroker {

    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final SortedMap<String, List<PartitionLog>> topics = new TreeMap<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final SortedMap<TopicPartition, Changelog> changelogs = new TreeMap<>(ORDER);
    private long moments;

    SimulatedBroker(SortedMap<String, Integer> partitions) {
        partitions.forEach((topic, count) -> {
            List<PartitionLog> logs = new ArrayList<>();
            for (int partition = 0; partition < count; partition++) {
                logs.add(new PartitionLog(new TopicPartition(topic, partition)));
            }
            topics.put(topic, logs);
        });
    }

    int partitions(String topic) {
        return logs(topic).size();
    }

    List<PartitionLog> logs(String topic) {
        return Objects.requireNonNull(topics.get(topic), () -> "no topic " + topic);
    }

    PartitionLog log(TopicPartition partition) {
        return logs(partition.topic()).get(partition.partition());
    }

    /** All that is committed on a topic, partition by partition. */
    List<PartitionLog.Entry> committed(Topic topic) {
        return logs(topic.id()).stream()
                .flatMap(log -> log.committed().stream())
                .toList();
    }

    PartitionLog.Entry append(
            TopicPartition partition,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            @Nullable Transaction transaction) {
        return log(partition).append(timestamp, key, value, headers, moments++, transaction);
    }

    /** How much was ever appended. */
    long moments() {
        return moments;
    }

    long offset(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    void keepOffset(TopicPartition partition, long offset) {
        offsets.put(partition, offset);
    }

    /** Of every topic and changelog, partition by partition, what lies there and is committed. */
    SortedMap<String, List<KeyValue<byte @Nullable [], byte @Nullable []>>> written() {
        SortedMap<String, List<KeyValue<byte @Nullable [], byte @Nullable []>>> written = new TreeMap<>();
        topics.forEach((topic, logs) -> logs.forEach(log -> log.committed()
                .forEach(entry -> written.computeIfAbsent(topic, first -> new ArrayList<>())
                        .add(KeyValue.pair(entry.key(), entry.value())))));
        changelogs.forEach((partition, changelog) -> changelog
                .all()
                .forEach(row -> written.computeIfAbsent(partition.topic(), first -> new ArrayList<>())
                        .add(KeyValue.pair(row.key().get(), row.value()))));
        return written;
    }

    Changelog changelog(TopicPartition partition) {
        return changelogs.computeIfAbsent(partition, first -> new Changelog());
    }

    Changelog changelog(String store, int partition) {
        return changelog(new TopicPartition(Instance.APPLICATION + "-" + store + "-changelog", partition));
    }
}
