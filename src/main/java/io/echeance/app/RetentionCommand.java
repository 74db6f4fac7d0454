package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.RetentionRun;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code retention}: how long what is kept, and the monthly run that sees to it. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "How long each topic is kept.",
        subcommands = {RetentionCommand.Run.class})
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class RetentionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: retention run");
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Deletes from the input topics what is older than 90 days and has been read into the log, and"
                    + " prints a certificate with the term of every topic. To be run once a month.")
    static final class Run implements Runnable {

        @Spec
        private CommandSpec spec;

        @Option(names = "--execute", description = "Delete; without it, only what would be deleted is said.")
        private boolean execute;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            try (Cluster cluster = Cluster.reach(config.settings())) {
                new RetentionRun(cluster)
                        .until(Instant.now(), execute)
                        .forEach(spec.commandLine().getOut()::println);
            }
        }
    }
}
