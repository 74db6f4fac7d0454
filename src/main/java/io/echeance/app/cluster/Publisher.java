package io.echeance.app.cluster;

import io.echeance.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Writes records in transactions: each call's all, or none of them. */
public final class Publisher implements AutoCloseable {

    /** What the names of transactions begin with, after the prefix of the topics. */
    private static final String PUBLISHER = "echeance-publish-";

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    /**
     * A record to be.
     *
     * @param key plain text
     * @param value null: what stood under the key is forgotten
     * @param partition null: by the key
     */
    public record Entry(
            Topic topic,
            @Nullable String key,
            @Nullable Object value,
            @Nullable Integer partition) {

        public Entry(Topic topic, String key, @Nullable Object value) {
            this(topic, key, value, null);
        }
    }

    private final Cluster cluster;
    private final String transactionalId;
    private final Producer<byte[], byte[]> producer;

    private Publisher(Cluster cluster, String transactionalId) {
        this.cluster = cluster;
        this.transactionalId = cluster.topics().prefix() + transactionalId;
        this.producer = cluster.writer(this.transactionalId);
    }

    /** One of many. */
    public static Publisher of(Cluster cluster) {
        return begun(new Publisher(cluster, PUBLISHER + UUID.randomUUID()));
    }

    /** The only one of its name: an older one can write no more. */
    public static Publisher only(Cluster cluster, String name) {
        return begun(new Publisher(cluster, name));
    }

    private static Publisher begun(Publisher publisher) {
        try {
            publisher.producer.initTransactions();
            return publisher;
        } catch (KafkaException e) {
            publisher.close();
            throw publisher.trouble(e);
        }
    }

    /** All of them, in this order within each partition, or none. */
    public void publish(List<Entry> entries) {
        // A producer would look for a topic that is missing for a minute.
        entries.stream().map(Entry::topic).distinct().forEach(cluster::partitions);
        try {
            List<ProducerRecord<byte[], byte[]>> records = records(entries);
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                // What becomes of it, the commit says.
                var unused = producer.send(record);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            abort();
            throw trouble(e);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> records(List<Entry> entries) {
        Map<Topic, Serde<Object>> serdes = new java.util.EnumMap<>(Topic.class);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Entry entry : entries) {
            String topic = cluster.topics().of(entry.topic());
            Serde<Object> serde = serdes.computeIfAbsent(entry.topic(), cluster::serde);
            byte[] key = entry.key() == null ? null : entry.key().getBytes(StandardCharsets.UTF_8);
            byte[] value = entry.value() == null ? null : serde.serializer().serialize(topic, entry.value());
            records.add(new ProducerRecord<>(topic, entry.partition(), key, value));
        }
        return records;
    }

    private ClusterTrouble trouble(KafkaException failure) {
        return ClusterTrouble.of(cluster.settings(), failure, AclOperation.WRITE, transactionalId);
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            // There was none to end, or the broker ends it by itself.
            return;
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
