package io.echeance.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.OutputText;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Output;
import io.echeance.json.OutputJson;
import io.echeance.json.ScenarioComparison;
import io.echeance.json.ScenarioJson;
import io.echeance.json.ScenarioJson.Scenario;
import io.echeance.json.ScenarioText;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            description =
                    "The scenario: a table, or a JSON object with title, until and facts; - is the standard input.")
    private String file;

    @Option(names = "--json", description = "One JSON line per output record.")
    private boolean json;

    @Option(
            names = "--table",
            description = "The scenario as a table: left what happens, right what is said. It can be read again.")
    private boolean table;

    @Option(
            names = "--check",
            description = "Compare with what stands on the right of the table; status 1 if it is something else.")
    private boolean check;

    @Option(names = "--explain", description = "Then each order's statement, and why a debt is not dunned.")
    private boolean explain;

    @Option(
            names = "--customers",
            description =
                    "Then how each customer stands, whenever it is otherwise than before; with --table, on the right of"
                            + " it.")
    private boolean customers;

    @Option(
            names = "--books",
            description = "Then the books, month by month, and which are closed; with --json each entry. With --table,"
                    + " on the right of it, the months that are closed.")
    private boolean books;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "As on the morning of that day.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "Only with what had reached us by that day.")
    private @Nullable LocalDate knownOn;

    @Option(
            names = "--assume",
            paramLabel = "FILE",
            description = "What if the facts of that scenario came too? Played until the later of both ends.")
    private @Nullable String assume;

    @Option(
            names = "--terms",
            paramLabel = "ID|DIR",
            description = "A folder of packs, known beside those that come with the program. Or an id: what if the"
                    + " orders were under these terms?")
    private List<String> terms = new ArrayList<>();

    @Option(
            names = "--ids",
            paramLabel = "WHICH",
            description = "What ids.personal says: allowed, no-email (if nothing is said), no-name.")
    private String ids = PersonalIds.NO_EMAIL.word();

    @Override
    public void run() {
        PersonalIds taken = PersonalIds.of(ids)
                .orElseThrow(() -> new WrongCall("--ids: " + ids + " is neither allowed nor no-email nor no-name."));
        if (check && (json || table)) {
            throw new WrongCall("--check: it prints the first difference alone; leave out --json and --table.");
        }
        String text = InputFile.text(file);
        Scenario scenario = scenario(file, text, "f");
        TermPacks packs = packs();
        Simulation simulation = asked(scenario.simulation(), packs);
        Decider decider = new Decider(packs.catalogue(), StatutoryRatesFile.bundled());
        Book book = new Book(decider, taken);
        List<Output> outputs = simulation.play(book);
        PrintWriter out = spec.commandLine().getOut();
        List<ObjectNode> said = outputs.stream().map(OutputJson::write).toList();
        if (table) {
            out.print(ScenarioText.write(received(text).scenario(), said(said, book, customers, books)));
        } else if (json) {
            said.forEach(out::println);
        } else if (check) {
            check(out, received(text), said(said, book, true, true));
        } else {
            print(out, scenario, outputs);
        }
        sayWhyNothingIsSaid(simulation, outputs);
        if (customers && !table) {
            Standings.print(out, book.standings(), json);
        }
        if (books && !table) {
            new PlayedBooks(book).print(out, json);
        }
        if (explain) {
            new Explanation(book, decider, simulation.until().plusDays(1)).print(out, json);
        }
    }

    /** In the order of its days. */
    private static List<ObjectNode> said(List<ObjectNode> outputs, Book book, boolean customers, boolean books) {
        Stream<ObjectNode> standings = customers ? book.standings().stream().map(OutputJson::write) : Stream.empty();
        Stream<ObjectNode> closings = books ? new PlayedBooks(book).closings().map(OutputJson::write) : Stream.empty();
        return Stream.of(outputs.stream(), standings, closings)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(line -> line.path("on").asText()))
                .toList();
    }

    private TermPacks packs() {
        return terms.stream()
                .filter(PackFolder::isFolder)
                .map(folder -> PackFolder.read(Path.of(folder)))
                .reduce(TermPacks.bundled(), TermPacks::with);
    }

    /** The question asked of the scenario: as of, as known on, what if. */
    private Simulation asked(Simulation received, TermPacks packs) {
        Simulation asked = received;
        if (assume != null) {
            // Facts without an id of their own must not contradict those of the scenario.
            Simulation more =
                    scenario(assume, InputFile.text(assume), "assumed-f").simulation();
            LocalDate until = more.until().isAfter(asked.until()) ? more.until() : asked.until();
            asked = new Simulation(asked.assuming(more.arrivals()).arrivals(), until);
        }
        for (String id : terms) {
            if (!PackFolder.isFolder(id)) {
                if (packs.find(id).isEmpty()) {
                    throw new WrongCall("--terms: there are no terms " + id + "; ./echeance terms lint names all.");
                }
                asked = asked.underTerms(id);
            }
        }
        asked = knownOn == null ? asked : asked.asKnownOn(knownOn);
        return asOf == null ? asked : asked.asOf(asOf);
    }

    private static Scenario scenario(String file, String text, String ids) {
        try {
            return ScenarioJson.parse(text, ids);
        } catch (Unreadable unreadable) {
            throw new WrongCall(
                    file + " is not a scenario: " + unreadable.sentence()
                            + ". Write {\"title\": \"...\", \"until\": \"2026-12-31\", \"facts\": [...]}, or a table.",
                    unreadable);
        }
    }

    private ScenarioText.Received received(String text) {
        try {
            return ScenarioText.of(text);
        } catch (Unreadable unreadable) {
            throw new WrongCall(file + ": " + unreadable.sentence() + ".", unreadable);
        }
    }

    private void check(PrintWriter out, ScenarioText.Received received, List<ObjectNode> said) {
        if (received.said().isEmpty()) {
            throw new WrongCall("--check: nothing stands on the right of " + file + "; ./echeance simulate " + file
                    + " --table shows what is said.");
        }
        Optional<String> difference = ScenarioComparison.firstDifference(received.said(), said);
        if (difference.isPresent()) {
            throw new WorkFailed(file + ": " + difference.get());
        }
        out.println(file + ": all " + received.said().size() + " lines agree.");
    }

    /** On the standard error: what is printed for machines stays what it is. */
    private void sayWhyNothingIsSaid(Simulation simulation, List<Output> outputs) {
        if (!outputs.isEmpty()) {
            return;
        }
        LocalDate first = simulation.arrivals().stream()
                .map(Arrival::knownOn)
                .min(LocalDate::compareTo)
                .orElse(null);
        String why;
        if (first == null) {
            why = "no fact" + (knownOn == null ? " stands in it" : " had reached us by " + knownOn);
        } else if (first.isAfter(simulation.until())) {
            why = "it ends with " + simulation.until() + ", and the first fact reaches us on " + first + " only";
        } else {
            why = "nothing follows from its facts by " + simulation.until();
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(file + ": nothing is said: " + why + ".");
        err.flush();
    }

    private static void print(PrintWriter out, Scenario scenario, List<Output> outputs) {
        if (!scenario.title().isEmpty()) {
            out.println(scenario.title());
        }
        Table table = new Table("on", "order", "what", "");
        for (Output output : outputs) {
            String orderId = output.orderId();
            table.row(output.on(), orderId == null ? "" : orderId, OutputText.what(output), OutputText.details(output));
        }
        table.print(out);
    }
}
