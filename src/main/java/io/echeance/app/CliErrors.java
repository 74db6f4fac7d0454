package io.echeance.app;

import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.settings.WrongSettings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.serde.binding.DoesNotFit;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a failed command says: one line on stderr, and the exit status. */
final class CliErrors {

    private CliErrors() {}

    /** The call cannot be understood. */
    static int unreadable(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        say(command.getErr(), sentence(wrong) + " See '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    /** The command threw. */
    static int thrown(Exception failure, CommandLine command, CommandLine.ParseResult call) {
        return switch (failure) {
            case WrongCall wrong -> {
                wrong.lines().forEach(line -> say(command.getErr(), line));
                yield ExitCode.USAGE;
            }
            case WrongSettings wrong -> {
                wrong.faults().forEach(fault -> say(command.getErr(), fault.toString()));
                yield ExitCode.USAGE;
            }
            case ClusterTrouble trouble -> {
                say(command.getErr(), String.valueOf(trouble.getMessage()));
                yield ExitCode.SOFTWARE;
            }
            case WorkFailed failed -> {
                failed.lines().forEach(line -> say(command.getErr(), line));
                yield ExitCode.SOFTWARE;
            }
            case DoesNotFit unfit -> {
                say(command.getErr(), String.valueOf(unfit.getMessage()));
                yield ExitCode.SOFTWARE;
            }
            default -> {
                say(command.getErr(), "this should not happen, please report it: " + failure);
                failure.printStackTrace(command.getErr());
                command.getErr().flush();
                yield ExitCode.SOFTWARE;
            }
        };
    }

    /** What failed while a class was made ready is reported as if it had been thrown plainly. */
    static int run(CommandLine.ParseResult call) {
        try {
            return new CommandLine.RunLast().execute(call);
        } catch (ExceptionInInitializerError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ExecutionException(call.commandSpec().commandLine(), String.valueOf(cause.getMessage()), cause);
        }
    }

    private static String sentence(ParameterException wrong) {
        List<String> unmatched = wrong.getCommandLine().getUnmatchedArguments();
        if (wrong instanceof UnmatchedArgumentException ununderstood) {
            return sentence(ununderstood);
        }
        // What is there and should not be is reported before what should be there and is not: it is often the same
        // option.
        if (wrong instanceof MissingParameterException && !unmatched.isEmpty()) {
            return sentence(new UnmatchedArgumentException(wrong.getCommandLine(), unmatched));
        }
        String message = String.valueOf(wrong.getMessage());
        String sentence = Character.toLowerCase(message.charAt(0)) + message.substring(1);
        return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
    }

    private static String sentence(UnmatchedArgumentException wrong) {
        String similar = wrong.getSuggestions().stream()
                .limit(3)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" or "));
        String argument = "'" + wrong.getUnmatched().getFirst() + "'";
        String what = wrong.isUnknownOption() ? "unknown option " + argument : argument + " is not understood here";
        return what + (similar.isEmpty() ? "." : "; did you mean " + similar + "?");
    }

    private static void say(PrintWriter err, String text) {
        err.println("echeance: " + text.lines().collect(Collectors.joining(" ")));
        err.flush();
    }
}
