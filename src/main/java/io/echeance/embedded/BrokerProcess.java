package io.echeance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The broker in a JVM of its own, so that it can be killed; several of them form a cluster. */
public final class BrokerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final List<String> FLAGS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private final BrokerSettings settings;
    private ChildProcess process;

    private BrokerProcess(BrokerSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /** Does not wait: the nodes of a cluster need each other to become ready. */
    public static BrokerProcess launch(BrokerSettings wanted) {
        BrokerSettings settings = wanted.withPortsChosen();
        return new BrokerProcess(settings, spawn(settings));
    }

    /** Returns when clients can write and read. */
    public static BrokerProcess start(BrokerSettings wanted) {
        BrokerProcess broker = launch(wanted);
        try {
            broker.awaitReady();
            return broker;
        } catch (RuntimeException e) {
            broker.kill();
            throw e;
        }
    }

    /** After {@link #stop} or {@link #kill}: the same node on the same ports and directory. Does not wait. */
    public void relaunch() {
        process = spawn(settings);
    }

    private static ChildProcess spawn(BrokerSettings settings) {
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw StorageFailure.of(settings.directory(), e);
        }
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), BrokerMain.class.getName()));
        arguments.addAll(settings.toArguments());
        return ChildProcess.java(arguments, log(settings));
    }

    private static Path log(BrokerSettings settings) {
        return settings.directory().resolve("broker.out");
    }

    /** Waits until the cluster counts this node among its own. */
    public void awaitReady() {
        process.awaitReady(() -> Ports.answers(settings.port()), START_LIMIT, log -> Optional.empty());
        Map<String, Object> client = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            process.awaitReady(() -> isMember(admin), START_LIMIT, log -> Optional.empty());
        }
    }

    private boolean isMember(Admin admin) {
        try {
            return admin.describeCluster().nodes().get().stream().anyMatch(node -> node.id() == settings.nodeId());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the broker was interrupted.", e);
        }
    }

    public String bootstrapServers() {
        return settings.address();
    }

    public long pid() {
        return process.handle().pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        process.terminate();
        process.awaitEnd(STOP_LIMIT);
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        stop();
    }
}
