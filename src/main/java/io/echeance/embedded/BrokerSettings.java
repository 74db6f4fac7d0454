package io.echeance.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * One broker, which is a controller too.
 *
 * @param nodeId from 1
 * @param directory its log directory, kept across restarts
 * @param port on the loopback interface; 0 = any free one
 * @param controllerPort likewise
 * @param clusterId the name under which a new directory is formatted; a formatted one keeps its own
 * @param voters the controllers, {@code id@host:port,...}; empty = this node alone
 * @param overrides Kafka's own properties, which win over ours
 */
public record BrokerSettings(
        int nodeId,
        Path directory,
        int port,
        int controllerPort,
        String clusterId,
        String voters,
        Map<String, String> overrides) {

    public BrokerSettings {
        overrides = Map.copyOf(overrides);
    }

    /** A cluster of one. */
    public static BrokerSettings alone(Path directory, int port) {
        return new BrokerSettings(
                1, directory, port, Ports.ANY, Uuid.randomUuid().toString(), "", Map.of());
    }

    /** A cluster of {@code size} on free ports, each node in a directory of its own under {@code root}. */
    public static List<BrokerSettings> cluster(int size, Path root) {
        String clusterId = Uuid.randomUuid().toString();
        List<BrokerSettings> nodes = IntStream.rangeClosed(1, size)
                .mapToObj(id -> new BrokerSettings(
                                id, root.resolve("broker-" + id), Ports.ANY, Ports.ANY, clusterId, "", Map.of())
                        .withPortsChosen())
                .toList();
        String voters = nodes.stream().map(BrokerSettings::voter).collect(Collectors.joining(","));
        return nodes.stream().map(node -> node.withVoters(voters)).toList();
    }

    public BrokerSettings with(String property, String value) {
        Map<String, String> more = new HashMap<>(overrides);
        more.put(property, value);
        return new BrokerSettings(nodeId, directory, port, controllerPort, clusterId, voters, more);
    }

    /** Whether the cluster has no other node, by which topics could come and go while this one is down. */
    boolean isAlone() {
        return voters.isEmpty();
    }

    public String address() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Takes free ports where any will do, and makes sure that the given ones are free. */
    BrokerSettings withPortsChosen() {
        int client = Ports.claim(port, "broker");
        int controller = Ports.claim(controllerPort, "broker's controller");
        return new BrokerSettings(nodeId, directory, client, controller, clusterId, voters, overrides);
    }

    private BrokerSettings withVoters(String all) {
        return new BrokerSettings(nodeId, directory, port, controllerPort, clusterId, all, overrides);
    }

    private String voter() {
        return nodeId + "@" + Ports.LOOPBACK + ":" + controllerPort;
    }

    /** Kafka's own configuration. */
    Properties properties() {
        String quorum = voters.isEmpty() ? voter() : voters;
        int copies = Math.min(3, quorum.split(",", -1).length);
        Properties kafka = new Properties();
        kafka.put("process.roles", "broker,controller");
        kafka.put("node.id", Integer.toString(nodeId));
        kafka.put("controller.quorum.voters", quorum);
        kafka.put(
                "listeners", "PLAINTEXT://%s,CONTROLLER://%s:%d".formatted(address(), Ports.LOOPBACK, controllerPort));
        kafka.put("advertised.listeners", "PLAINTEXT://" + address());
        kafka.put("controller.listener.names", "CONTROLLER");
        kafka.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        kafka.put("log.dirs", directory.toString());
        kafka.put("auto.create.topics.enable", "false");
        replicate(kafka, copies);
        keepSmall(kafka);
        kafka.putAll(overrides);
        return kafka;
    }

    private static void replicate(Properties kafka, int copies) {
        String replicas = Integer.toString(copies);
        String inSync = Integer.toString(Math.max(1, copies - 1));
        kafka.put("default.replication.factor", replicas);
        kafka.put("min.insync.replicas", inSync);
        kafka.put("offsets.topic.replication.factor", replicas);
        kafka.put("transaction.state.log.replication.factor", replicas);
        kafka.put("transaction.state.log.min.isr", inSync);
        kafka.put("share.coordinator.state.topic.replication.factor", replicas);
        kafka.put("share.coordinator.state.topic.min.isr", inSync);
    }

    /** A broker for one machine and one application: few threads, little memory, no waiting for latecomers. */
    private static void keepSmall(Properties kafka) {
        kafka.put("offsets.topic.num.partitions", "4");
        kafka.put("transaction.state.log.num.partitions", "4");
        kafka.put("share.coordinator.state.topic.num.partitions", "1");
        kafka.put("group.initial.rebalance.delay.ms", "0");
        kafka.put("log.cleaner.dedupe.buffer.size", "4194304");
        kafka.put("log.cleaner.threads", "1");
        kafka.put("group.coordinator.threads", "1");
        kafka.put("num.network.threads", "1");
        kafka.put("num.io.threads", "2");
    }

    /** For the command line of a child; {@link #fromArguments} reads it back. */
    List<String> toArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                Integer.toString(nodeId),
                directory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                clusterId,
                voters));
        overrides.forEach((property, value) -> arguments.add(property + "=" + value));
        return arguments;
    }

    static BrokerSettings fromArguments(String... arguments) {
        Map<String, String> overrides = new HashMap<>();
        for (String override : List.of(arguments).subList(6, arguments.length)) {
            int sign = override.indexOf('=');
            overrides.put(override.substring(0, sign), override.substring(sign + 1));
        }
        return new BrokerSettings(
                Integer.parseInt(arguments[0]),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                arguments[4],
                arguments[5],
                overrides);
    }
}
