package io.echeance.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.cluster.TopicReader;
import io.echeance.json.RecordJson;
import io.echeance.serde.registry.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a topic as a line of JSON. Where it lies stands under names with an @: no field of a record has one. */
final class RecordLine {

    private RecordLine() {}

    /** @param meta tells where it lies; of a deletion, which says nothing else, that is always shown */
    static ObjectNode of(TopicReader.Read read, boolean meta) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ConsumerRecord<byte[], byte[]> record = read.record();
        if (meta || read.isDeletion()) {
            line.put("@partition", record.partition());
            line.put("@offset", record.offset());
            line.put("@time", Instant.ofEpochMilli(record.timestamp()).toString());
            line.put("@key", record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
        }
        if (read.isDeletion()) {
            return line.put("deleted", true);
        }
        return switch (read.content()) {
            case Reading.Readable<?>(Object value) -> line.setAll(RecordJson.write(value));
            case Reading.Unreadable<?>(String sentence) ->
                line.put("unreadable", sentence)
                        .put("value", Base64.getEncoder().encodeToString(record.value()));
        };
    }
}
