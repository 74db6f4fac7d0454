package io.echeance.bench;

import static org.awaitility.Awaitility.await;

import io.echeance.embedded.SharedCluster;
import io.echeance.topology.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** What Kafka Streams can do at all: a record is read, a row of a kilobyte read and written, the record passed on. */
final class EngineLimit {

    private static final int VALUE_BYTES = 1_000;
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private EngineLimit() {}

    record Measured(double recordsASecond, double microsARecord) {}

    static Measured measure(int records) throws IOException, InterruptedException, ExecutionException {
        String name = SharedCluster.uniqueName("limit");
        try (Admin admin = Admin.create(Installation.clients());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Installation.clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(
                            new NewTopic(name + "-in", Installation.PARTITIONS, (short) 1),
                            new NewTopic(name + "-out", Installation.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            try (BenchProcess process = BenchProcess.start(EngineLimit.class, List.of(name));
                    WrittenBytes written = new WrittenBytes(name)) {
                send(producer, name, records / 5);
                awaitOut(written, records / 5);
                Duration worked = process.processorTime();
                long start = System.nanoTime();
                send(producer, name, records);
                awaitOut(written, records / 5 + records);
                double seconds = (System.nanoTime() - start) / 1e9;
                double micros = process.processorTime().minus(worked).toNanos() / 1e3;
                return new Measured(records / seconds, micros / records);
            }
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String name, int records) {
        SplittableRandom random = new SplittableRandom(records);
        for (int n = 0; n < records; n++) {
            byte[] value = new byte[VALUE_BYTES];
            // Half of it repeats itself, as records of the field do.
            random.nextBytes(value);
            Arrays.fill(value, VALUE_BYTES / 2, VALUE_BYTES, (byte) 'x');
            byte[] key = ("K-" + n % (records / 3 + 1)).getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(name + "-in", key, value));
        }
        producer.flush();
    }

    private static void awaitOut(WrittenBytes written, long records) {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(20)).until(() -> written.committed("-out") >= records);
    }

    public static void main(String... arguments) throws IOException {
        String name = arguments[3];
        Topology topology = new Topology()
                .addSource(
                        "in",
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        name + "-in")
                .addProcessor("update", Update::new, "in")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore("rows"), Serdes.ByteArray(), Serdes.ByteArray())
                                .withCachingDisabled(),
                        "update")
                .addSink("out", name + "-out", new ByteArraySerializer(), new ByteArraySerializer(), "update");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                name,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                arguments[0],
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(arguments[2]).toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                "100",
                "producer.compression.type",
                "gzip",
                "processing.exception.handler.global.enabled",
                true));
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            streams.start();
            BenchProcess.untilClosed();
        }
        System.exit(0);
    }

    /** Reads a row and writes it anew. */
    private static final class Update implements Processor<byte[], byte[], byte[], byte[]> {

        private ProcessorContext<byte[], byte[]> context;
        private KeyValueStore<byte[], byte[]> rows;

        @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
        Update() {}

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.rows = context.getStateStore("rows");
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            byte[] before = rows.get(record.key());
            rows.put(record.key(), before == null ? record.value() : next(before, record.value()));
            context.forward(record);
        }

        /** The new value with something of the old one, so that the old one has to be read. */
        private static byte[] next(byte[] before, byte[] value) {
            byte[] next = value.clone();
            next[0] = before[0];
            return next;
        }
    }
}
