package io.echeance.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has others below it: called by itself it says which. */
@SuppressWarnings("NullAway.Init") // picocli fills it in.
abstract class CommandGroup implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        List<String> calls = new ArrayList<>();
        spec.subcommands().keySet().forEach(command -> calls.add(spec.name() + " " + command));
        String last = calls.removeLast();
        throw new ParameterException(
                spec.commandLine(), "say what: " + (calls.isEmpty() ? last : String.join(", ", calls) + " or " + last));
    }
}
