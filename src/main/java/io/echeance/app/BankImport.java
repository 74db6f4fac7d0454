package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.StatementImport;
import io.echeance.app.cluster.StatementImport.NotTaken;
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
                + " back. All files are taken, or none if one is refused. What was taken before changes nothing.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class BankImport implements Runnable {

    private static final String NOTHING_TAKEN = "nothing was taken";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--terms",
            paramLabel = "DIR",
            description = "Sellers whose packs neither ship with the program nor are published.")
    private @Nullable Path terms;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file, InputFile.bytes(file)));
        StatementFiles read = StatementFiles.read(contents);
        if (!read.refused().isEmpty()) {
            List<String> refused = new ArrayList<>();
            read.refused().forEach(file -> refused.add(file.line()));
            refused.add(NOTHING_TAKEN + ": ask the bank for these files again.");
            throw new WorkFailed(refused);
        }
        read.details().forEach(out::println);
        Collection<Terms> more =
                terms == null ? List.of() : PackFolder.read(terms).all();
        try (Cluster cluster = Cluster.reach(config.settings())) {
            StatementImport.take(cluster, more, read.found(), read.batches())
                    .forEach(taken -> out.println(taken.line()));
            out.flush();
        } catch (NotTaken refused) {
            throw new WorkFailed(List.of(refused.refused().line(), NOTHING_TAKEN + "."));
        }
    }
}
