package io.echeance.topology;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a stream that ends, without a word to anybody, once a transaction holds so many records of a topic:
 * the broker has them all, and none is committed. Whoever looks from outside for that moment and kills it then may look
 * for long: statements are written when a transaction ends, so that they are open for milliseconds.
 */
public final class EndsInTheMiddle extends DefaultKafkaClientSupplier {

    /** Of the process that ended: as of one that was killed. */
    static final int STATUS = 137;

    private static final String TOPIC = "ends.in.the.middle.of";
    private static final String RECORDS = "ends.in.the.middle.after";

    /** What a stream is to be set up with. */
    static Map<String, String> settings(String topic, int records) {
        return Map.of(
                "default.client.supplier",
                EndsInTheMiddle.class.getName(),
                "producer." + TOPIC,
                topic,
                "producer." + RECORDS,
                Integer.toString(records));
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new Ending(settings);
    }

    private static final class Ending extends KafkaProducer<byte[], byte[]> {

        private final @Nullable Object topic;
        private final int records;
        private int open;

        Ending(Map<String, Object> settings) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
            topic = settings.get(TOPIC);
            records = Integer.parseInt(String.valueOf(settings.get(RECORDS)));
        }

        @Override
        public void beginTransaction() {
            open = 0;
            super.beginTransaction();
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, @Nullable Callback done) {
            Future<RecordMetadata> sent = super.send(message, done);
            if (message.topic().equals(topic) && ++open == records) {
                flush();
                Runtime.getRuntime().halt(STATUS);
            }
            return sent;
        }
    }
}
