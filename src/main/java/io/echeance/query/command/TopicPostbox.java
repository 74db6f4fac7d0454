package io.echeance.query.command;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.registry.RegistryUnavailable;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts on the input topics; reads {@code rejected} from now on, as far as it is committed. */
public final class TopicPostbox implements Postbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicPostbox.class);
    private static final long PATIENCE_SECONDS = 4;
    private static final int REMEMBERED = 10_000;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);

    private final RegistrySerdes serdes;
    private final TopicNames topics;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> rejections;
    private final RecordReader<Rejected> reader;
    private final RecordReader<CashDecision> decisions;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;
    /** By the ids of the facts that were posted here last: others' rejections are nobody's business, however many. */
    private final Map<String, Optional<Refusal>> posted = new Latest<>();

    /** By the customer and the id: two persons may ask for the same on one day. */
    private final Map<List<String>, CustomerFact> ofCustomers = new Latest<>();
    /** By the ids of the facts, whoever posted them: the same request may come to another instance. */
    private final Map<String, PaymentDecided> decided = new Latest<>();

    /** Those that came last. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * @param serdes left to its owner, as are the clients' settings
     * @param topics what they are called
     * @param producer idempotent, acknowledged by all
     * @param rejections reads what is committed, in no group
     */
    public TopicPostbox(
            RegistrySerdes serdes,
            TopicNames topics,
            Producer<byte[], byte[]> producer,
            Consumer<byte[], byte[]> rejections) {
        this.serdes = serdes;
        this.topics = topics;
        this.producer = producer;
        this.rejections = rejections;
        this.reader = serdes.reader(Bindings.REJECTED);
        this.decisions = serdes.reader(Bindings.CASH_DECISION);
        this.watch = Thread.ofPlatform().daemon().name("rejections").start(this::watch);
    }

    @Override
    public void post(Fact fact) throws TemporarilyUnavailable {
        post(topicOf(fact), key(fact), fact.factId(), fact);
    }

    @Override
    public void post(CustomerFact fact) throws TemporarilyUnavailable {
        String key = new CustomerKey(fact.seller(), fact.customer()).toString();
        post(Topic.CUSTOMER_ACTIONS, key, fact.factId(), fact);
        synchronized (posted) {
            ofCustomers.put(List.of(key, fact.factId()), fact);
        }
    }

    @Override
    public void post(MonthClosed fact) throws TemporarilyUnavailable {
        post(Topic.LEDGER_ACTIONS, fact.seller(), fact.factId(), fact);
    }

    @Override
    public Optional<CustomerFact> posted(CustomerKey customer, String factId) {
        synchronized (posted) {
            return Optional.ofNullable(ofCustomers.get(List.of(customer.toString(), factId)));
        }
    }

    @Override
    public boolean isPosted(String factId) {
        synchronized (posted) {
            return posted.containsKey(factId);
        }
    }

    private void post(Topic topic, String key, String factId, Object fact) throws TemporarilyUnavailable {
        synchronized (posted) {
            posted.remove(factId);
            posted.put(factId, Optional.empty());
        }
        try {
            @SuppressWarnings("unchecked") // The table of topics says what its records are.
            Binding<Object> binding = (Binding<Object>) topic.binding().orElseThrow();
            byte[] value = serdes.serde(binding).serializer().serialize(topics.of(topic), fact);
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            var written = producer.send(new ProducerRecord<>(topics.of(topic), bytes, value))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LOG.debug("Posted {} as {}.", factId, written);
        } catch (RegistryUnavailable e) {
            LOG.warn("{} cannot be posted: {}", factId, e.getMessage());
            throw new TemporarilyUnavailable("the schema registry is unreachable");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("Whether {} is posted is not certain: {}", factId, e.toString());
            throw new TemporarilyUnavailable("the brokers do not take the fact right now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TemporarilyUnavailable("this instance is stopping");
        }
    }

    /** What concerns one payment is read in order, of whatever order it is. */
    private static String key(Fact fact) {
        return fact.orderId() == null && fact instanceof PaymentFact payment
                ? payment.movementId()
                : String.valueOf(fact.orderId());
    }

    private static Topic topicOf(Fact fact) {
        return switch (fact) {
            case CollectionFact collection -> Topic.COLLECTION_ACTIONS;
            case PaymentFact payment -> Topic.PAYMENTS;
            case FundingFact funding -> Topic.FINANCING_DECISIONS;
            case OrderFact order -> Topic.ORDERS;
            case OwnFact own -> throw new IllegalArgumentException("our own: " + own);
        };
    }

    @Override
    public Optional<PaymentDecided> decided(String factId) {
        synchronized (posted) {
            return Optional.ofNullable(decided.get(factId));
        }
    }

    @Override
    public Optional<PaymentDecided> replacing(PaymentDecided earlier) {
        synchronized (posted) {
            return decided.values().stream()
                    .filter(other -> other.paymentId().equals(earlier.paymentId())
                            && earlier.decisionId().equals(other.replaces()))
                    .findFirst();
        }
    }

    @Override
    public Optional<Refusal> refusal(String factId) {
        synchronized (posted) {
            return posted.getOrDefault(factId, Optional.empty());
        }
    }

    /** Reads on for as long as the instance lives: what fails is tried again, from where it had come to. */
    private void watch() {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (rejections) {
            while (closing.getCount() > 0) {
                try {
                    readOn(next);
                } catch (WakeupException e) {
                    LOG.debug("No longer reads rejections.");
                } catch (RuntimeException e) {
                    LOG.warn("Rejections cannot be read, which is tried again: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void readOn(Map<TopicPartition, Long> next) {
        if (next.isEmpty()) {
            List<TopicPartition> partitions = Stream.of(Topic.REJECTED, Topic.CASH_DECISIONS)
                    .flatMap(topic -> rejections.partitionsFor(topics.of(topic)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            rejections.assign(partitions);
            rejections.seekToEnd(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>();
            partitions.forEach(partition -> ends.put(partition, rejections.position(partition)));
            next.putAll(ends);
        }
        next.forEach(rejections::seek);
        while (closing.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : rejections.poll(POLL)) {
                remember(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private void pause() {
        try {
            if (closing.await(TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("No longer waits for rejections.");
            }
        } catch (InterruptedException e) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void remember(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.of(Topic.CASH_DECISIONS))) {
            if (decisions.read(record.topic(), record.value())
                    instanceof Reading.Readable<CashDecision>(CashDecision decision)) {
                synchronized (posted) {
                    decided.put(decision.decided().decisionId(), decision.decided());
                }
            }
            return;
        }
        if (reader.read(topics.of(Topic.REJECTED), record.value())
                        instanceof Reading.Readable<Rejected>(Rejected rejected)
                && rejected.factId() != null) {
            Refusal refusal = new Refusal(rejected.reason(), rejected.sentence());
            synchronized (posted) {
                posted.computeIfPresent(rejected.factId(), (id, before) -> Optional.of(refusal));
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        rejections.wakeup();
        try {
            watch.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }
}
