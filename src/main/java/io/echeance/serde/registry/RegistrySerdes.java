package io.echeance.serde.registry;

import io.echeance.serde.binding.Binding;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes of the topics, on top of the registry's own serializer and deserializer, which the settings name by class:
 * Apicurio's, or Confluent's, or any other pair that writes Confluent's wire format.
 */
public final class RegistrySerdes implements AutoCloseable {

    /** Names the registry's serializer class. */
    public static final String SERIALIZER = "value.serializer";

    /** Names the registry's deserializer class. */
    public static final String DESERIALIZER = "value.deserializer";

    /**
     * What holds unless the settings say otherwise. Both vendors' keys stand side by side, each reads its own. A schema
     * is registered whole, without references, under topic-value.
     */
    public static final Map<String, Object> DEFAULTS = Map.of(
            SERIALIZER,
            "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
            DESERIALIZER,
            "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
            "apicurio.registry.auto-register",
            "true",
            "apicurio.registry.dereference-schema",
            "true",
            "apicurio.registry.use-specific-avro-reader",
            "false",
            "auto.register.schemas",
            "true",
            "avro.remove.java.properties",
            "true",
            "specific.avro.reader",
            "false");

    /** Far below the time within which a consumer has to poll again. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RegisteredSchemas registry;

    private RegistrySerdes(RegisteredSchemas registry) {
        this.registry = registry;
    }

    /**
     * Serdes by the settings; the registry is not asked yet.
     *
     * @param settings what the registry's serde is configured with, its address above all
     *     ({@code apicurio.registry.url}, or {@code schema.registry.url})
     * @throws ConfigException if a class is not there or will not be configured
     */
    public static RegistrySerdes configured(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(settings);
        @SuppressWarnings("unchecked") // It is handed Avro's generic records, which every Avro serializer takes.
        Serializer<Object> serializer = (Serializer<Object>) named(Serializer.class, all, SERIALIZER);
        configure(() -> serializer.configure(all, false));
        Deserializers deserializers = new Deserializers(() -> {
            Deserializer<?> deserializer = named(Deserializer.class, all, DESERIALIZER);
            configure(() -> deserializer.configure(all, false));
            return deserializer;
        });
        return new RegistrySerdes(
                new RegisteredSchemas(serializer, deserializers, new Asking(LIMIT), System::nanoTime));
    }

    private static void configure(Runnable configuring) {
        try {
            configuring.run();
        } catch (RuntimeException e) {
            throw new ConfigException("the registry's serde refuses its settings: " + Refusal.sentence(e));
        }
    }

    private static <S> S named(Class<S> kind, Map<String, Object> settings, String key) {
        Object name = settings.get(key);
        try {
            return kind.cast(
                    Class.forName(String.valueOf(name)).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new ConfigException(
                    key, name, "there is no such " + kind.getSimpleName() + " on the class path: " + e);
        }
    }

    /** Reads records of a kind, telling apart what can never be read. */
    public <T> RecordReader<T> reader(Binding<T> binding) {
        return new RecordReader<>(binding, registry);
    }

    /**
     * A Kafka serde. It throws {@link RegistryUnavailable} where the registry gives no answer, and
     * {@link io.echeance.serde.binding.CannotCarry} for what can never be read or written.
     */
    public <T> Serde<T> serde(Binding<T> binding) {
        RecordReader<T> reader = reader(binding);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(topic, binding, value),
                (topic, bytes) -> bytes == null ? null : reader.value(topic, bytes));
    }

    private <T> byte[] bytes(String topic, Binding<T> binding, T value) {
        byte[] record = binding.encode(value, new byte[RegisteredSchemas.FRAME]);
        byte[] frame = registry.frame(topic, binding.schema(), record);
        System.arraycopy(frame, 0, record, 0, frame.length);
        return record;
    }

    @Override
    public void close() {
        registry.close();
    }
}
