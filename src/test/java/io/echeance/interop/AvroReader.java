package io.echeance.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic as somebody would who has Kafka's consumer, Avro and the two pages of Confluent's that say what the
 * first five bytes are: no serde, neither ours nor the registry's, and no class of ours.
 *
 * @param registry where clients of Confluent's registry go
 */
record AvroReader(String bootstrapServers, URI registry) {

    private static final int FRAME = 5;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    List<Seen> read(String topic, String isolation) throws IOException, InterruptedException {
        List<Seen> seen = new ArrayList<>();
        Map<Integer, Schema> schemas = new HashMap<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    int id = ByteBuffer.wrap(record.value()).getInt(1);
                    if (!schemas.containsKey(id)) {
                        schemas.put(id, schema(id));
                    }
                    JsonNode value = json(schemas.get(id), record.value());
                    seen.add(new Seen(record.key(), record.value()[0], id, value));
                }
            }
        }
        return seen;
    }

    /** The id of a topic's schema, as the registry tells it by the topic's name. */
    int idOfLatestSchema(String topic) throws IOException, InterruptedException {
        return get("/subjects/" + topic + "-value/versions/latest").path("id").intValue();
    }

    private Schema schema(int id) throws IOException, InterruptedException {
        return new Schema.Parser()
                .parse(get("/schemas/ids/" + id).path("schema").textValue());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(registry + path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }
    }

    private static JsonNode json(Schema schema, byte[] bytes) throws IOException {
        BinaryDecoder payload = DecoderFactory.get().binaryDecoder(bytes, FRAME, bytes.length - FRAME, null);
        Object value = new GenericDatumReader<>(schema, schema, new GenericData()).read(null, payload);
        assertThat(payload.isEnd()).isTrue();
        return json(schema, value);
    }

    private static JsonNode json(Schema schema, @Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case GenericRecord record -> {
                ObjectNode object = NODES.objectNode();
                for (Schema.Field field : record.getSchema().getFields()) {
                    object.set(field.name(), json(inhabited(field.schema()), record.get(field.pos())));
                }
                yield object;
            }
            case List<?> elements -> {
                ArrayNode array = NODES.arrayNode();
                elements.forEach(element -> array.add(json(schema.getElementType(), element)));
                yield array;
            }
            case ByteBuffer unscaled
            when schema.getLogicalType() instanceof LogicalTypes.Decimal decimal -> {
                byte[] bytes = new byte[unscaled.remaining()];
                unscaled.get(bytes);
                BigDecimal exact = new BigDecimal(new BigInteger(bytes), decimal.getScale());
                // Rates have room for six decimals and are shown with two at least.
                int shown = Math.max(2, exact.stripTrailingZeros().scale());
                yield NODES.textNode(
                        exact.setScale(Math.min(shown, decimal.getScale())).toPlainString());
            }
            case Integer days
            when schema.getLogicalType() instanceof LogicalTypes.Date ->
                NODES.textNode(LocalDate.ofEpochDay(days).toString());
            case Integer number when schema.getLogicalType() == null -> NODES.numberNode(number);
            case CharSequence text -> NODES.textNode(text.toString());
            case GenericData.EnumSymbol symbol -> NODES.textNode(symbol.toString());
            default -> throw new AssertionError(schema + " holds a " + value.getClass());
        };
    }

    /** Of null and something, something. */
    private static Schema inhabited(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().getLast() : schema;
    }
}
