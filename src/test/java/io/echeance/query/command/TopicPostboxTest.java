package io.echeance.query.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.Bindings;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever waits for the rejection of a command")
class TopicPostboxTest {

    private static final TopicPartition REJECTED = new TopicPartition(Topic.REJECTED.id(), 0);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");

    private byte[] rejection(String factId) {
        try (RegistrySerdes others = RegistrySerdes.configured(registry.settings())) {
            return others.serde(Bindings.REJECTED)
                    .serializer()
                    .serialize(
                            REJECTED.topic(),
                            new Rejected(
                                    LocalDate.of(2026, 1, 12),
                                    "T-1",
                                    factId,
                                    Reason.MALFORMED,
                                    "it is wrong",
                                    "orders",
                                    0,
                                    7,
                                    null,
                                    Bytes.wrap(new byte[] {1}),
                                    null,
                                    null));
        }
    }

    private void written(long offset, byte[] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(REJECTED.topic(), 0, offset, new byte[0], value)));
    }

    @Test
    @DisplayName("hears of it through failures of the brokers and a registry that was away")
    void hearsOfItThroughFailures() {
        Node node = new Node(1, "localhost", 9092);
        consumer.updatePartitions(
                REJECTED.topic(),
                List.of(new PartitionInfo(REJECTED.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateEndOffsets(Map.of(REJECTED, 0L));
        byte[] first = rejection("f-1");
        byte[] second = rejection("f-2");
        registry.goDown();
        consumer.schedulePollTask(() -> {
            throw new KafkaException("the brokers stumble");
        });
        written(0, first);

        try (RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());
                TopicPostbox postbox =
                        new TopicPostbox(serdes, TopicNames.PLAIN, new MockProducer<byte[], byte[]>(), consumer)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> registry.asked() > 2);
            assertThat(postbox.rejection("f-1")).isEmpty();
            registry.comeBack();
            // The mock forgets what it has handed out; a broker does not.
            written(0, first);
            written(1, second);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> postbox.rejection("f-1").isPresent()
                            && postbox.rejection("f-2").isPresent());
        }
    }
}
