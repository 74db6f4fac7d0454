package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a build before the first release left: state whose version byte no release reads. */
final class EarlierBuild {

    private static final int FIRST_OF_A_RELEASE = 16;
    private static final byte BEFORE = 3;

    private EarlierBuild() {}

    /** Writes each record of the changelogs among the topics once more, with such a byte; says how many. */
    static int write(Cluster cluster, Collection<String> topics) {
        List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
        try (Producer<byte[], byte[]> hand = cluster.poster();
                Consumer<byte[], byte[]> reader = cluster.reader()) {
            List<TopicPartition> partitions = topics.stream()
                    .filter(topic -> topic.endsWith("-changelog"))
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    byte[] value = record.value();
                    if (value != null && value.length > 0 && value[0] >= FIRST_OF_A_RELEASE) {
                        value[0] = BEFORE;
                        written.add(new ProducerRecord<>(record.topic(), record.partition(), record.key(), value));
                    }
                }
            }
            for (ProducerRecord<byte[], byte[]> record : written) {
                var unused = hand.send(record);
            }
            hand.flush();
        }
        return written.size();
    }
}
