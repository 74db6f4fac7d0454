package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.cluster.StatementImport;
import io.echeance.app.cluster.StatementImport.Outcome;
import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.app.filing.WatchedFolder;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.bank.Archive;
import io.echeance.bank.StatementFiles;
import io.echeance.core.terms.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bank watch}: takes what a bank's program puts into a folder. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Takes in each statement that is put into a folder, as bank import does, file by file; then it"
                + " lies in done/, or in refused/ beside a text that says why. Ctrl-C ends it.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class BankWatch implements Runnable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The folder.")
    private Path folder = Path.of("");

    @Option(names = "--once", description = "Take what is there now, and end.")
    private boolean once;

    @Option(
            names = "--terms",
            paramLabel = "DIR",
            description = "Sellers whose packs neither ship with the program nor are published.")
    private @Nullable Path terms;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private final Map<Path, String> said = new HashMap<>();

    @Override
    public void run() {
        WatchedFolder watched = new WatchedFolder(folder);
        Collection<Terms> more =
                terms == null ? List.of() : PackFolder.read(terms).all();
        StopSignal.heed(signal -> {
            try (Cluster cluster = Cluster.reach(config.settings())) {
                watch(watched, cluster, more, signal);
            }
        });
    }

    private void watch(WatchedFolder watched, Cluster cluster, Collection<Terms> more, StopSignal signal) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Watching " + folder + ".");
        out.flush();
        watched.arrived();
        while (!signal.within(LOOK_AGAIN)) {
            for (Path file : watched.arrived()) {
                if (!signal.isAsked()) {
                    take(file, watched, cluster, more, out);
                }
            }
            if (once) {
                return;
            }
        }
    }

    /** While brokers or registry are away it stays where it is, and is tried again. */
    private void take(Path file, WatchedFolder watched, Cluster cluster, Collection<Terms> more, PrintWriter out) {
        try {
            List<String> problem = taken(file, bytes(file), cluster, more, out);
            said.remove(file);
            if (problem.isEmpty()) {
                watched.done(file);
            } else {
                watched.refused(file, problem);
                problem.forEach(out::println);
            }
        } catch (ClusterTrouble trouble) {
            if (once) {
                throw trouble;
            }
            notYet(file, trouble.getMessage(), out);
        } catch (IOException unreadable) {
            if (once) {
                throw new WorkFailed(file + " cannot be read (" + unreadable.getMessage() + ").", unreadable);
            }
            notYet(file, "it cannot be read (" + unreadable.getMessage() + ").", out);
        }
        out.flush();
    }

    /** Said once, however often it is tried. */
    private void notYet(Path file, @Nullable String why, PrintWriter out) {
        String sentence = file + ": not taken yet: " + why;
        if (!sentence.equals(said.put(file, sentence))) {
            out.println(sentence);
        }
    }

    /** @return why it was refused, and of an archive what was taken all the same; empty: all of it was taken */
    private static List<String> taken(
            Path file, byte[] content, Cluster cluster, Collection<Terms> more, PrintWriter out) {
        StatementFiles read = StatementFiles.read(Map.of(file.toString(), content));
        read.details().forEach(out::println);
        Outcome outcome = StatementImport.take(cluster, more, read, Recurring.REFUSE);
        outcome.lines().forEach(out::println);
        if (outcome.refused().isEmpty()) {
            return List.of();
        }
        List<String> problem = new ArrayList<>(outcome.lines());
        outcome.refused().forEach(refused -> problem.add(refused.line()));
        return problem;
    }

    /** No more than is needed to see that it is too large. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(Archive.MOST_BYTES + 1);
        }
    }
}
