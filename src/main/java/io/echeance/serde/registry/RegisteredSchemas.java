package io.echeance.serde.registry;

import io.echeance.serde.binding.CannotCarry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Schema ids, as the registry's own serde tells them. It is given a whole record the first time that a topic gets a
 * schema, or that an id is met; an id never changes its meaning, so after that nobody needs to ask. Any thread may use
 * it.
 */
final class RegisteredSchemas implements AutoCloseable {

    /** Magic byte and id. */
    static final int FRAME = 5;

    /**
     * Of a record nothing is known but that it lies there now: the registry is asked for it, whatever it said before.
     */
    static final long JUST_NOW = Long.MAX_VALUE;

    /** Should a machine's clock be set back meanwhile, its moments mislead no longer than that. */
    private static final long UNKNOWN_FOR_NANOS = 1_000_000_000L;

    private static final int UNKNOWN_KEPT = 1_000;

    private record Written(String topic, String schema) {}

    private final Serializer<Object> serializer;
    private final Deserializers deserializers;
    private final Asking asking;
    private final LongSupplier nanoTime;
    private final Map<Written, byte[]> frames = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * An id that the registry did not know, when it was asked for a record that had arrived by this moment. Whoever
     * writes a record has registered its schema before: so the answer holds for all that had arrived by then, and for
     * no other.
     */
    private record Unknown(long arrivedBy, long nanos) {}

    private final Map<Integer, Unknown> unknown = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Unknown> eldest) {
            return size() > UNKNOWN_KEPT;
        }
    };

    RegisteredSchemas(
            Serializer<Object> serializer, Deserializers deserializers, Asking asking, LongSupplier nanoTime) {
        this.serializer = serializer;
        this.deserializers = deserializers;
        this.asking = asking;
        this.nanoTime = nanoTime;
    }

    /**
     * The five bytes that precede a payload of this schema on a topic.
     *
     * @param record some value of it behind room for the frame, to show to the serializer
     * @throws RegistryUnavailable if the registry gives no id now
     */
    byte[] frame(String topic, Schema schema, byte[] record) {
        Written written = new Written(topic, schema.getFullName());
        byte @Nullable [] known = frames.get(written);
        return known == null ? ask(written, schema, record) : known;
    }

    private synchronized byte[] ask(Written written, Schema schema, byte[] record) {
        byte @Nullable [] known = frames.get(written);
        if (known != null) {
            return known;
        }
        Object generic = generic(schema, record);
        byte[] whole = serialized(written.topic(), generic);
        if (whole.length != record.length || whole[0] != 0 || !generic.equals(generic(schema, whole))) {
            throw new ConfigException(
                    "value.serializer " + serializer.getClass().getName()
                            + " does not write a byte 0, a four-byte id and Avro, as the readers of the topics expect");
        }
        byte[] frame = Arrays.copyOf(whole, FRAME);
        frames.put(written, frame);
        return frame;
    }

    private byte[] serialized(String topic, Object generic) {
        try {
            return asking.call(() -> serializer.serialize(topic, generic));
        } catch (TimeoutException | RuntimeException e) {
            throw new RegistryUnavailable(
                    "the schema of topic " + topic + " cannot be registered or found now: " + Refusal.sentence(e), e);
        }
    }

    private static Object generic(Schema schema, byte[] record) {
        Decoder payload = DecoderFactory.get().binaryDecoder(record, FRAME, record.length - FRAME, null);
        try {
            return new GenericDatumReader<>(schema).read(null, payload);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The schema with which a record was written.
     *
     * @param record five bytes of frame at least
     * @param arrivedBy a moment at which it had been fetched, in ms of any one clock; {@link #JUST_NOW}: none is known
     * @throws CannotCarry if the registry knows no such schema, or if the schema or the record is none of Avro's
     * @throws RegistryUnavailable if the registry cannot be asked now
     */
    Schema writer(String topic, int id, byte[] record, long arrivedBy) {
        @Nullable Schema known = schemas.get(id);
        return known == null ? ask(topic, id, record, arrivedBy) : known;
    }

    private synchronized Schema ask(String topic, int id, byte[] record, long arrivedBy) {
        @Nullable Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        long now = nanoTime.getAsLong();
        @Nullable Unknown answered = unknown.get(id);
        if (answered != null && arrivedBy <= answered.arrivedBy() && now - answered.nanos() < UNKNOWN_FOR_NANOS) {
            throw unknown(id);
        }
        try {
            Deserializer<?> deserializer = deserializers.forSchema(id);
            Object value = asking.call(() -> deserializer.deserialize(topic, record));
            if (!(value instanceof GenericContainer container)) {
                throw new CannotCarry("its schema (id " + id + ") is not that of a record");
            }
            schemas.put(id, container.getSchema());
            return container.getSchema();
        } catch (CannotCarry e) {
            throw e;
        } catch (TimeoutException | RuntimeException e) {
            throw switch (Refusal.of(e)) {
                case UNKNOWN_SCHEMA -> {
                    deserializers.metNone();
                    if (arrivedBy != JUST_NOW) {
                        unknown.put(id, new Unknown(arrivedBy, now));
                    }
                    yield unknown(id);
                }
                case BAD_BYTES ->
                    new CannotCarry("its bytes are not a value of its schema (id " + id + "): " + Refusal.sentence(e));
                case UNAVAILABLE ->
                    new RegistryUnavailable(
                            "schema " + id + " of topic " + topic + " cannot be looked up now: " + Refusal.sentence(e),
                            e);
            };
        }
    }

    private static CannotCarry unknown(int id) {
        return new CannotCarry("the registry knows no schema with id " + id);
    }

    static int id(byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    @Override
    public synchronized void close() {
        serializer.close();
        deserializers.close();
    }
}
