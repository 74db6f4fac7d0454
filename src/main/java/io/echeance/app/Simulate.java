package io.echeance.app;

import io.echeance.core.book.Simulation;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Output;
import io.echeance.json.OutputJson;
import io.echeance.json.ScenarioJson;
import io.echeance.json.ScenarioJson.Scenario;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate}: a scenario, played through the pure core. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Plays a scenario day by day through the pure core, without Kafka, and prints what is said.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Simulate implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The scenario: a JSON object with title, until and facts; - is the standard input.")
    private String file;

    @Option(names = "--json", description = "One JSON line per output record.")
    private boolean json;

    @Override
    public void run() {
        Scenario scenario = scenario(InputFile.text(file));
        Simulation simulation = scenario.simulation();
        List<Output> outputs =
                simulation.play(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            outputs.forEach(output -> out.println(OutputJson.write(output)));
        } else {
            print(out, scenario, outputs);
        }
    }

    private Scenario scenario(String text) {
        try {
            return ScenarioJson.parse(text);
        } catch (Unreadable unreadable) {
            throw new WrongCall(
                    file + " is no scenario: " + unreadable.sentence()
                            + ". Write {\"title\": \"...\", \"until\": \"2026-12-31\", \"facts\": [...]}.",
                    unreadable);
        }
    }

    private static void print(PrintWriter out, Scenario scenario, List<Output> outputs) {
        if (!scenario.title().isEmpty()) {
            out.println(scenario.title());
        }
        Table table = new Table("on", "order", "what", "");
        for (Output output : outputs) {
            String orderId = output.orderId();
            table.row(output.on(), orderId == null ? "" : orderId, Telling.what(output), Telling.details(output));
        }
        table.print(out);
    }
}
