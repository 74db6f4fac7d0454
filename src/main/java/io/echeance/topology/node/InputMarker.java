package io.echeance.topology.node;

import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Marks on a partition of an input topic where a day ends: what stands before it came before the day's record. The
 * intake writes it when it reads that record, and meets it behind everything that lay there. On the topic it is a
 * record without a value, so that no other reader takes it for a fact; the day stands in a header.
 */
public record InputMarker(Topic topic, int partition, LocalDate date) {

    /** Key of the records, and name of their header. */
    public static final String NAME = "day-closed";

    private static final byte[] KEY = NAME.getBytes(StandardCharsets.UTF_8);

    /** Each goes to the topic that it marks, by its name on the brokers. */
    public static TopicNameExtractor<String, InputMarker> topics(TopicNames names) {
        return new TopicNameExtractor<>() {
            @Override
            public String extract(String key, InputMarker marker, RecordContext context) {
                return names.of(marker.topic());
            }

            // Stands in the description of the graph.
            @Override
            public String toString() {
                return "the input topic that is marked";
            }
        };
    }

    /** Without a value, each to its partition. */
    public static Produced<String, InputMarker> produced() {
        Serde<InputMarker> withoutValue = Serdes.serdeFrom((topic, marker) -> null, (topic, bytes) -> {
            throw new IllegalStateException("nobody reads them as values");
        });
        return Produced.with(Serdes.String(), withoutValue)
                .withStreamPartitioner((topic, key, marker, partitions) -> Optional.of(Set.of(marker.partition())));
    }

    Headers headers() {
        return new RecordHeaders().add(NAME, date.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a record is a marker. */
    public static boolean is(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return dayOf(key, value, headers) != null;
    }

    /** The day that a record marks; null: it is no marker, for it has a value, another key, or tells no day. */
    static @Nullable LocalDate dayOf(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        if (value != null || !Arrays.equals(key, KEY)) {
            return null;
        }
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return LocalDate.parse(new String(header.value(), StandardCharsets.UTF_8));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
