package io.echeance.bench;

import io.echeance.topology.Installation;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies on the topics of one application, those that it keeps for itself included. */
final class WrittenBytes implements AutoCloseable {

    private final String prefix;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begin = new HashMap<>();

    private static final class Sum {
        private long records;
        private long bytes;
    }

    WrittenBytes(String prefix) {
        this.prefix = prefix;
        Map<String, Object> settings = new HashMap<>(Installation.clients());
        settings.put("isolation.level", "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Collection<TopicPartition> partitions() {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(prefix))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** What lies there by now does not count. */
    void begin() {
        begin.putAll(consumer.endOffsets(partitions()));
    }

    /** How many records lie on a topic, marks of transactions among them. */
    long committed(String topic) {
        Collection<TopicPartition> all = partitions().stream()
                .filter(partition -> partition.topic().equals(prefix + topic))
                .toList();
        return consumer.endOffsets(all).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    void print(int facts) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        Sum all = new Sum();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, begin.getOrDefault(partition, 0L)));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Sum sum = sums.computeIfAbsent(record.topic().substring(prefix.length() + 1), topic -> new Sum());
                long bytes = Math.max(0L, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
                sum.records++;
                sum.bytes += bytes;
                all.records++;
                all.bytes += bytes;
            }
        }
        Printing.print("%n%-40s %10s %10s%n", "written", "a fact", "bytes");
        sums.forEach((topic, sum) -> line(topic, sum, facts));
        line("all, inputs included", all, facts);
    }

    private static void line(String what, Sum sum, int facts) {
        Printing.print("%-40s %10.2f %10d%n", what, (double) sum.records / facts, sum.bytes / Math.max(1, sum.records));
        if (what.startsWith("all")) {
            Printing.print("%-40s %10s %10d%n", "bytes a fact", "", sum.bytes / facts);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
