package io.echeance.query.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.query.instance.TemporarilyUnavailable;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever waits for the rejection of a command")
class TopicPostboxTest {

    private static final TopicPartition REJECTED = new TopicPartition(Topic.REJECTED.id(), 0);
    private static final TopicPartition DECISIONS = new TopicPartition(Topic.CASH_DECISIONS.id(), 0);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

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
                                    null,
                                    null));
        }
    }

    private static PenaltyWaived waived(String factId) {
        return new PenaltyWaived(factId, "T-1", LocalDate.of(2026, 1, 12), "all", "as agreed", "C");
    }

    private void written(long offset, byte[] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(REJECTED.topic(), 0, offset, new byte[0], value)));
    }

    @Test
    @DisplayName("hears of it through failures of the brokers and a registry that was away, and of nobody else's")
    void hearsOfItThroughFailures() throws TemporarilyUnavailable {
        Node node = new Node(1, "localhost", 9092);
        consumer.updatePartitions(
                REJECTED.topic(),
                List.of(new PartitionInfo(REJECTED.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updatePartitions(
                DECISIONS.topic(),
                List.of(new PartitionInfo(DECISIONS.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateEndOffsets(Map.of(REJECTED, 0L, DECISIONS, 0L));
        byte[] first = rejection("f-1");
        byte[] others = rejection("f-9");
        byte[] second = rejection("f-2");
        consumer.schedulePollTask(() -> {
            throw new KafkaException("the brokers stumble");
        });

        try (RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());
                TopicPostbox postbox = new TopicPostbox(serdes, TopicNames.PLAIN, producer, consumer)) {
            postbox.post(waived("f-1"));
            postbox.post(waived("f-2"));
            int asked = registry.asked();
            registry.goDown();
            written(0, first);
            await().atMost(Duration.ofSeconds(20)).until(() -> registry.asked() > asked);
            assertThat(postbox.refusal("f-1")).isEmpty();
            registry.comeBack();
            // The mock forgets what it has handed out; a broker does not.
            written(0, first);
            written(1, others);
            written(2, second);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> postbox.refusal("f-2").isPresent());
            assertThat(postbox.refusal("f-1")).contains(new Refusal(Reason.MALFORMED, "it is wrong"));
            assertThat(postbox.refusal("f-9")).isEmpty();

            postbox.post(waived("f-1"));
            assertThat(postbox.refusal("f-1")).as("posted again").isEmpty();
        }
    }
}
