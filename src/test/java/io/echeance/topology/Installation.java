package io.echeance.topology;

import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Submission;
import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.document.SampleParties;
import io.echeance.embedded.SharedCluster;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.runtime.Backlog;
import io.echeance.topology.runtime.StreamSettings;
import io.echeance.topology.runtime.TopicAdministration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Our topics under names that nobody else has, on the broker and with the registry of all tests. */
public final class Installation implements AutoCloseable {

    public static final int PARTITIONS = 4;

    /** Each takes milliseconds of the processor, which the stream has use for. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final int partitions;
    private final String application = SharedCluster.uniqueName("installation");
    private final TopicNames names = names(application);
    private final Admin admin = Admin.create(clients());
    private final Backlog backlog = new Backlog(admin, application, names);
    private final RegistrySerdes serdes = RegistrySerdes.configured(registry());
    private final KafkaProducer<byte[], byte[]> days = producer(Map.of("transactional.id", application + "-clock"));
    private final KafkaProducer<byte[], byte[]> producer = producer(Map.of());

    public Installation() {
        this(PARTITIONS);
    }

    Installation(int partitions) {
        this.partitions = partitions;
        topics().create(partitions, (short) 1);
        days.initTransactions();
        ScenarioTerms.all().all().forEach(terms -> publish(Topic.TERMS, terms.id(), terms));
        StatutoryRatesFile.bundled()
                .all()
                .forEach(row -> publish(Topic.STATUTORY_RATES, row.semester().toString(), row));
        SampleParties.sellers().forEach(party -> publish(Topic.PARTIES, party.id(), party));
        producer.flush();
    }

    public static Map<String, Object> clients() {
        return Map.of("bootstrap.servers", SharedCluster.get().bootstrapServers());
    }

    public static Map<String, Object> registry() {
        return Map.of("apicurio.registry.url", SharedCluster.get().registryApi().toString());
    }

    /** Its group, and how the names of its internal topics begin. */
    public String application() {
        return application;
    }

    /** A stream on it. */
    StreamSettings stream(Path state) {
        return stream(state, StreamSettings.DEFAULT_SLICE, StreamSettings.DEFAULT_PATIENCE, Map.of());
    }

    /** A stream on it, with other settings of its clients. */
    StreamSettings stream(Path state, int slice, Duration patience, Map<String, ?> more) {
        Map<String, Object> clients = new HashMap<>(clients());
        clients.putAll(more);
        return new StreamSettings(
                application,
                state,
                1,
                slice,
                partitions,
                PersonalIds.NO_EMAIL,
                new ClosableDays(true),
                patience,
                StreamSettings.DEFAULT_STATE_MEMORY_BYTES,
                clients,
                registry(),
                names,
                null);
    }

    public static TopicNames names(String application) {
        return new TopicNames(application + ".");
    }

    /** What a topic of ours is called here. */
    String name(Topic topic) {
        return names.of(topic);
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(clients());
        settings.putAll(more);
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    TopicAdministration topics() {
        return new TopicAdministration(admin, names);
    }

    /** Whoever an order names is made known with it. */
    public void tell(Fact fact) {
        if (fact instanceof OrderPlaced order) {
            introduce(order);
        }
        publish(Submission.topicOf(fact), fact.orderId(), fact);
    }

    /** The same, with a time of its own. */
    void tell(Fact fact, Instant at) {
        if (fact instanceof OrderPlaced order) {
            introduce(order);
        }
        Topic topic = Submission.topicOf(fact);
        String key = fact.orderId();
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(
                new ProducerRecord<>(names.of(topic), null, at.toEpochMilli(), keyBytes, bytes(topic, fact)));
    }

    private void introduce(OrderPlaced order) {
        SampleParties.of(order).forEach(party -> publish(Topic.PARTIES, party.id(), party));
    }

    public void publish(Topic topic, @Nullable String key, Object value) {
        raw(topic, key, bytes(topic, value));
    }

    byte[] bytes(Topic topic, Object value) {
        return Objects.requireNonNull(serdes.serde(binding(topic)).serializer().serialize(topic.id(), value));
    }

    void raw(Topic topic, @Nullable String key, byte @Nullable [] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(names.of(topic), keyBytes, value));
    }

    public void flush() {
        producer.flush();
    }

    public void close(LocalDate day) {
        close(List.of(day));
    }

    /** Tells every partition in one transaction, as the clock does. */
    void close(List<LocalDate> closed) {
        days.beginTransaction();
        for (LocalDate day : closed) {
            byte[] value = bytes(Topic.BUSINESS_DAYS, new DayClosed(day));
            for (int partition = 0; partition < partitions; partition++) {
                var unused = days.send(new ProducerRecord<>(names.of(Topic.BUSINESS_DAYS), partition, null, value));
            }
        }
        days.commitTransaction();
    }

    /** Until all that was told is worked off. */
    public void awaitIdle(Duration atMost) {
        flush();
        await().dontCatchUncaughtExceptions()
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_QUESTIONS)
                .until(() -> backlog.records() == 0);
    }

    /** Until all partitions have heard of the days that are closed: what is told from then on comes after them. */
    void awaitDaysHeard(Duration atMost) {
        long received = end(Topic.BUSINESS_DAYS, IsolationLevel.READ_COMMITTED);
        await().dontCatchUncaughtExceptions()
                .atMost(atMost)
                .pollInterval(BETWEEN_QUESTIONS)
                .until(() -> heard(Topic.BUSINESS_DAYS) >= received);
    }

    private long heard(Topic topic) {
        try {
            return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(committed -> committed.getKey().topic().equals(names.of(topic)))
                    .mapToLong(committed -> committed.getValue().offset())
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records of a topic stand in transactions that are open, or behind their begin. */
    public long openRecords(Topic topic) {
        return end(topic, IsolationLevel.READ_UNCOMMITTED) - end(topic, IsolationLevel.READ_COMMITTED);
    }

    private long end(Topic topic, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(names.of(topic), partition), OffsetSpec.latest());
        }
        try {
            return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The committed values of a topic, partition by partition, in order. */
    <T> List<T> read(Topic topic, Class<T> type) {
        var values = serdes.serde(binding(topic)).deserializer();
        return records(topic, "read_committed").stream()
                .map(entry -> type.cast(values.deserialize(topic.id(), entry.value())))
                .toList();
    }

    /** All records of a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic, String isolation) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        records(topic, isolation, records::add);
        records.sort((one, other) -> one.partition() != other.partition()
                ? Integer.compare(one.partition(), other.partition())
                : Long.compare(one.offset(), other.offset()));
        return records;
    }

    /** The same, one by one, each partition in its order. */
    void records(Topic topic, String isolation, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var follower = new Follower<>(consuming(isolation), names.of(topic), entry -> entry)) {
            follower.hear(reader);
        }
    }

    /** The committed values of a topic, one by one. */
    public <T> void read(Topic topic, Class<T> type, Consumer<T> reader) {
        try (Follower<T> follower = follow(topic, type)) {
            follower.hear(reader);
        }
    }

    /** The committed values of a topic, as they come. */
    public <T> Follower<T> follow(Topic topic, Class<T> type) {
        var values = serdes.serde(binding(topic)).deserializer();
        return new Follower<>(
                consuming("read_committed"),
                names.of(topic),
                entry -> type.cast(values.deserialize(topic.id(), entry.value())));
    }

    private static Map<String, Object> consuming(String isolation) {
        Map<String, Object> settings = new HashMap<>(clients());
        settings.put("isolation.level", isolation);
        return settings;
    }

    @SuppressWarnings("unchecked") // Every value of a topic is of its binding's type.
    private static Binding<Object> binding(Topic topic) {
        return (Binding<Object>) topic.binding().orElseThrow();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        days.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        serdes.close();
    }
}
