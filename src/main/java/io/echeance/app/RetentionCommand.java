package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.RetentionRun;
import io.echeance.app.person.ClosedYearDesk;
import io.echeance.app.person.ClosedYearDesk.Folders;
import io.echeance.core.invoice.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retention}: how long what is kept, and the monthly run that sees to it. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "How long each topic is kept.",
        subcommands = {RetentionCommand.Run.class, RetentionCommand.Year.class})
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class RetentionCommand extends CommandGroup {

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

        @Option(
                names = "--language",
                paramLabel = "LANGUAGE",
                converter = OptionConverters.Spoken.class,
                description = "Of the certificate, fr or en; without it, the terminal's.")
        private Language language = OptionConverters.terminal();

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            try (Cluster cluster = Cluster.reach(config.settings())) {
                new RetentionRun(cluster, language)
                        .until(Instant.now(), execute)
                        .forEach(spec.commandLine().getOut()::println);
            }
        }
    }

    @Command(
            name = "year",
            mixinStandardHelpOptions = true,
            description =
                    "Ends a year whose books need be kept no longer, and those before it: destroys the keys of what"
                            + " was typed and passed on about orders that have ended, deletes the files of documents,"
                            + " letters and mailings, and prints a certificate. Refused before ten years are over.")
    static final class Year implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "YEAR",
                converter = OptionConverters.Year.class,
                description = "The year, of the calendar.")
        private int year;

        @Option(
                names = "--files",
                paramLabel = "FOLDER",
                description = "A folder of documents, letters or mailings. May be repeated.")
        private List<Path> folders = new ArrayList<>();

        @Option(
                names = "--banks",
                paramLabel = "FOLDER",
                description = "A folder that 'bank watch' watches: what it has kept in done and refused since the"
                        + " year or one before it goes too. May be repeated.")
        private List<Path> banks = new ArrayList<>();

        @Option(
                names = "--by",
                required = true,
                paramLabel = "NAME",
                converter = OptionConverters.Name.class,
                description = "Who ends it; it stands on the certificate.")
        private String by;

        @Option(names = "--execute", description = "Delete; without it, only what would be deleted is said.")
        private boolean execute;

        @Option(
                names = "--language",
                paramLabel = "LANGUAGE",
                converter = OptionConverters.Spoken.class,
                description = "Of the certificate, fr or en; without it, the terminal's.")
        private Language language = OptionConverters.terminal();

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            try (Cluster cluster = Cluster.reach(config.settings())) {
                new ClosedYearDesk(cluster)
                        .end(year, Instant.now(), by, new Folders(folders, banks), execute, language)
                        .forEach(spec.commandLine().getOut()::println);
            }
        }
    }
}
