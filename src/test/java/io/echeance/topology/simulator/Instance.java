package io.echeance.topology.simulator;

import io.echeance.core.admission.ClosableDays;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Graph;
import io.echeance.topology.Parts;
import io.echeance.topology.Topic;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder.TopicsInfo;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.processor.internals.ProcessorTopology;
import org.apache.kafka.streams.processor.internals.SourceNode;
import org.apache.kafka.streams.processor.internals.Task.TaskType;
import org.apache.kafka.streams.processor.internals.metrics.StreamsMetricsImpl;
import org.apache.kafka.streams.state.internals.ThreadCache;

/**
 * One process that runs the stream: the graph, its serdes, its terms and rates. It outlives histories, its tasks not.
 */
final class Instance {

    static final String APPLICATION = "echeance";

    private static final long CACHE_BYTES = 1L << 20;

    private final RegistrySerdes serdes;
    private final InternalTopologyBuilder builder;
    private final StreamsConfig config = new StreamsConfig(settings());
    private final StreamsMetricsImpl metrics = new Unmeasured();
    private final Map<String, StateStore> globalStores = new HashMap<>();
    private final Map<String, Object> appConfigs = new HashMap<>();
    private final SortedMap<Integer, TopicsInfo> parts = new TreeMap<>();
    private final Map<Integer, SortedSet<String>> sourceTopics = new HashMap<>();

    /** @param slice how many accounts are closed in one go */
    Instance(RegistryInMemory registry, int partitions, int slice) {
        serdes = RegistrySerdes.configured(registry.settings());
        RegistryRetry none = RegistryRetry.of(Duration.ZERO, pause -> false);
        ReferenceData reference = new ReferenceData();
        builder = Insides.builder(
                Graph.of(new Parts(serdes, reference, none, none, slice, partitions, new ClosableDays(true))));
        Insides.keepInMemory(builder);
        builder.rewriteTopology(config);
        appConfigs.putAll(config.originals());
        appConfigs.putAll(config.values());
        builder.subtopologyToTopicsInfo().forEach((part, topics) -> parts.put(Insides.number(part), topics));
        parts.keySet()
                .forEach(part -> sourceTopics.put(
                        part, new TreeSet<>(builder.buildSubtopology(part).sourceTopics())));
        readReferenceTopics();
    }

    private static Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:9092",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                CACHE_BYTES,
                "processing.exception.handler.global.enabled",
                true);
    }

    StreamsConfig config() {
        return config;
    }

    /** What the configuration says, and what else stands in it. */
    Map<String, Object> appConfigs() {
        return appConfigs;
    }

    StreamsMetricsImpl metrics() {
        return metrics;
    }

    RegistrySerdes serdes() {
        return serdes;
    }

    Map<String, StateStore> globalStores() {
        return globalStores;
    }

    ThreadCache newCache() {
        return new ThreadCache(new LogContext(), CACHE_BYTES, metrics);
    }

    /** A part of the graph, with nodes and stores of its own. */
    ProcessorTopology part(int subtopology) {
        return builder.buildSubtopology(subtopology);
    }

    /** The parts that have tasks, each with its topics. */
    SortedMap<Integer, TopicsInfo> parts() {
        return parts;
    }

    /** What a part reads. */
    SortedSet<String> sourceTopics(int part) {
        return Objects.requireNonNull(sourceTopics.get(part));
    }

    /**
     * Every topic with its number of partitions; what the stream passes to itself has as many as it is written from.
     */
    SortedMap<String, Integer> topics(int partitions) {
        SortedMap<String, Integer> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.id(), topic.role().isPartitioned() ? partitions : 1);
        }
        Set<String> missing = new HashSet<>();
        parts().values().forEach(part -> missing.addAll(part.repartitionSourceTopics.keySet()));
        while (!missing.isEmpty()) {
            for (TopicsInfo part : parts().values()) {
                if (topics.keySet().containsAll(part.sourceTopics)) {
                    int most = tasks(part, topics);
                    part.sinkTopics.stream()
                            .filter(missing::contains)
                            .forEach(topic -> topics.merge(topic, most, Math::max));
                }
            }
            if (!missing.removeAll(topics.keySet())) {
                parts().values()
                        .forEach(part -> part.sourceTopics.forEach(topic -> topics.putIfAbsent(topic, partitions)));
            }
        }
        return topics;
    }

    /** How many tasks a part has. */
    static int tasks(TopicsInfo part, Map<String, Integer> topics) {
        return part.sourceTopics.stream().mapToInt(topics::get).max().orElse(0);
    }

    private void readReferenceTopics() {
        ProcessorTopology global = builder.buildGlobalStateTopology();
        TaskStates states = new TaskStates(TaskType.GLOBAL, Map.of(), globalStores);
        TaskContext context = new TaskContext(new TaskId(-1, -1), this, newCache(), states, null);
        for (StateStore store : global.globalStateStores()) {
            store.init(context, store);
            globalStores.put(store.name(), store);
        }
        SimulatedTask.initialize(global, context);
        ScenarioTerms.all().all().forEach(terms -> publish(global, context, Topic.TERMS, terms.id(), terms));
        StatutoryRatesFile.bundled()
                .all()
                .forEach(row -> publish(
                        global, context, Topic.STATUTORY_RATES, row.semester().toString(), row));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The graph was built with matching types.
    private void publish(ProcessorTopology global, TaskContext context, Topic topic, String key, Object value) {
        SourceNode source = global.source(topic.id());
        byte[] bytes = Wire.bytes(serdes, topic, value);
        RecordHeaders headers = new RecordHeaders();
        context.setRecordContext(new ProcessorRecordContext(0, 0, 0, topic.id(), headers));
        context.setCurrentNode(source);
        Object read = Insides.key(source, topic.id(), headers, key.getBytes(StandardCharsets.UTF_8));
        source.process(new Record<>(read, bytes, 0, headers));
    }
}
