package io.echeance.app.cluster;

import io.echeance.serde.binding.Binding;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.topology.Topic;
import io.echeance.topology.node.InputMarker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.WakeupException;

/** Reads topics of ours: what is committed, in the order of each partition. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A record as it lies on the broker, and what it says. */
    public record Read(Topic topic, ConsumerRecord<byte[], byte[]> record, Reading<?> content) {

        /** What it says; empty if it cannot be read, or is a deletion. */
        public <T> Optional<T> as(Class<T> type) {
            return content instanceof Reading.Readable<?>(Object value) && type.isInstance(value)
                    ? Optional.of(type.cast(value))
                    : Optional.empty();
        }

        /** Where it stands, and why it cannot be read. */
        public String sentence() {
            String why = content instanceof Reading.Unreadable<?>(String sentence) ? sentence : "it can be read";
            return "%s-%d@%d: %s".formatted(record.topic(), record.partition(), record.offset(), why);
        }

        public boolean isDeletion() {
            return record.value() == null;
        }
    }

    private final Cluster cluster;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<Topic, RecordReader<?>> readers = new EnumMap<>(Topic.class);

    private TopicReader(Cluster cluster, Collection<Topic> topics) {
        this.cluster = cluster;
        this.consumer = cluster.reader();
        for (Topic topic : topics) {
            Binding<?> binding = topic.binding().orElseThrow();
            readers.put(topic, cluster.serdes().reader(binding));
            partitions.addAll(cluster.partitions(topic));
        }
        consumer.assign(partitions);
    }

    public static TopicReader fromBeginning(Cluster cluster, Collection<Topic> topics) {
        TopicReader reader = new TopicReader(cluster, topics);
        reader.consumer.seekToBeginning(reader.partitions);
        return reader;
    }

    /** From what is committed after this call. */
    public static TopicReader fromNow(Cluster cluster, Collection<Topic> topics) {
        TopicReader reader = new TopicReader(cluster, topics);
        reader.consumer.seekToEnd(reader.partitions);
        reader.asking(() -> reader.partitions.forEach(reader.consumer::position));
        return reader;
    }

    /**
     * From these offsets, by partition; from the beginning where none is named, or where there is none such: the topic
     * has been made anew.
     */
    public static TopicReader from(Cluster cluster, Topic topic, Map<Integer, Long> offsets) {
        TopicReader reader = new TopicReader(cluster, List.of(topic));
        reader.asking(() -> {
            Map<TopicPartition, Long> beginnings = reader.consumer.beginningOffsets(reader.partitions);
            Map<TopicPartition, Long> ends = reader.consumer.endOffsets(reader.partitions);
            for (TopicPartition partition : reader.partitions) {
                long beginning = beginnings.getOrDefault(partition, 0L);
                long asked = offsets.getOrDefault(partition.partition(), beginning);
                boolean isThere = asked >= beginning && asked <= ends.getOrDefault(partition, 0L);
                reader.consumer.seek(partition, isThere ? asked : beginning);
            }
        });
        return reader;
    }

    /** The offset to go on with, by partition of the one topic. */
    public Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        asking(() ->
                partitions.forEach(partition -> positions.put(partition.partition(), consumer.position(partition))));
        return positions;
    }

    /** Where what is committed ends by now, by partition of the one topic. */
    public Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        asking(() -> consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end)));
        return ends;
    }

    /** Whether there is something left to read before these ends. */
    public boolean isBefore(Map<Integer, Long> ends) {
        Map<Integer, Long> positions = positions();
        return ends.entrySet().stream().anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    /** What has come; empty after a moment in which nothing did. */
    public List<Read> poll() {
        List<Read> read = new ArrayList<>();
        asking(() -> {
            poll(one -> read.add(read(one)));
        });
        return read;
    }

    /** Everything that is committed by the time of the call. */
    public List<Read> rest() {
        List<Read> rest = new ArrayList<>();
        rest(rest::add);
        return rest;
    }

    /** The same, one by one: for topics that are too long to be held. */
    public void rest(java.util.function.Consumer<Read> reader) {
        asking(() -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                poll(record -> reader.accept(read(record)));
            }
        });
    }

    /** Where days end on an input topic is the stream's own business: such records say nothing. */
    private void poll(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (!InputMarker.is(record.key(), record.value(), record.headers())) {
                reader.accept(record);
            }
        }
    }

    private Read read(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = cluster.topics().named(record.topic()).orElseThrow();
        RecordReader<?> reader = readers.get(topic);
        if (reader == null) {
            throw new IllegalStateException(topic + " was not asked for");
        }
        return new Read(topic, record, reader.read(record.topic(), record.value()));
    }

    private void asking(Runnable question) {
        try {
            question.run();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            throw ClusterTrouble.of(cluster.settings(), e, AclOperation.READ, "");
        }
    }

    /** At once: it has nothing to hand in, and what it has asked for beyond the end nobody waits for. */
    @Override
    public void close() {
        consumer.close(Cluster.AT_ONCE);
    }
}
