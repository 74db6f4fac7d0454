package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.Submission;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.reference.UnreadableReferenceData;
import io.echeance.topology.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code publish}: facts, terms, rates or parties, onto a topic. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Publishes JSON lines as Avro records on a topic, in one transaction: all of them, or none if a line is"
                        + " wrong. Terms may also be a pack (.yaml), rates a table (.csv).")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Publish implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TOPIC", description = "orders, payments, terms, parties, ...")
    private String topicId;

    @Parameters(index = "1", paramLabel = "FILE", description = "The lines; - is the standard input.")
    private String file;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Topic topic = topic();
        List<Entry> entries = entries(topic);
        try (Cluster cluster = Cluster.reach(config.settings());
                Publisher publisher = Publisher.of(cluster)) {
            publisher.publish(entries);
        }
        spec.commandLine()
                .getErr()
                .printf("%d %s published to %s%n", entries.size(), entries.size() == 1 ? "record" : "records", topicId);
    }

    private Topic topic() {
        String open = Arrays.stream(Topic.values())
                .filter(Submission.OPEN::contains)
                .map(Topic::id)
                .collect(Collectors.joining(", "));
        Topic topic = Topic.named(topicId)
                .or(() -> config.settings().topics().named(topicId))
                .orElseThrow(() -> new WrongCall("there is no topic '" + topicId + "': name one of " + open + "."));
        if (topic == Topic.BUSINESS_DAYS) {
            throw new WrongCall("days are closed with 'clock', so that every partition learns of them at once.");
        }
        if (!Submission.OPEN.contains(topic)) {
            throw new WrongCall(topicId + " is written by the stream alone: publish to one of " + open + ".");
        }
        return topic;
    }

    private List<Entry> entries(Topic topic) {
        if (topic == Topic.TERMS && (file.endsWith(".yaml") || file.endsWith(".yml"))) {
            return reference(() -> {
                io.echeance.core.terms.Terms terms =
                        TermPacks.file(Path.of(file)).terms();
                return List.of(new Entry(topic, terms.id(), terms));
            });
        }
        if (topic == Topic.STATUTORY_RATES && file.endsWith(".csv")) {
            return reference(() -> rates(StatutoryRatesFile.file(Path.of(file))));
        }
        Submission submission = Submission.of(topic, InputFile.text(file));
        if (!submission.faults().isEmpty()) {
            List<String> lines = new ArrayList<>(submission.faults());
            lines.add("nothing was published: mend these lines and publish again.");
            throw new WorkFailed(lines);
        }
        return submission.entries();
    }

    private List<Entry> reference(java.util.function.Supplier<List<Entry>> read) {
        InputFile.text(file);
        try {
            return read.get();
        } catch (UnreadableReferenceData wrong) {
            throw new WorkFailed(wrong.problems().stream().map(Object::toString).toList());
        }
    }

    static List<Entry> rates(StatutoryRates rates) {
        return rates.all().stream()
                .map(row -> new Entry(Topic.STATUTORY_RATES, row.semester().toString(), row))
                .toList();
    }
}
