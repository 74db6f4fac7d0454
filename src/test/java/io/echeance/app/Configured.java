package io.echeance.app;

import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.embedded.SharedCluster;
import io.echeance.topology.runtime.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation as its users have it: a file of settings, with which every command is called.
 *
 * @param folder has the file, the state, and what programs print
 * @param name of its group, and in front of its topics
 */
record Configured(Path folder, String name) {

    static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * On the broker and the registry that the tests share.
     *
     * @param more lines of the file
     */
    static Configured shared(Path folder, String name, String... more) throws IOException {
        return with(
                folder,
                name,
                SharedCluster.settings(name)
                        + "state.dir=%s%ntopics.partitions=%d%n".formatted(folder.resolve("state"), PARTITIONS)
                        + String.join("\n", more));
    }

    static Configured with(Path folder, String name, String settings) throws IOException {
        Configured configured = new Configured(folder, name);
        Files.writeString(Path.of(configured.file()), settings);
        return configured;
    }

    String file() {
        return folder.resolve("app.properties").toString();
    }

    Cluster reach() {
        return Cluster.reach(ConfigOption.read(file()));
    }

    RunningInstance run() {
        try (Cluster reached = reach()) {
            return RunningInstance.on(reached);
        }
    }

    /** In a process of its own. */
    Program start(String... arguments) throws IOException {
        return Program.start(folder, named(arguments));
    }

    /** {@code run} in a process of its own, which has its part of the work. */
    Program started() throws IOException {
        return start("run").untilItSays("Ready");
    }

    Call call(String... arguments) {
        return Call.of(named(arguments));
    }

    /** As {@link #call}, and it must have done what it was to do. */
    Call done(String... arguments) {
        Call call = call(arguments);
        if (call.status() != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + call.err() + call.out());
        }
        return call;
    }

    /** The records of a topic, each in a line. */
    List<String> all(String topic) {
        return done("read", topic, "--from-beginning", "--to-end").lines();
    }

    /** A file with these lines. */
    String lines(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), text).toString();
    }

    /** Until nothing is left to be worked on. */
    void awaitQuiet() {
        try (Cluster reached = reach()) {
            Backlog backlog = new Backlog(reached.admin(), name, reached.topics());
            await().atMost(PATIENCE).until(() -> backlog.records() == 0);
        }
    }

    private String[] named(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--config", file()))
                .toArray(String[]::new);
    }
}
