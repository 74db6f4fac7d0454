package io.echeance.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code echeance}: the root of all commands. */
@Command(
        name = "echeance",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Invoices, due dates, late interest and dunning for training orders.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Simulate.class, Penalty.class, Config.class, Terms.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the work failed", "2:the call was wrong"})
public final class Echeance implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in.
    private CommandSpec spec;

    private Echeance() {}

    public static void main(String... arguments) {
        CommandLine command = commandLine().setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
        int status = command.execute(arguments);
        command.getOut().flush();
        System.exit(status);
    }

    /** All the commands, with what they say when they fail. */
    static CommandLine commandLine() {
        return new CommandLine(new Echeance())
                .setParameterExceptionHandler(Complaint::unreadable)
                .setExecutionExceptionHandler(Complaint::thrown)
                .setCaseInsensitiveEnumValuesAllowed(false);
    }

    /** JSON is UTF-8 whatever the machine's locale is. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
