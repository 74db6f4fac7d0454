package io.echeance.app.demo;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.cluster.Instance;
import io.echeance.app.cluster.QueryService;
import io.echeance.app.cluster.TopicCheck;
import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.embedded.CannotStart;
import io.echeance.embedded.LocalCluster;
import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Broker, registry, stream and sample, together.
 *
 * @param speed days a second; 0: as fast as it can
 * @param until the last day to play; null: the sample's last, and then it stays up
 * @param brokerPort 0: any free one
 * @param registryPort likewise
 * @param queryPort likewise
 */
public record Demo(
        Path directory, BigDecimal speed, @Nullable LocalDate until, int brokerPort, int registryPort, int queryPort) {

    /** Another program reaches what the demo runs with the settings in this file of its directory. */
    public static final String CLIENT_SETTINGS = "demo.properties";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final BigDecimal SECOND =
            BigDecimal.valueOf(Duration.ofSeconds(1).toNanos());

    /** Plays, until it is done or asked to stop. */
    public void run(StopSignal signal, PrintWriter out) {
        out.println("Starting broker and registry; their data are in " + directory + " ...");
        out.flush();
        try (LocalCluster local = LocalCluster.start(directory, brokerPort, registryPort)) {
            Runnable health = () -> {
                if (local.failure().isDone()) {
                    throw new WorkFailed(local.failure().join());
                }
            };
            if (!signal.isAsked()) {
                run(local, health, signal, out);
            }
        } catch (CannotStart e) {
            throw new WorkFailed(String.valueOf(e.getMessage()), e);
        }
        out.println("Stopped. The data stay: the next run goes on where this one was.");
        out.flush();
    }

    private void run(LocalCluster local, Runnable health, StopSignal signal, PrintWriter out) {
        Settings settings = settings(local);
        try (Cluster cluster = Cluster.reach(settings)) {
            int partitions = TopicCheck.of(cluster);
            try (QueryService answers = QueryService.listen(settings);
                    Instance instance = Instance.start(answers.settings(), partitions)) {
                answers.answerFrom(instance);
                Play play = new Play(cluster, instance, Sample.bundled(), signal, health);
                Runnable announce = () -> announce(local, answers.address().orElse("nobody"), out);
                play(play, cluster, announce, signal, out);
                if (!signal.isAsked()) {
                    stayUp(instance, health, signal, out);
                }
            }
        }
    }

    /** To the end, and it adds up; or no further, where somebody else closes the days. */
    private void play(Play play, Cluster cluster, Runnable announce, StopSignal signal, PrintWriter out) {
        LocalDate end = until == null ? Sample.END : until;
        try {
            Optional<LocalDate> last = play.until(end, pause(), out, announce);
            if (!signal.isAsked()) {
                finish(cluster, last.orElse(end), out);
            }
        } catch (ClusterTrouble trouble) {
            if (!trouble.isTakenOver() || until != null) {
                throw trouble;
            }
            out.printf("%nA clock was started that closes the days from now on: the demo plays no further.%n");
        }
    }

    private static void finish(Cluster cluster, LocalDate last, PrintWriter out) {
        out.printf("%nEvery day until %s is closed.%n", last);
        if (!Summary.of(cluster).print(out)) {
            throw new WorkFailed("the summary does not add up, please report it.");
        }
    }

    private void stayUp(Instance instance, Runnable health, StopSignal signal, PrintWriter out) {
        if (until != null) {
            return;
        }
        out.printf("%nBroker, registry and stream stay up for whoever wants to look; Ctrl-C ends them.%n");
        out.flush();
        while (!signal.within(LOOK_AGAIN)) {
            health.run();
            instance.requireHealth();
        }
    }

    private Duration pause() {
        return speed.signum() == 0
                ? Duration.ZERO
                : Duration.ofNanos(SECOND.divide(speed, RoundingMode.HALF_UP).longValue());
    }

    private Settings settings(LocalCluster local) {
        String client = """
            # How to reach the demo, while it runs: echeance read invoices --from-beginning --config <this file>
            bootstrap.servers=%s
            apicurio.registry.url=%s
            days.simulated=true
            privacy.master.key.file=%s
            """.formatted(
                        local.bootstrapServers(),
                        local.registryApi(),
                        masterKey().toString().replace("\\", "/"));
        try {
            Files.writeString(directory.resolve(CLIENT_SETTINGS), client);
        } catch (IOException e) {
            throw new WorkFailed(directory.resolve(CLIENT_SETTINGS) + " cannot be written: " + e.getMessage(), e);
        }
        return SettingsFile.read(CLIENT_SETTINGS, client, Map.of())
                .with(
                        Map.of(
                                Setting.STATE_DIR.key(),
                                local.directory().streams().toString(),
                                Setting.QUERY_PORT.key(),
                                Integer.toString(queryPort),
                                Setting.TOPICS_PARTITIONS.key(),
                                "2",
                                Setting.COMMIT_INTERVAL_MS.key(),
                                "10"),
                        "demo");
    }

    /** Made at the first start. */
    private Path masterKey() {
        Path file = directory.resolve("master.key").toAbsolutePath();
        try {
            MasterKey.inOrMade(file);
            return file;
        } catch (IOException e) {
            throw new WorkFailed(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void announce(LocalCluster local, String questions, PrintWriter out) {
        out.println("  console:   " + questions + "/console");
        out.println("  broker:    " + local.bootstrapServers());
        out.println("  registry:  " + local.confluentApi() + " (Apicurio's serde: " + local.registryApi() + ")");
        out.println("  ask:       curl '" + questions + "/orders/" + Sample.FIRST_ORDER + "?explain=true'");
        out.println("  look:      ./echeance read invoices --from-beginning --config "
                + directory.resolve(CLIENT_SETTINGS));
        out.println("  log:       " + local.directory().logs().resolve("echeance.log"));
        out.flush();
    }
}
