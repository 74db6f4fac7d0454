package io.echeance.topology.runtime;

import io.echeance.topology.Graph;
import io.echeance.topology.Topic;
import io.echeance.topology.store.AtCommit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * A part of the stream: what it reads, keeps and writes, as the graph itself has it.
 *
 * @param reads topics, the stream's own without the prefix that the application's id is
 * @param stores each with a changelog
 * @param writes topics, likewise
 */
public record Part(Set<String> reads, Set<String> stores, Set<String> writes) {

    /** All of them. */
    public static List<Part> all() {
        return Graph.description().subtopologies().stream().map(Part::of).toList();
    }

    /** The one that reads a topic of ours. */
    public static Part reading(Topic topic) {
        return all().stream()
                .filter(part -> part.reads.contains(topic.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the stream passes on to itself at the end of this part. */
    public Set<String> handsOn() {
        Set<String> handed = new TreeSet<>(writes);
        handed.removeIf(topic -> Topic.named(topic).isPresent());
        return handed;
    }

    private static Part of(Subtopology subtopology) {
        Part part = new Part(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (Node node : subtopology.nodes()) {
            switch (node) {
                case Source source -> part.reads.addAll(topics(source));
                case Processor processor ->
                    processor.stores().stream()
                            .filter(store -> !AtCommit.isOne(store))
                            .forEach(part.stores::add);
                case Sink sink when sink.topic() != null -> part.writes.add(sink.topic());
                default -> {
                    // A sink that chooses among our inputs.
                }
            }
        }
        return part;
    }

    private static Set<String> topics(Source source) {
        Set<String> topics = source.topicSet();
        return topics == null ? Set.of() : topics;
    }
}
