package io.echeance.app;

import io.echeance.app.cluster.BrokersAwaited;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Instance;
import io.echeance.app.cluster.OneMasterKey;
import io.echeance.app.cluster.QueryService;
import io.echeance.app.cluster.TopicCheck;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.StopSignal;
import io.echeance.topology.runtime.EcheanceStreams;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: one instance of the processor. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs one instance of the processor against a cluster, until SIGTERM or Ctrl-C. Others with the same"
                        + " application.id share the work.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Run implements Runnable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The file of settings.")
    private String file;

    @Override
    public void run() {
        Settings settings = ConfigOption.read(file);
        StopSignal.heed(signal -> BrokersAwaited.ask(() -> partitions(settings), signal)
                .ifPresent(partitions -> work(settings, partitions, signal)));
    }

    private static int partitions(Settings settings) {
        try (Cluster cluster = Cluster.reach(settings)) {
            int partitions = TopicCheck.of(cluster);
            OneMasterKey.check(cluster);
            return partitions;
        }
    }

    private static void work(Settings settings, int partitions, StopSignal signal) {
        Logger log = LoggerFactory.getLogger(Run.class);
        boolean ready = false;
        try (QueryService answers = QueryService.listen(settings);
                Instance instance = Instance.start(answers.settings(), partitions)) {
            EcheanceStreams stream = instance.stream();
            answers.answerFrom(instance);
            answers.address().ifPresent(address -> log.info("Questions are answered at {}.", address));
            while (!signal.within(LOOK_AGAIN)) {
                instance.requireHealth();
                if (!ready && stream.isReady()) {
                    ready = true;
                    log.info("Ready: this instance has its part of the work.");
                }
            }
            log.info("Stopping: what is open is finished, then the group is left.");
        }
        log.info("Stopped.");
    }
}
