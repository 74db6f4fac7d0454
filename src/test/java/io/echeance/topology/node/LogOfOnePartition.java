package io.echeance.topology.node;

import io.echeance.core.order.Fact;
import io.echeance.core.order.Statement;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.Bindings;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The accounts node at its log: all is there before it begins, and what it appends itself comes behind that. */
final class LogOfOnePartition implements AutoCloseable {

    private static final int PARTITION = 3;

    private final RegistrySerdes serdes = RegistrySerdes.configured(new RegistryInMemory().settings());
    private final List<LoggedFact> log = new ArrayList<>();
    private final List<Object> said = new ArrayList<>();
    private final Processor<byte[], byte[], String, Object> node;
    private final MockProcessorContext<String, Object> context;
    private int continued;
    private int played;

    LogOfOnePartition(Path state, int slice) {
        ReferenceData reference = new ReferenceData();
        TermPacks.bundled().all().forEach(reference::publish);
        StatutoryRatesFile.bundled().all().forEach(reference::publish);
        InputReader inbox = new InputReader(serdes, RegistryRetry.of(Duration.ZERO, pause -> false), TopicNames.PLAIN);
        ProcessorSupplier<byte[], byte[], String, Object> supplier = Accounts.node(inbox, reference, 1, slice);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "log");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        context = new MockProcessorContext<>(settings, new TaskId(0, PARTITION), state.toFile());
        supplier.stores().forEach(this::open);
        node = supplier.get();
        context.setCurrentSystemTimeMs(0);
        node.init(context);
    }

    private void open(StoreBuilder<?> builder) {
        var opened = builder.withLoggingDisabled().build();
        opened.init(context.getStateStoreContext(), opened);
        context.addStateStore(opened);
    }

    void received(Fact fact) {
        received(fact, null);
    }

    /** @param knownOn what the intake says of its day; null: nothing */
    void received(Fact fact, @Nullable LocalDate knownOn) {
        Origin origin = new Origin("orders", PARTITION, log.size(), 0, null, Bytes.wrap(new byte[] {1}));
        log.add(new LoggedFact(origin, new Received(fact), knownOn));
    }

    void closed(LocalDate day) {
        log.add(new LoggedFact(null, new DayClosed(day)));
    }

    /** As a log has it that was written with other slices. */
    void continuedBy(LocalDate day) {
        log.add(new LoggedFact(null, new DayContinued(day)));
    }

    /** Works off the log to its end, its own records included. */
    void play() {
        for (; played < log.size(); played++) {
            byte[] value = serdes.serde(Bindings.LOG_RECORD).serializer().serialize(Topic.FACTS.id(), log.get(played));
            context.setRecordMetadata(Topic.FACTS.id(), PARTITION, played);
            context.resetForwards();
            node.process(new Record<>(new byte[0], value, 0));
            context.forwarded().forEach(forward -> hear(forward.record().value()));
        }
    }

    <K, V> KeyValueStore<K, V> store(String name) {
        return context.getStateStore(name);
    }

    private void hear(Object value) {
        if (value instanceof LoggedFact entry) {
            if (entry.payload() instanceof DayContinued) {
                continued++;
            }
            log.add(entry);
        } else {
            said.add(value);
        }
    }

    /** How often the rest of a day was put off. */
    int continued() {
        return continued;
    }

    /** All that was said, statements left out: slices show in how often they are drawn. */
    List<Object> said() {
        return said.stream().filter(value -> !(value instanceof Statement)).toList();
    }

    List<Rejected> rejected() {
        return said.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }

    @Override
    public void close() {
        node.close();
        serdes.close();
    }
}
