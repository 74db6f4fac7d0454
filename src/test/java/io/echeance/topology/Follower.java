package io.echeance.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, then on from where it has come to: each record once. */
public final class Follower<T> implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecord<byte[], byte[]>, T> reading;
    private final List<TopicPartition> partitions;

    Follower(Map<String, Object> settings, String topic, Function<ConsumerRecord<byte[], byte[]>, T> reading) {
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.reading = reading;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What comes next; nothing, if nothing comes for a moment. */
    public void hearNext(Consumer<T> listener) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> listener.accept(reading.apply(record)));
    }

    /** All that stands there now and was not heard yet, each partition in its order. */
    public void hear(Consumer<T> listener) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> listener.accept(reading.apply(record)));
        }
    }

    /** In no group: nothing that a broker may still answer is of interest. */
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
