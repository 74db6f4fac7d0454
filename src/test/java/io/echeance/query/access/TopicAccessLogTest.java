package io.echeance.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.Bindings;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.record.NamesShown;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who saw whose names")
class TopicAccessLogTest {

    private static final NamesShown SHOWN = new NamesShown(
            1_700_000_000_000L, "rosa", "GET /orders/{id}/facts", List.of("C-1"), List.of("T-1"), List.of(), null);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());

    private TopicAccessLog log(MockProducer<byte[], byte[]> producer) {
        return new TopicAccessLog(serdes, TopicNames.PLAIN, producer);
    }

    private static MockProducer<byte[], byte[]> producer(boolean answers) {
        return new MockProducer<>(answers, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Test
    @DisplayName("is written under who asked")
    void isWritten() throws TemporarilyUnavailable {
        MockProducer<byte[], byte[]> producer = producer(true);
        log(producer).note(SHOWN);

        ProducerRecord<byte[], byte[]> written = producer.history().getFirst();
        assertThat(written.topic()).isEqualTo(Topic.ACCESS_LOG.id());
        assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo("rosa");
        assertThat(serdes.reader(Bindings.NAMES_SHOWN).read(written.topic(), written.value()))
                .isEqualTo(new Reading.Readable<>(SHOWN));
    }

    @Test
    @DisplayName("is awaited: nobody is shown anything before the brokers have it, and those who ask meanwhile wait"
            + " together")
    void isAwaited() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(false);
        TopicAccessLog log = log(producer);
        CountDownLatch shown = new CountDownLatch(2);
        List<Thread> askers = List.of(asker(log, shown), asker(log, shown));
        while (producer.history().size() < 2) {
            Thread.onSpinWait();
        }

        assertThat(shown.getCount()).isEqualTo(2);
        producer.completeNext();
        producer.completeNext();
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(shown.getCount()).isZero();
    }

    private static Thread asker(TopicAccessLog log, CountDownLatch shown) {
        return Thread.ofVirtual().start(() -> {
            try {
                log.note(SHOWN);
                shown.countDown();
            } catch (TemporarilyUnavailable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    @DisplayName("is not shown where the brokers do not take it")
    void isNotShown() {
        MockProducer<byte[], byte[]> away = producer(true);
        away.sendException = new TimeoutException("no broker");
        assertThatThrownBy(() -> log(away).note(SHOWN)).isInstanceOf(TemporarilyUnavailable.class);
    }
}
