package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.filing.DocumentFolder;
import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.app.filing.LetterFiling;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.order.Sentence;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code letters}: the reminders and formal notices of the day, to be sent. */
@Command(
        name = "letters",
        mixinStandardHelpOptions = true,
        description =
                "Writes a letter (PDF) for each reminder and formal notice on dunning-alerts that has none yet, as"
                        + " FOLDER/seller/year/day-order-payer-step.pdf. One that cannot be written has *.problem.txt;"
                        + " while there is one, the exit status is 1.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Letters implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where they go; made if need be. Another one than that of 'documents'.")
    private Path to;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        try (DocumentFolder folder = DocumentFolder.open(to);
                Cluster cluster = Cluster.reach(config.settings())) {
            LetterFiling filing = new LetterFiling(folder);
            filing.catchUp(cluster);
            int problems = filing.count(Outcome.PROBLEM);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d letters written, %d were there, %d wait for an invoice's number, %d have a problem%n",
                            filing.count(Outcome.WRITTEN),
                            filing.count(Outcome.ALREADY_THERE),
                            filing.waiting(),
                            problems);
            DocumentFolder.ended(filing.count(Outcome.ENDED), new Sentence("lettres", "letters"))
                    .map(OptionConverters.terminal()::in)
                    .ifPresent(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            if (problems > 0) {
                throw new WorkFailed(
                        problems + " letters could not be written: the *.problem.txt of " + to + " say why.");
            }
        }
    }
}
