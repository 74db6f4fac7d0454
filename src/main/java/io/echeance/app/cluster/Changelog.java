package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a store of the stream is restored from: all that is kept there, and what is not cleaned yet. */
public final class Changelog {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 15;

    private Changelog() {}

    /** How the topic is called. */
    public static String of(Cluster cluster, String store) {
        return cluster.settings().text(Setting.APPLICATION_ID) + "-" + store + "-changelog";
    }

    /** Everything that is committed by the time of the call; nothing, where no stream has run yet. */
    public static void read(
            Cluster cluster, String store, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        readTopics(cluster, List.of(of(cluster, store)), reader);
    }

    /** The same of any topics, as they lie there. */
    public static void readTopics(
            Cluster cluster, List<String> topics, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> partitions(cluster, topic).stream())
                .toList();
        Consumer<byte[], byte[]> consumer = cluster.reader();
        try {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        } catch (KafkaException e) {
            throw ClusterTrouble.of(cluster.settings(), e, AclOperation.READ, "");
        } finally {
            consumer.close(Cluster.AT_ONCE);
        }
    }

    /** None, where there is no such topic; whoever may not read it is told so, and does not take it for empty. */
    private static List<TopicPartition> partitions(Cluster cluster, String topic) {
        try {
            return cluster
                    .admin()
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(one -> one.partitions().stream())
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw ClusterTrouble.of(cluster.settings(), e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw ClusterTrouble.of(cluster.settings(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterTrouble("interrupted while waiting for the brokers.", e);
        }
    }
}
