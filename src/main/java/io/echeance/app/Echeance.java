package io.echeance.app;

import io.echeance.app.policy.PolicyCommand;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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

    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            Run.class,
            Publish.class,
            Read.class,
            ClockCommand.class,
            Simulate.class,
            Penalty.class,
            Bank.class,
            Terms.class,
            Ledger.class,
            Series.class,
            IssuedDocument.class,
            Documents.class,
            Letters.class,
            Mailings.class,
            EReporting.class,
            Person.class,
            PolicyCommand.class,
            RetentionCommand.class,
            TopologyCommand.class,
            ResetCommand.class,
            Config.class);

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
     * The commands, with what they say when they fail. Of a call that begins with a command only that one is made, and
     * of the others of a call that begins with an option only what the help says: else half of the time of a short call
     * would go into them.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine root = new CommandLine(new Echeance());
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean isCommand = COMMANDS.stream().anyMatch(command -> name(command).equals(first));
        for (Class<?> command : COMMANDS) {
            if (first.startsWith("-")) {
                root.addSubcommand(name(command), described(command));
            } else if (!isCommand || name(command).equals(first)) {
                root.addSubcommand(name(command), command);
            }
        }
        return root.setExecutionStrategy(CliErrors::run)
                .setParameterExceptionHandler(CliErrors::unreadable)
                .setExecutionExceptionHandler(CliErrors::thrown);
    }

    private static String name(Class<?> command) {
        return annotation(command).name();
    }

    private static CommandSpec described(Class<?> command) {
        CommandSpec described = CommandSpec.create();
        described.usageMessage().description(annotation(command).description());
        return described;
    }

    private static Command annotation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class));
    }

    /** JSON is UTF-8 whatever the machine's locale is. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }

    @Override
    public void run() {
        List<String> names = COMMANDS.stream().map(Echeance::name).toList();
        throw new ParameterException(spec.commandLine(), "name a command: " + String.join(", ", names));
    }
}
