package io.echeance.query.access;

import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.NamesShown;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** On the topic {@code access-log}. What comes while a batch is on its way goes together with the next. */
public final class TopicAccessLog implements AccessLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicAccessLog.class);
    private static final long PATIENCE_SECONDS = 4;

    private final RegistrySerdes serdes;
    private final TopicNames topics;
    private final Producer<byte[], byte[]> producer;

    /**
     * @param serdes left to its owner
     * @param topics what they are called
     * @param producer idempotent, acknowledged by all
     */
    public TopicAccessLog(RegistrySerdes serdes, TopicNames topics, Producer<byte[], byte[]> producer) {
        this.serdes = serdes;
        this.topics = topics;
        this.producer = producer;
    }

    @Override
    public void note(NamesShown shown) throws TemporarilyUnavailable {
        String topic = topics.of(Topic.ACCESS_LOG);
        try {
            byte[] key = shown.by().getBytes(StandardCharsets.UTF_8);
            byte[] value = serdes.serde(Bindings.NAMES_SHOWN).serializer().serialize(topic, shown);
            var written =
                    producer.send(new ProducerRecord<>(topic, key, value)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LOG.debug("Noted as {}.", written);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("It cannot be noted who sees names, so they are not shown: {}", e.toString());
            throw new TemporarilyUnavailable("it cannot be noted who sees the names in this answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TemporarilyUnavailable("this instance is stopping");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
