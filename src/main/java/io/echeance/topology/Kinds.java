package io.echeance.topology;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** What a node says, kind by kind. */
final class Kinds {

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

    private Kinds() {}

    /** What a node says of one kind. */
    static <V> KStream<String, V> only(KStream<String, Object> said, String name, Class<V> kind) {
        return only(said, name, kind, value -> value);
    }

    static <V, W> KStream<String, W> only(
            KStream<String, Object> said, String name, Class<V> kind, Function<V, W> content) {
        return said.flatMapValues(
                value -> kind.isInstance(value) ? List.of(content.apply(kind.cast(value))) : List.of(), Named.as(name));
    }

    /** Of the markers of days, those of one stage. */
    static <V> KStream<String, V> marked(KStream<String, Object> said, String name, Class<V> kind, Stage stage) {
        return said.flatMapValues(
                value -> kind.isInstance(value) && !(value instanceof DayMarker marker && marker.stage() != stage)
                        ? List.of(kind.cast(value))
                        : List.of(),
                Named.as(name));
    }
}
