package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Brokers and registry. Its methods throw {@link ClusterTrouble} where they do not answer. */
public final class Cluster implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;
    private static final int POST_LIMIT_MS = 3_000;

    /**
     * How a {@link #reader} is closed. It is in no group and commits nothing; what it has asked for beyond the end of a
     * topic is answered half a second later, and that it would wait for.
     */
    static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    private final Settings settings;
    private final RegistrySerdes serdes;
    private final Admin admin;

    private Cluster(Settings settings) {
        this.settings = settings;
        this.serdes = RegistrySerdes.configured(settings.forClients());
        this.admin = Admin.create(client("admin.", AdminClientConfig.configNames()));
    }

    /** Asks the brokers once, so that a wrong address is found at once. */
    public static Cluster reach(Settings settings) {
        Cluster cluster = created(settings);
        try {
            cluster.answer(cluster.admin.describeCluster().clusterId());
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** A client is not even made while no name of a broker can be looked up. */
    private static Cluster created(Settings settings) {
        try {
            return new Cluster(settings);
        } catch (KafkaException e) {
            throw ClusterTrouble.of(settings, e);
        }
    }

    public Settings settings() {
        return settings;
    }

    public Admin admin() {
        return admin;
    }

    public RegistrySerdes serdes() {
        return serdes;
    }

    /** Of the brokers' own making: another cluster has another. */
    public String id() {
        return answer(admin.describeCluster().clusterId());
    }

    /** What an admin call gives, waited for. */
    public <T> T answer(KafkaFuture<T> asked) {
        return answer(asked, null);
    }

    /** @param topic that it is about: a denial does not say it; null: about none */
    private <T> T answer(KafkaFuture<T> asked, @Nullable String topic) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (topic != null && e.getCause() instanceof TopicAuthorizationException) {
                throw ClusterTrouble.of(settings, new TopicAuthorizationException(Set.of(topic)));
            }
            throw ClusterTrouble.of(settings, e.getCause() == null ? e : e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw ClusterTrouble.of(settings, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterTrouble("interrupted while waiting for the brokers.", e);
        }
    }

    /** A reader of what is committed, in no group: it commits no position. */
    public Consumer<byte[], byte[]> reader() {
        Map<String, Object> client = client("consumer.", ConsumerConfig.configNames());
        client.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new Reader(client);
    }

    /** In no group: its end has nothing to say, and does not wait for the answer to what was asked last. */
    private static final class Reader extends KafkaConsumer<byte[], byte[]> {

        private Reader(Map<String, Object> client) {
            super(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        /** A broker that has nothing new answers after half a second only. */
        @Override
        public void close() {
            close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** A writer of transactions. An older one of the same name can write no more. */
    public Producer<byte[], byte[]> writer(String transactionalId) {
        Map<String, Object> client = client("producer.", ProducerConfig.configNames());
        client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A writer of single records, each once and on all copies, or soon answered that it is not. */
    public Producer<byte[], byte[]> poster() {
        Map<String, Object> client = client("producer.", ProducerConfig.configNames());
        client.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        client.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        client.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, POST_LIMIT_MS);
        client.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, POST_LIMIT_MS);
        client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, POST_LIMIT_MS);
        return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The serde of a topic's records. */
    public Serde<Object> serde(Topic topic) {
        @SuppressWarnings("unchecked") // The table of topics says what its records are.
        Binding<Object> binding = (Binding<Object>) topic.binding().orElseThrow();
        return serdes.serde(binding);
    }

    /** What the topics are called. */
    public TopicNames topics() {
        return settings.topics();
    }

    /** The partitions of a topic. */
    public List<TopicPartition> partitions(Topic topic) {
        String name = topics().of(topic);
        KafkaFuture<TopicDescription> asked = Objects.requireNonNull(
                admin.describeTopics(List.of(name)).topicNameValues().get(name));
        List<TopicPartition> partitions = new ArrayList<>();
        answer(asked, name)
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition())));
        return partitions;
    }

    private Map<String, Object> client(String prefix, Set<String> names) {
        Map<String, Object> client = new HashMap<>();
        Map<String, Object> all = settings.forClients();
        all.forEach((key, value) -> {
            if (names.contains(key) && !key.startsWith("value.")) {
                client.put(key, value);
            }
        });
        all.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                client.put(key.substring(prefix.length()), value);
            }
        });
        return client;
    }

    /** Under which what names a person is sealed; null: none is set. */
    public @Nullable MasterKey masterKey() {
        return Instance.masterKey(settings);
    }

    /** In words, for messages. */
    public String address() {
        return settings.text(Setting.BOOTSTRAP_SERVERS);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        serdes.close();
    }
}
