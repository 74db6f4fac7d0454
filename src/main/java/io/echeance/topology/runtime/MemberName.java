package io.echeance.topology.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * What an instance is called in its group ({@code group.instance.id}). It lies beside its state and has the same life:
 * an instance that was killed and is started again with its state is known as the one that was, and gets its tasks at
 * once. Without a name the group would wait for the session of the one that was killed to end.
 *
 * <p>Behind the name stands what the graph is: a build with another one is another member, since the group gives a
 * member that comes back what it had, without asking what it is made of now.
 *
 * <p>Kafka Streams names the transactions of an instance likewise, after a file in the same folder: whoever copies the
 * folder has two instances that put each other out, with or without a name.
 */
final class MemberName {

    private static final String FILE = "member";
    private static final String NAME = "group.instance.id";
    private static final Set<String> NAMES =
            Set.of(NAME, StreamsConfig.consumerPrefix(NAME), StreamsConfig.mainConsumerPrefix(NAME));

    private MemberName() {}

    /**
     * Leaves alone who has a name, and a group that is kept by a protocol that knows none.
     *
     * @throws StreamsException if the folder of the state cannot be written
     */
    static void give(Properties properties, TopologyDescription graph) {
        boolean nameless = "streams".equalsIgnoreCase(properties.getProperty(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        if (!nameless && NAMES.stream().noneMatch(properties::containsKey)) {
            Path folder = Path.of(properties.getProperty(StreamsConfig.STATE_DIR_CONFIG))
                    .resolve(properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
            properties.put(StreamsConfig.consumerPrefix(NAME), in(folder) + "-" + mark(graph));
        }
    }

    /** The same for the same graph, in whatever order it tells of its nodes and topics. */
    private static String mark(TopologyDescription graph) {
        String[] words = graph.toString().split("[\\s,()\\[\\]{}]+");
        Arrays.sort(words);
        byte[] bytes = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8);
    }

    private static String in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                String written = Files.readString(file);
                if (isWhole(written)) {
                    return written;
                }
            }
            Files.createDirectories(folder);
            String name = UUID.randomUUID().toString();
            Files.writeString(file, name);
            return name;
        } catch (IOException e) {
            throw new StreamsException("The folder of the state, " + folder + ", cannot be used", e);
        }
    }

    /** Whoever writes it may be killed. */
    private static boolean isWhole(String written) {
        try {
            return UUID.fromString(written).toString().equals(written);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
