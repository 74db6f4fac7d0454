package io.echeance.topology.runtime;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.TopicNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * How the stream runs.
 *
 * @param applicationId group, prefix of internal topics, and of transactions: for ever the same
 * @param stateDirectory kept across restarts; of its own for each instance on a machine
 * @param threads two at most pay off on two cores
 * @param slice how many accounts are closed in one go on a large day
 * @param partitions that the log has on the broker, and every topic that goes with it
 * @param ids which ids are refused
 * @param closable which days may be closed
 * @param patience how long a record waits for the registry before its transaction is given up and begun again
 * @param stateMemoryBytes of all state stores of the process
 * @param clients settings of Kafka's clients and of Kafka Streams by their own names, {@code bootstrap.servers} above
 *     all; they go before our defaults
 * @param registry settings of the registry's serde, by its own names
 * @param topics what they are called
 * @param masterKey under which what names a person is sealed; null: nothing is
 */
public record StreamSettings(
        String applicationId,
        Path stateDirectory,
        int threads,
        int slice,
        int partitions,
        PersonalIds ids,
        ClosableDays closable,
        Duration patience,
        long stateMemoryBytes,
        Map<String, ?> clients,
        Map<String, ?> registry,
        TopicNames topics,
        @Nullable MasterKey masterKey) {

    public static final int DEFAULT_SLICE = 500;
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(40);
    public static final long DEFAULT_STATE_MEMORY_BYTES = 128L << 20;

    /** Longer than our patience and a slow answer of the registry together. */
    private static final String TRANSACTION_TIMEOUT_MS = "120000";

    /** What may be set otherwise. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100"),
            Map.entry("producer.transaction.timeout.ms", TRANSACTION_TIMEOUT_MS),
            // A transaction that begins while the last one is still being marked is put off by the broker: shortly, not
            // for the tenth of a second that is usual; longer each time, as usual. And Kafka Streams pauses that long
            // between any two of the topics that it makes when it first starts.
            Map.entry(StreamsConfig.RETRY_BACKOFF_MS_CONFIG, "10"),
            // Consumers and admin clients would ask a broker that is away a hundred times a second.
            Map.entry("consumer.retry.backoff.ms", "100"),
            Map.entry("admin.retry.backoff.ms", "100"),
            // Every client reads it; kafkajs reads no other. Smaller than LZ4, and dearer by a few microseconds a
            // record.
            Map.entry("producer.compression.type", "gzip"),
            // A third of the work of level 6 for 1.5 % more bytes.
            Map.entry("producer.compression.gzip.level", "4"),
            // A broker keeps a question for new records as long as that when there are none, and until then takes no
            // other of the same consumer. What is restored is asked for part by part: nobody should wait in between.
            Map.entry("restore.consumer.fetch.max.wait.ms", "50"),
            Map.entry("global.consumer.fetch.max.wait.ms", "100"),
            Map.entry("consumer.session.timeout.ms", "12000"),
            Map.entry("consumer.heartbeat.interval.ms", "3000"),
            Map.entry(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "0"),
            Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1"),
            Map.entry("enable.metrics.push", "false"),
            // Of its own topics: what has been read and deleted lies on the brokers' disks until its file ends.
            Map.entry("topic.segment.ms", "86400000"));

    /** What the promises of the stream rest on. */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
            Map.entry(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION),
            Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true"),
            // Of the trial balances, a row a seller; no other store has one.
            Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "1048576"),
            Map.entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFailure.class.getName()),
            Map.entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFailure.class.getName()),
            Map.entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFailure.class.getName()),
            Map.entry("processing.exception.handler.global.enabled", "true"),
            Map.entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName()));

    public StreamSettings {
        if (slice < 1 || threads < 1 || partitions < 1) {
            throw new ConfigException("threads, slice and partitions are at least 1");
        }
    }

    /** @throws ConfigException naming each setting that would break a promise */
    Properties properties() {
        SortedMap<String, String> broken = new TreeMap<>();
        FIXED.forEach((key, value) -> {
            if (clients.containsKey(key) && !String.valueOf(clients.get(key)).equals(value)) {
                broken.put(key, value);
            }
        });
        if (!broken.isEmpty()) {
            throw new ConfigException(
                    "The stream keeps its promises only with " + broken + ": leave these settings out");
        }
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(clients);
        all.putAll(FIXED);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        all.put(BoundedMemory.BYTES, Long.toString(stateMemoryBytes));
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
