package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.filing.DocumentFolder;
import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.app.filing.Filing;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.order.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code documents}: the service that files what is issued. */
@Command(
        name = "documents",
        mixinStandardHelpOptions = true,
        description = "Files every invoice and credit note, in all its forms, as FOLDER/seller/year/number.*: what is"
                + " there is never overwritten. A document that cannot go out has number.problem.txt; while there is"
                + " one, the exit status is 1.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Documents implements Runnable {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where they go; made if need be.")
    private Path to;

    @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--from-beginning",
            description = "Look at all of them again, not only at those after the last that was filed.")
    private boolean fromBeginning;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Settings settings = config.settings();
        try (DocumentFolder folder = DocumentFolder.open(to)) {
            Filing filing = new Filing(folder, spec.commandLine().getErr());
            StopSignal.heed(signal -> {
                if (follow) {
                    follow(settings, filing, signal);
                } else {
                    try (Cluster cluster = Cluster.reach(settings)) {
                        filing.catchUp(cluster, fromBeginning, signal);
                    }
                }
                report(filing, folder);
            });
        }
    }

    private void follow(Settings settings, Filing filing, StopSignal signal) {
        while (!signal.isAsked()) {
            try (Cluster cluster = Cluster.reach(settings)) {
                filing.follow(cluster, fromBeginning, signal);
            } catch (ClusterTrouble trouble) {
                LoggerFactory.getLogger(Documents.class).warn("Filing tries again: {}", trouble.getMessage());
                signal.within(TRY_AGAIN);
            } catch (KafkaException unforeseen) {
                LoggerFactory.getLogger(Documents.class).error("Filing tries again.", unforeseen);
                signal.within(TRY_AGAIN);
            }
        }
    }

    private void report(Filing filing, DocumentFolder folder) {
        List<Path> problems = folder.problems();
        spec.commandLine()
                .getOut()
                .printf(
                        "%d documents written, %d were there, %d have a problem%n",
                        filing.count(Outcome.WRITTEN), filing.count(Outcome.ALREADY_THERE), problems.size());
        DocumentFolder.ended(filing.count(Outcome.ENDED), new Sentence("documents", "documents"))
                .map(OptionConverters.terminal()::in)
                .ifPresent(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        if (!problems.isEmpty()) {
            throw new WorkFailed(
                    problems.size() == 1
                            ? problems.getFirst() + " says why a document could not be filed."
                            : problems.size() + " documents could not be filed: " + problems.getFirst()
                                    + " and the like say why.");
        }
    }
}
