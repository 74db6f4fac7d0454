package io.echeance.topology;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.topology.node.Sorting;
import io.echeance.topology.node.Sorting.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** What a node says, kind by kind. */
record Kinds(KStream<String, Object> sorted, List<Wish> wishes) {

    /** Whatever is not named here by hand is refused. */
    static final TopologyConfig NAMED = new TopologyConfig(new StreamsConfig(Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "echeance",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "localhost:9092",
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            true,
            "processing.exception.handler.global.enabled",
            true)));

    /** @param name of the node that says it */
    static Kinds of(KStream<String, Object> said, String name) {
        List<Wish> wishes = new ArrayList<>();
        return new Kinds(said.process(Sorting.node(wishes), Named.as(name + "-sorted")), wishes);
    }

    /** What is said of one kind. */
    <V> KStream<String, V> only(String name, Class<V> kind) {
        return only(name, kind, value -> value);
    }

    <V, W> KStream<String, W> only(String name, Class<V> kind, Function<V, W> content) {
        wishes.add(new Wish(name, kind));
        return sorted.mapValues(value -> content.apply(kind.cast(value)), Named.as(name));
    }

    /** Of the markers of days, those of one stage. */
    <V> KStream<String, V> marked(String name, Class<V> kind, Stage stage) {
        wishes.add(new Wish(name, kind));
        return sorted.flatMapValues(
                value -> value instanceof DayMarker marker && marker.stage() != stage
                        ? List.of()
                        : List.of(kind.cast(value)),
                Named.as(name));
    }
}
