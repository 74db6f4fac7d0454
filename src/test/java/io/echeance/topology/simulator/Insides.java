package io.echeance.topology.simulator;

import io.echeance.topology.store.DerivedRowsSupplier;
import io.echeance.topology.store.StoreAbove;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;
import org.apache.kafka.streams.processor.internals.SourceNode;
import org.apache.kafka.streams.processor.internals.StoreFactory;
import org.apache.kafka.streams.processor.internals.TopologyMetadata;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What Kafka Streams keeps to itself and a simulator of it has to know. Written for 4.3. */
public final class Insides {

    private static final Field BUILDER = field(Topology.class, "internalTopologyBuilder");
    private static final Field FACTORIES = field(InternalTopologyBuilder.class, "stateFactories");
    private static final Field KEYS = field(SourceNode.class, "keyDeserializer");
    private static final Field VALUES = field(SourceNode.class, "valDeserializer");

    private static final Field SENSORS = field(Metrics.class, "sensors");

    private static final Field NUMBER = field(TopologyMetadata.Subtopology.class, "nodeGroupId");

    private Insides() {}

    /** Of a part of the graph, as the description has it. */
    static int number(TopologyMetadata.Subtopology part) {
        return (int) get(NUMBER, part);
    }

    public static InternalTopologyBuilder builder(Topology topology) {
        return (InternalTopologyBuilder) get(BUILDER, topology);
    }

    /** Puts memory in the place of RocksDB, below everything else that a store is wrapped in. */
    @SuppressWarnings("unchecked")
    public static void keepInMemory(InternalTopologyBuilder builder) {
        for (StoreFactory factory : ((Map<String, StoreFactory>) get(FACTORIES, builder)).values()) {
            Field dsl = find(factory.getClass(), "dslStoreSuppliers");
            if (dsl != null) {
                set(dsl, factory, new BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers());
                continue;
            }
            Object store = get(field(factory.getClass(), "builder"), factory);
            if (store instanceof StoreAbove<?, ?> above) {
                store = above.rows();
            } else if (!factory.loggingEnabled() && find(store.getClass(), "storeSupplier") == null) {
                continue; // It keeps nothing.
            }
            Field supplier = find(store.getClass(), "storeSupplier");
            if (supplier == null || !KeyValueBytesStoreSupplier.class.isAssignableFrom(supplier.getType())) {
                throw new IllegalStateException("no store of keys and values: " + factory.storeName());
            }
            KeyValueBytesStoreSupplier memory = Stores.inMemoryKeyValueStore(factory.storeName());
            set(supplier, store, get(supplier, store) instanceof DerivedRowsSupplier rows ? rows.over(memory) : memory);
        }
    }

    /** Whatever the name, the sensor is this one. */
    static void giveAlways(Metrics metrics, Sensor sensor) {
        set(SENSORS, metrics, new ConcurrentHashMap<String, Sensor>() {
            @Override
            public Sensor get(Object name) {
                return sensor;
            }
        });
    }

    static @Nullable Object key(SourceNode<?, ?> source, String topic, Headers headers, byte @Nullable [] bytes) {
        return ((Deserializer<?>) get(KEYS, source)).deserialize(topic, headers, bytes);
    }

    static @Nullable Object value(SourceNode<?, ?> source, String topic, Headers headers, byte @Nullable [] bytes) {
        return ((Deserializer<?>) get(VALUES, source)).deserialize(topic, headers, bytes);
    }

    private static Field field(Class<?> type, String name) {
        Field field = find(type, name);
        if (field == null) {
            throw new IllegalStateException(type + " has no field " + name + ": another version of Kafka Streams?");
        }
        return field;
    }

    private static @Nullable Field find(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            try {
                Field field = at.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                // Perhaps in the class that it extends.
            }
        }
        return null;
    }

    private static Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Object of, Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
