package io.echeance.topology;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** What a node says, kind by kind. */
final class Kinds {

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
