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
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.terms.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
                + " lies in done/, or in refused/ beside a text that says why. A notification stays where it is until"
                + " its statement comes. Ctrl-C ends it.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class BankWatch implements Runnable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** What is nothing wrong with the file itself: it may be taken with another one. */
    private static final Set<String> WAITING = Set.of(StatementImport.TOO_EARLY, StatementFiles.BESIDE_UNREADABLE);

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
    /** Notifications whose statement has not come, by their files: they are handed over with each that comes. */
    private final Map<Path, byte[]> early = new TreeMap<>();

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
                // A notification was taken with its statement, which came before it by name.
                if (!signal.isAsked() && Files.exists(file)) {
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
            byte[] arrived = bytes(file);
            if (Arrays.equals(arrived, early.get(file))) {
                return;
            }
            early.keySet().removeIf(notification -> !Files.exists(notification));
            Map<Path, byte[]> together = new LinkedHashMap<>(early);
            together.put(file, arrived);
            Outcome outcome = taken(together, cluster, more, out);
            together.forEach((one, content) -> settle(one, content, outcome, watched, out));
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

    /** Where it lies from now on: what waits for its statement stays where it is. */
    private void settle(Path file, byte[] content, Outcome outcome, WatchedFolder watched, PrintWriter out) {
        List<Refused> refused =
                outcome.refused().stream().filter(one -> isIn(file, one.file())).toList();
        if (!refused.isEmpty() && refused.stream().allMatch(one -> WAITING.contains(one.reason()))) {
            early.put(file, content);
            notYet(file, refused.getFirst().sentence(), out);
            return;
        }
        early.remove(file);
        said.remove(file);
        if (refused.isEmpty()) {
            watched.done(file);
            return;
        }
        List<String> problem = new ArrayList<>();
        outcome.taken().stream().filter(one -> isIn(file, one.file())).forEach(one -> problem.add(one.line()));
        refused.forEach(one -> problem.add(one.line()));
        watched.refused(file, problem);
        problem.forEach(out::println);
    }

    /** Said once, however often it is tried. */
    private void notYet(Path file, @Nullable String why, PrintWriter out) {
        String sentence = file + ": not taken yet: " + why;
        if (!sentence.equals(said.put(file, sentence))) {
            out.println(sentence);
        }
    }

    /** Whether it is the file, or lies in it. */
    private static boolean isIn(Path file, String name) {
        return name.equals(file.toString()) || name.startsWith(file + "!");
    }

    private static Outcome taken(Map<Path, byte[]> together, Cluster cluster, Collection<Terms> more, PrintWriter out) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        together.forEach((file, content) -> named.put(file.toString(), content));
        StatementFiles read = StatementFiles.read(named);
        read.details().forEach(out::println);
        Outcome outcome = StatementImport.take(cluster, more, read, Recurring.REFUSE);
        outcome.lines().forEach(out::println);
        return outcome;
    }

    /** No more than is needed to see that it is too large. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(Archive.MOST_BYTES + 1);
        }
    }
}
