package io.echeance.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the work failed", "2:the call was wrong"})
public final class Echeance implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in.
    private CommandSpec spec;

    private static final List<String> COMMANDS = List.of(
            "demo",
            "run",
            "publish",
            "read",
            "clock",
            "simulate",
            "interest",
            "bank",
            "terms",
            "ledger",
            "series",
            "document",
            "documents",
            "letters",
            "ereporting",
            "topology",
            "reset",
            "config");

    private Echeance() {}

    public static void main(String... arguments) {
        Quiet.begin(arguments);
        CommandLine command =
                commandLine(arguments).setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
        int status = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        System.exit(status);
    }

    /**
     * The commands, with what they say when they fail. Only the one that is called is made, if the call begins with
     * one: half of the time of a short call would go into the others.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine root = new CommandLine(new Echeance());
        List<String> needed =
                arguments.length > 0 && COMMANDS.contains(arguments[0]) ? List.of(arguments[0]) : COMMANDS;
        needed.forEach(name -> root.addSubcommand(command(name)));
        return root.setExecutionStrategy(CliErrors::run)
                .setParameterExceptionHandler(CliErrors::unreadable)
                .setExecutionExceptionHandler(CliErrors::thrown);
    }

    private static Object command(String name) {
        return switch (name) {
            case "demo" -> new DemoCommand();
            case "run" -> new Run();
            case "publish" -> new Publish();
            case "read" -> new Read();
            case "clock" -> new ClockCommand();
            case "simulate" -> new Simulate();
            case "interest" -> new Penalty();
            case "bank" -> new Bank();
            case "terms" -> new Terms();
            case "ledger" -> new Ledger();
            case "series" -> new Series();
            case "document" -> new IssuedDocument();
            case "documents" -> new Documents();
            case "letters" -> new Letters();
            case "ereporting" -> new EReporting();
            case "topology" -> new TopologyCommand();
            case "reset" -> new ResetCommand();
            case "config" -> new Config();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** JSON is UTF-8 whatever the machine's locale is. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: " + String.join(", ", COMMANDS));
    }
}
