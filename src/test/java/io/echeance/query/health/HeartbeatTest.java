package io.echeance.query.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.order.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A thread of the stream")
class HeartbeatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private Path state;

    /** As a consumer of Kafka's, but its thread stands still behind the first round for as long as it is closed. */
    private static final class Turnstile extends DefaultKafkaClientSupplier {

        private final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
                @Override
                public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
                    try {
                        opened.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return records;
                }
            };
        }
    }

    private KafkaStreams streams(Turnstile turnstile) {
        Properties settings = new Properties();
        settings.put("application.id", "heartbeat");
        // Nobody is there: the thread waits for a broker, and goes round.
        settings.put("bootstrap.servers", "localhost:1");
        settings.put("state.dir", state.toString());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("anything");
        return new KafkaStreams(builder.build(), settings, turnstile);
    }

    @Test
    @DisplayName("that stands still is found, though the stream says nothing of it; one that waits for a broker is not")
    void isFound() {
        Turnstile turnstile = new Turnstile();
        try (KafkaStreams streams = streams(turnstile)) {
            Heartbeat heartbeat = new Heartbeat(streams, PATIENCE);
            assertThat(heartbeat.complaint()).isEmpty();
            streams.start();

            await().until(() -> heartbeat.complaint().isPresent());
            assertThat(streams.state().hasStartedOrFinishedShuttingDown()).isFalse();
            Sentence said = heartbeat.complaint().orElseThrow();
            assertThat(said.english())
                    .startsWith("StreamThread-1 has not gone round for 3 s (stream.patience.ms = 2000)");
            assertThat(said.french()).startsWith("StreamThread-1 n’avance plus depuis 3 s (stream.patience.ms = 2000)");
            assertThat(heartbeat.standing()).isEqualTo(1);

            turnstile.opened.countDown();
            await().until(() -> heartbeat.complaint().isEmpty());
            await().during(PATIENCE.plusSeconds(1))
                    .until(() -> heartbeat.complaint().isEmpty());
            assertThat(heartbeat.ages()).containsOnlyKeys("StreamThread-1");
        }
    }
}
