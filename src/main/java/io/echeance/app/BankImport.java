package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.StatementImport;
import io.echeance.app.cluster.StatementImport.Outcome;
import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.bank.StatementFiles;
import io.echeance.core.terms.Terms;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bank import}: what a bank delivered, as facts. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes statements of account (camt.053, CFONB 120, MT940): payments that came in, and what came"
                + " back. Each file is taken whole or not at all; the exit status is 1 if one is refused. What was"
                + " taken before changes nothing.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class BankImport implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--terms",
            paramLabel = "DIR",
            description = "Sellers whose packs neither ship with the program nor are published.")
    private @Nullable Path terms;

    @Option(
            names = "--again",
            description = "Counts what was taken before once more, where an account came back to the same balance and"
                    + " the bank says that it is other money.")
    private boolean again;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file, InputFile.bytes(file)));
        StatementFiles read = StatementFiles.read(contents);
        Collection<Terms> more =
                terms == null ? List.of() : PackFolder.read(terms).all();
        try (Cluster cluster = Cluster.reach(config.settings())) {
            read.details().forEach(out::println);
            Outcome outcome =
                    StatementImport.take(cluster, more, read, again ? Recurring.COUNT_AGAIN : Recurring.REFUSE);
            outcome.lines().forEach(out::println);
            out.flush();
            if (!outcome.refused().isEmpty()) {
                List<String> refused = new ArrayList<>();
                outcome.refused().forEach(file -> refused.add(file.line()));
                refused.add(outcome.isNothing() ? "nothing was taken." : "the other files were taken.");
                throw new WorkFailed(refused);
            }
        }
    }
}
