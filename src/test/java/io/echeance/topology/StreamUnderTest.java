package io.echeance.topology;

import io.echeance.app.cluster.Submission;
import io.echeance.core.admission.ClosableDays;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.document.SampleParties;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import io.echeance.topology.node.Sealing;
import io.echeance.topology.runtime.StopOnFailure;
import io.echeance.topology.simulator.Insides;
import io.echeance.topology.store.Calendar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole stream in the test driver, with the genuine registry serdes and the four sellers' terms. Its stores are in
 * memory: on disk the integration tests have them.
 */
final class StreamUnderTest implements AutoCloseable {

    private final HeldWords held = new HeldWords();

    static final int SLICE = 500;

    final RegistryInMemory registry = new RegistryInMemory();
    private final RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());
    private final ReferenceData reference = new ReferenceData();
    private final TopologyTestDriver driver;
    private @Nullable MasterKey master;

    StreamUnderTest() {
        this(SLICE, pause -> false);
    }

    StreamUnderTest(int slice, RegistryRetry.Pause pause) {
        this(slice, pause, new ClosableDays(true));
    }

    StreamUnderTest(int slice, RegistryRetry.Pause pause, ClosableDays closable) {
        this(slice, pause, closable, null);
    }

    /** What names a person is sealed under this key. */
    static StreamUnderTest sealing(MasterKey key) {
        return new StreamUnderTest(SLICE, pause -> false, new ClosableDays(true), key);
    }

    private StreamUnderTest(int slice, RegistryRetry.Pause pause, ClosableDays closable, @Nullable MasterKey key) {
        RegistryRetry patience = RegistryRetry.of(Duration.ofMinutes(1), pause);
        master = key;
        Sealing sealing = new Sealing(() -> master, reference);
        Topology graph = Graph.of(new Parts(serdes, reference, patience, patience, slice, 1, closable, sealing));
        Insides.keepInMemory(Insides.builder(graph));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put("processing.exception.handler.global.enabled", true);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFailure.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFailure.class);
        driver = new TopologyTestDriver(graph, settings);
        ScenarioTerms.all().all().forEach(this::publish);
        StatutoryRatesFile.bundled().all().forEach(this::publish);
        SampleParties.sellers().forEach(this::publish);
    }

    /** As if it had been started anew with another setting; null: without any. */
    void sealWith(@Nullable MasterKey key) {
        master = key;
    }

    void publish(Terms terms) {
        pipe(Topic.TERMS, terms.id(), terms, LocalDate.EPOCH);
    }

    void publish(StatutoryRates.SemesterRates row) {
        pipe(Topic.STATUTORY_RATES, row.semester().toString(), row, LocalDate.EPOCH);
    }

    void publish(Party party) {
        pipe(Topic.PARTIES, party.id(), party, LocalDate.EPOCH);
    }

    ReferenceData reference() {
        return reference;
    }

    /** Whoever an order names is known before it. */
    void tell(Fact fact, LocalDate today) {
        introduce(fact);
        tellAlone(fact, today);
    }

    /** A person decides about a customer. */
    void tell(CustomerFact fact, LocalDate today) {
        pipe(Topic.CUSTOMER_ACTIONS, fact.seller() + "/" + fact.customer(), fact, today);
    }

    /** A person closes a month. */
    void tell(MonthClosed fact, LocalDate today) {
        pipe(Topic.LEDGER_ACTIONS, fact.seller(), fact, today);
    }

    /** Says nothing of the parties that the fact names. */
    void tellAlone(Fact fact, LocalDate today) {
        pipe(Submission.topicOf(fact), fact.orderId(), fact, today);
    }

    private void introduce(Fact fact) {
        if (fact instanceof OrderPlaced order) {
            SampleParties.of(order).forEach(this::publish);
        }
    }

    void close(LocalDate day) {
        pipe(Topic.BUSINESS_DAYS, null, new DayClosed(day), day.plusDays(1));
    }

    /** Plays a scenario to its end. The day before the first fact is closed first, so that all know what day it is. */
    void play(Simulation simulation) {
        LocalDate today = simulation.arrivals().stream()
                .map(Arrival::knownOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        close(today.minusDays(1));
        for (; !today.isAfter(simulation.until()); today = today.plusDays(1)) {
            for (Arrival arrival : simulation.arrivals()) {
                if (arrival.knownOn().equals(today)) {
                    tell(arrival);
                }
            }
            close(today);
        }
    }

    /** Text that is no fact cannot be told. */
    private void tell(Arrival arrival) {
        switch (arrival) {
            case Arrival.Received(LocalDate today, Fact fact) -> tell(fact, today);
            case Arrival.OfCustomer(LocalDate today, CustomerFact fact) -> tell(fact, today);
            case Arrival.OfBooks(LocalDate today, MonthClosed fact) -> tell(fact, today);
            case Arrival.Unreadable unreadable -> {}
        }
    }

    /** Appends to the log itself, as a replay does. */
    void log(TestRecord<String, LoggedFact> entry) {
        if (entry.value().payload() instanceof LoggedFact.Received(Fact fact)) {
            introduce(fact);
        }
        byte[] bytes = bytes(Topic.FACTS, entry.value());
        raw(Topic.FACTS, entry.key(), bytes, entry.getRecordTime());
    }

    byte[] bytes(Topic topic, Object value) {
        return Objects.requireNonNull(serdes.serde(binding(topic)).serializer().serialize(topic.id(), value));
    }

    private void pipe(Topic topic, @Nullable String key, Object value, LocalDate on) {
        raw(topic, key, bytes(topic, value), noon(on));
    }

    static Instant noon(LocalDate on) {
        return on.atTime(12, 0).atZone(Calendar.ZONE).toInstant();
    }

    void raw(Topic topic, @Nullable String key, byte @Nullable [] value, Instant at) {
        raw(topic, key, value, at, new RecordHeaders());
    }

    void raw(Topic topic, @Nullable String key, byte @Nullable [] value, Instant at, Headers headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        // What is told later arrives later.
        driver.advanceWallClockTime(Duration.ofMillis(1));
        driver.createInputTopic(topic.id(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(keyBytes, value, headers, at));
    }

    /** What was said on a topic since it was last asked, in order. */
    <T> List<T> said(Topic topic, Class<T> type) {
        return records(topic).stream().map(entry -> type.cast(entry.value())).toList();
    }

    List<Rejected> rejected() {
        return said(Topic.REJECTED, Rejected.class);
    }

    /** What was written to a topic, keys and values. */
    record Written(long records, long bytes) {}

    /** By topic, those that the stream keeps for itself included: all since it was last asked. */
    SortedMap<String, Written> written() {
        SortedMap<String, Written> written = new TreeMap<>();
        for (String topic : driver.producedTopicNames()) {
            List<TestRecord<byte[], byte[]>> records = driver.createOutputTopic(
                            topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
            if (!records.isEmpty()) {
                long bytes = records.stream()
                        .mapToLong(one -> length(one.key()) + length(one.value()))
                        .sum();
                written.put(topic, new Written(records.size(), bytes));
            }
        }
        return written;
    }

    /** The topics that hold a word when old values of changelogs are cleaned, and what is only handed on is deleted. */
    Set<String> holding(String word) {
        held.read(driver);
        return held.holding(word);
    }

    private static long length(byte @Nullable [] some) {
        return some == null ? 0 : some.length;
    }

    List<TestRecord<String, Object>> records(Topic topic) {
        Deserializer<Object> values = serdes.serde(binding(topic)).deserializer();
        return driver.createOutputTopic(topic.id(), new ByteArrayDeserializer(), values).readRecordsToList().stream()
                .map(entry -> new TestRecord<>(
                        entry.key() == null ? null : new String(entry.key(), StandardCharsets.UTF_8),
                        entry.value(),
                        entry.getRecordTime()))
                .toList();
    }

    <V> KeyValueStore<Object, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @SuppressWarnings("unchecked") // Every value of a topic is of its binding's type.
    private static Binding<Object> binding(Topic topic) {
        return (Binding<Object>) topic.binding().orElseThrow();
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }
}
