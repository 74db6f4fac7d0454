package io.echeance.serde.registry;

import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of one kind from topics. Any thread may use it. */
public final class RecordReader<T> {

    private final Binding<T> binding;
    private final RegisteredSchemas registry;
    private final Map<Integer, Binding.Decoding<T>> byId = new ConcurrentHashMap<>();

    RecordReader(Binding<T> binding, RegisteredSchemas registry) {
        this.binding = binding;
        this.registry = registry;
    }

    /**
     * The record, or why it can never be read.
     *
     * @param bytes a record's value
     * @throws RegistryUnavailable if its schema is not known yet and the registry gives no answer: try again, later
     */
    public Reading<T> read(String topic, byte @Nullable [] bytes) {
        return read(topic, bytes, RegisteredSchemas.JUST_NOW);
    }

    /**
     * The same, for one of many records that were fetched together: a schema that the registry does not know is asked
     * for once for them all, and again for what was fetched later, since it may have been registered meanwhile.
     *
     * @param arrivedBy a moment at which the record had been fetched, in milliseconds; of one and the same clock
     *     always
     */
    public Reading<T> read(String topic, byte @Nullable [] bytes, long arrivedBy) {
        try {
            return new Reading.Readable<>(value(topic, bytes, arrivedBy));
        } catch (CannotCarry e) {
            return new Reading.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    /** @throws CannotCarry if it can never be read */
    T value(String topic, byte @Nullable [] bytes) {
        return value(topic, bytes, RegisteredSchemas.JUST_NOW);
    }

    private T value(String topic, byte @Nullable [] bytes, long arrivedBy) {
        if (bytes == null) {
            throw new CannotCarry("it has no value");
        }
        if (bytes.length < RegisteredSchemas.FRAME || bytes[0] != 0) {
            throw new CannotCarry("it does not begin with a byte 0 and the four bytes of a schema id, but with "
                    + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, RegisteredSchemas.FRAME)));
        }
        int id = RegisteredSchemas.id(bytes);
        Binding.@Nullable Decoding<T> decoding = byId.get(id);
        if (decoding == null) {
            Schema writer = registry.writer(topic, id, bytes, arrivedBy);
            decoding = binding.writtenWith(writer);
            byId.put(id, decoding);
        }
        return decoding.decode(bytes, RegisteredSchemas.FRAME);
    }
}
