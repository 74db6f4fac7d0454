package io.echeance.app;

import io.echeance.topology.Graph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code topology}: how the stream is put together. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        description = "Prints the topology: its parts, with their topics and stores.")
@SuppressWarnings("NullAway.Init") // picocli fills it in.
final class TopologyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(Graph.description());
    }
}
