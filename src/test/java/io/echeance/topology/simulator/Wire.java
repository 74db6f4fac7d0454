package io.echeance.topology.simulator;

import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.node.Packing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Records of the topics, as bytes and back. */
final class Wire {

    private Wire() {}

    static byte[] bytes(RegistrySerdes serdes, Topic topic, Object value) {
        return Objects.requireNonNull(serdes.serde(binding(topic)).serializer().serialize(topic.id(), value));
    }

    /** What is committed on a topic. */
    static <T> List<T> read(RegistrySerdes serdes, SimulatedBroker broker, Topic topic, Class<T> type) {
        var values = serdes.serde(binding(topic)).deserializer();
        return broker.committed(topic).stream()
                .map(entry -> type.cast(values.deserialize(topic.id(), entry.value())))
                .toList();
    }

    /** What the intake has handed on to the register of payments. */
    static Stream<LoggedFact> handedToPayments(Cluster cluster) {
        String topic = "echeance-payments-by-id-repartition";
        var parcels = Packing.serde(Bindings.LOGGED_FACT).deserializer();
        return cluster.broker().logs(topic).stream()
                .flatMap(log -> log.committed().stream())
                .flatMap(entry -> parcels.deserialize(topic, entry.value()).items().stream())
                .map(item -> item.value());
    }

    @SuppressWarnings("unchecked") // Every value of a topic is of its binding's type.
    static Binding<Object> binding(Topic topic) {
        return (Binding<Object>) topic.binding().orElseThrow();
    }
}
