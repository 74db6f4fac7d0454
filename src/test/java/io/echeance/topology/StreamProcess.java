package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.embedded.SharedCluster;
import io.echeance.house.Distribution;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The stream in a process of its own, that can be killed. It ends with the process that started it. */
final class StreamProcess {

    private static final List<String> FLAGS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    /** And sends when it commits: nothing is to be aborted. */
    private static final Duration OFTEN = Duration.ofMillis(100);

    private static final String UNTIL_COMMIT = Long.toString(OFTEN.toMillis());

    /** And sends at once: so there is much to abort when it is killed. */
    private static final Duration RARELY = Duration.ofSeconds(2);

    private static final String AT_ONCE = "0";

    private StreamProcess() {}

    /**
     * Starts one on an installation.
     *
     * @param log takes what it prints
     */
    static Process start(Installation installation, Path state, Path log) {
        return start(installation, state, log, List.of());
    }

    /**
     * Starts one that dies in the middle of its work: once so many records of a topic are open, see {@link
     * EndsInTheMiddle}.
     */
    static Process dying(Installation installation, Path state, Path log, Topic topic, int records) {
        return start(installation, state, log, List.of(installation.name(topic), Integer.toString(records)));
    }

    /** Until one that {@linkplain #dying dies} has died of what it wrote, and of nothing else. */
    static void awaitDeath(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(EndsInTheMiddle.STATUS);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Installation installation, Path state, Path log, List<String> end) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(Distribution.asRehearsed());
        command.addAll(List.of("-cp", Distribution.testClassPath(), StreamProcess.class.getName()));
        command.addAll(List.of(
                SharedCluster.get().bootstrapServers(),
                SharedCluster.get().registryApi().toString(),
                state.toString(),
                installation.application()));
        command.addAll(end);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Kills one in the middle of what it writes. It is held still each time before anybody looks: of one that runs on,
     * what was seen may be committed when the kill arrives, and nothing more be written. And it is looked at more than
     * once, for what it had sent before it was held, a commit even, the broker still works off.
     *
     * @param inTheMiddle of what it has written, not all is committed
     */
    static void killInTheMiddle(Process process, BooleanSupplier inTheMiddle) throws InterruptedException {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(process.isAlive()).isTrue();
                    signal(process, "STOP");
                    boolean stays = true;
                    for (int look = 0; stays && look < 5; look++) {
                        stays = inTheMiddle.getAsBoolean();
                    }
                    if (!stays) {
                        signal(process, "CONT");
                    }
                    return stays;
                });
        process.destroyForcibly().waitFor();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    /** Has the same stream, in this process, work off what waits for it. */
    static void workOff(Installation installation, Path state, Duration atMost) {
        try (EcheanceStreams streams = new EcheanceStreams(settings(installation, state))) {
            streams.start();
            await().atMost(atMost).until(streams::isReady);
            installation.awaitIdle(atMost);
        }
    }

    /** For the same stream in this process, where nobody kills it: it commits often. */
    static StreamSettings settings(Installation installation, Path state) {
        return settings(
                SharedCluster.get().bootstrapServers(),
                SharedCluster.get().registryApi().toString(),
                state,
                installation.application(),
                Map.of("commit.interval.ms", OFTEN.toMillis(), "producer.linger.ms", UNTIL_COMMIT));
    }

    private static StreamSettings settings(
            String bootstrapServers, String registry, Path state, String application, Map<String, Object> writing) {
        Map<String, Object> clients = new HashMap<>(writing);
        clients.put("bootstrap.servers", bootstrapServers);
        // Longer than a test waits: whoever was killed gets its tasks by its name, or not at all.
        clients.put("consumer.session.timeout.ms", "600000");
        return new StreamSettings(
                application,
                state,
                1,
                20,
                Installation.PARTITIONS,
                PersonalIds.NO_EMAIL,
                new ClosableDays(true),
                StreamSettings.DEFAULT_PATIENCE,
                StreamSettings.DEFAULT_STATE_MEMORY_BYTES,
                clients,
                Map.of("apicurio.registry.url", registry),
                Installation.names(application),
                null);
    }

    public static void main(String... arguments) throws IOException {
        Map<String, Object> writing = new HashMap<>();
        writing.put("commit.interval.ms", RARELY.toMillis());
        writing.put("producer.linger.ms", AT_ONCE);
        if (arguments.length > 4) {
            writing.putAll(EndsInTheMiddle.settings(arguments[4], Integer.parseInt(arguments[5])));
        }
        EcheanceStreams streams =
                new EcheanceStreams(settings(arguments[0], arguments[1], Path.of(arguments[2]), arguments[3], writing));
        var unused = streams.failure().thenRun(() -> Runtime.getRuntime().halt(1));
        streams.start();
        while (System.in.read() >= 0) {
            // Whoever started us says nothing; the end of its output is its end.
        }
        Runtime.getRuntime().halt(2);
    }
}
