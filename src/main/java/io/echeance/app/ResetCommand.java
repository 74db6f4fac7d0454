package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Reset;
import io.echeance.app.cluster.Reset.Mode;
import io.echeance.app.terminal.Table;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code reset}: has the stream begin anew, in part. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Has the stream begin anew, in part: says what it would touch, and with --execute does it."
                    + " All instances are stopped before. What the modes are for:",
            "  state       this machine's copy of the stores; it is restored from the changelogs",
            "  accounts    the accounts, lists and ageing, drawn again from the log facts; numbers stay",
            "  proof       the running proof of the books, from ledger-entries",
            "  everything  all that was received and issued, for a trial to begin anew; needs --and-numbers"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class ResetCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODE",
            converter = ModeWritten.class,
            description = "state, accounts, proof or everything.")
    private Mode mode;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The instances' file of settings.")
    private String file;

    @Option(names = "--execute", description = "Do it; without it, nothing is touched.")
    private boolean execute;

    @Option(names = "--from-now", description = "proof: begin with the next entry, not with the first.")
    private boolean fromNow;

    @Option(
            names = "--and-numbers",
            description = "everything: forget which invoice numbers were given, too. They will be given again.")
    private boolean andNumbers;

    @Override
    public void run() {
        if (fromNow && mode != Mode.PROOF) {
            throw new ParameterException(spec.commandLine(), "--from-now goes with proof");
        }
        if (andNumbers != (mode == Mode.EVERYTHING)) {
            throw new ParameterException(
                    spec.commandLine(),
                    andNumbers
                            ? "--and-numbers goes with everything: no other mode touches the numbers"
                            : "everything forgets which invoice numbers were given: say --and-numbers as well");
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Cluster cluster = Cluster.reach(ConfigOption.read(file))) {
            Reset reset = Reset.of(mode, fromNow, cluster);
            print(reset, cluster);
            if (execute) {
                reset.execute(cluster);
                err.println("Done. Start the instances; on each other machine, 'reset state' first.");
            } else {
                boolean runs = !reset.members(cluster).isEmpty();
                err.println("Nothing was touched. With --execute it is done"
                        + (runs ? ", once the instances that run are stopped." : "."));
            }
        }
    }

    private void print(Reset reset, Cluster cluster) {
        PrintWriter out = spec.commandLine().getOut();
        var there = cluster.answer(cluster.admin().listTopics().names());
        Table table = new Table("what", "which", "what happens");
        reset.rewound().forEach(topic -> table.row("position", topic, "to the beginning"));
        reset.skipped().forEach(topic -> table.row("position", topic, "to the end"));
        reset.emptied().forEach(topic -> table.row("topic", topic, "all records deleted"));
        reset.deleted().stream()
                .filter(there::contains)
                .forEach(topic -> table.row("topic", topic, "deleted; made anew at the next start"));
        table.row("folder", reset.folder(), "deleted; restored at the next start");
        reset.keptOfRecord().forEach(topic -> table.row("topic", topic, "kept: says which numbers were given"));
        table.print(out);
        out.flush();
    }

    /** In small letters. */
    static final class ModeWritten implements ITypeConverter<Mode> {
        @Override
        public @Nullable Mode convert(String text) {
            for (Mode mode : Mode.values()) {
                if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return mode;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a mode: name one of state, accounts, proof, everything");
        }
    }
}
