package io.echeance.embedded;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of generic Avro records: written in transactions through the registry's serdes, read back committed. */
record Trades(Map<String, Object> settings, String topic) {
    static final Schema SCHEMA = new Schema.Parser().parse("""
        {"type": "record", "name": "Trade", "namespace": "io.echeance.trial", "fields": [
          {"name": "item", "type": "string"}, {"name": "pieces", "type": "int"}]}\
        """);

    /** Reads what {@link #SCHEMA} wrote; readers of the other know its default. */
    static final Schema WIDER = new Schema.Parser().parse("""
        {"type": "record", "name": "Trade", "namespace": "io.echeance.trial", "fields": [
          {"name": "item", "type": "string"}, {"name": "pieces", "type": "int"},
          {"name": "colour", "type": "string", "default": "none"}]}\
        """);

    static Trades on(LocalCluster cluster, String topic) {
        return new Trades(SharedCluster.clientSettings(cluster), topic);
    }

    static GenericRecord trade(Schema schema, String item, int pieces) {
        return new GenericRecordBuilder(schema)
                .set("item", item)
                .set("pieces", pieces)
                .build();
    }

    Trades created() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return this;
    }

    void commit(GenericRecord trade) {
        try (KafkaProducer<String, GenericRecord> producer = producer()) {
            producer.beginTransaction();
            Future<RecordMetadata> sent = sent(producer, trade);
            producer.commitTransaction();
            assertThat(sent).succeedsWithin(Duration.ZERO);
        }
    }

    /** What cannot be written ends its transaction: a producer with an open one takes half a minute to close. */
    private Future<RecordMetadata> sent(KafkaProducer<String, GenericRecord> producer, GenericRecord trade) {
        try {
            return producer.send(new ProducerRecord<>(topic, "key", trade));
        } catch (RuntimeException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    void abort(GenericRecord trade) {
        try (KafkaProducer<String, GenericRecord> producer = producer()) {
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(topic, "key", trade));
            producer.flush();
            assertThat(sent).succeedsWithin(Duration.ZERO);
            producer.abortTransaction();
        }
    }

    private KafkaProducer<String, GenericRecord> producer() {
        Map<String, Object> producing = new HashMap<>(settings);
        producing.put("transactional.id", "trial-" + topic);
        producing.put("key.serializer", StringSerializer.class);
        producing.put("value.serializer", "io.apicurio.registry.serde.avro.AvroKafkaSerializer");
        KafkaProducer<String, GenericRecord> producer = new KafkaProducer<>(producing);
        producer.initTransactions();
        return producer;
    }

    List<String> read() {
        List<GenericRecord> records = readAll("io.apicurio.registry.serde.avro.AvroKafkaDeserializer");
        return records.stream()
                .map(trade -> trade.get("pieces") + " " + trade.get("item"))
                .toList();
    }

    /** The schema ids on the wire: byte 0 is the magic byte, the next four are the id. */
    Set<Integer> schemaIds() {
        List<byte[]> records = readAll(ByteArrayDeserializer.class.getName());
        return records.stream().map(bytes -> ByteBuffer.wrap(bytes).getInt(1)).collect(toSet());
    }

    private <V> List<V> readAll(String deserializer) {
        Map<String, Object> consuming = new HashMap<>(settings);
        consuming.put("isolation.level", "read_committed");
        consuming.put("key.deserializer", StringDeserializer.class);
        consuming.put("value.deserializer", deserializer);
        TopicPartition partition = new TopicPartition(topic, 0);
        List<V> values = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(consuming)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
