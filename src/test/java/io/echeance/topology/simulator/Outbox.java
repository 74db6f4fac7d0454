package io.echeance.topology.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.jspecify.annotations.Nullable;

/** What a task writes: into the open transaction of its thread, by the serializers and partitioners of the graph. */
final class Outbox implements RecordCollector {

    /** Kafka's own limit, {@code max.request.size}. */
    private static final int LARGEST_RECORD_BYTES = 1_048_576;

    private final int taskPartition;
    private final StreamThread thread;
    private final SimulatedBroker broker;
    private final Saboteur saboteur;

    Outbox(int taskPartition, StreamThread thread, SimulatedBroker broker, Saboteur saboteur) {
        this.taskPartition = taskPartition;
        this.thread = thread;
        this.broker = broker;
        this.saboteur = saboteur;
    }

    Saboteur saboteur() {
        return saboteur;
    }

    /** A row of a store was written. */
    void change(String changelog, Changelog.Row row) {
        if (!saboteur.strikes(Fault.CHANGE_NOT_LOGGED)) {
            thread.transaction().change(new TopicPartition(changelog, taskPartition), row);
        }
    }

    @Override
    public <K, V> void send(
            String topic,
            K key,
            V value,
            Headers headers,
            Long timestamp,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String node,
            InternalProcessorContext<Void, Void> context,
            @Nullable StreamPartitioner<? super K, ? super V> partitioner) {
        Optional<Set<Integer>> chosen = partitioner == null
                ? Optional.empty()
                : partitioner.partitions(topic, key, value, broker.partitions(topic));
        if (chosen.isEmpty()) {
            send(topic, key, value, headers, null, timestamp, keySerializer, valueSerializer, node, context);
        } else {
            for (int partition : new TreeSet<>(chosen.get())) {
                send(topic, key, value, headers, partition, timestamp, keySerializer, valueSerializer, node, context);
            }
        }
    }

    @Override
    public <K, V> void send(
            String topic,
            K key,
            V value,
            Headers headers,
            @Nullable Integer partition,
            Long timestamp,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String node,
            @Nullable InternalProcessorContext<Void, Void> context) {
        byte[] keyBytes = keySerializer.serialize(topic, headers, key);
        byte[] valueBytes = valueSerializer.serialize(topic, headers, value);
        if (valueBytes != null && valueBytes.length > LARGEST_RECORD_BYTES) {
            throw new IllegalStateException("a record for " + topic + " is too large: " + valueBytes.length + " bytes");
        }
        int partitions = broker.partitions(topic);
        int to = partition == null ? partitionOf(keyBytes, partitions) : partition;
        for (int where : saboteur.diverted(to, partitions, value)) {
            append(new TopicPartition(topic, where), timestamp, keyBytes, valueBytes, headers);
        }
        for (Object more : saboteur.besides(value, partitions)) {
            @SuppressWarnings("unchecked") // It stands beside one of its kind.
            byte[] bytes = valueSerializer.serialize(topic, headers, (V) more);
            append(new TopicPartition(topic, to), timestamp, keyBytes, bytes, headers);
        }
    }

    private void append(
            TopicPartition to, long timestamp, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        broker.append(to, timestamp, key, value, new RecordHeaders(headers), thread.transaction());
    }

    /** Kafka's default: records without a key go anywhere. */
    static int partitionOf(byte @Nullable [] key, int partitions) {
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    @Override
    public <K, V> void send(
            K key,
            V value,
            String node,
            InternalProcessorContext<?, ?> context,
            ProducerRecord<byte[], byte[]> serializedRecord) {
        throw new UnsupportedOperationException("there is no dead letter queue");
    }

    @Override
    public void initialize() {}

    @Override
    public void flush() {}

    @Override
    public void closeClean() {}

    @Override
    public void closeDirty() {}

    @Override
    public Map<TopicPartition, Long> offsets() {
        return Map.of();
    }
}
