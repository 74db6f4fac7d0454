package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WrongCall;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: a topic's records. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Prints the committed records of a topic as JSON lines, and goes on with those that come, until Ctrl-C"
                        + " or --max.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Read implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "invoices, dunning-alerts, statements, facts, ...")
    private String topicId;

    @Option(names = "--from-beginning", description = "Begin with the oldest record, not with the next one.")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records.")
    private int max = Integer.MAX_VALUE;

    @Option(
            names = "--to-end",
            description = "With --from-beginning: end with the newest record, do not wait for more.")
    private boolean toEnd;

    @Option(names = "--meta", description = "Add where each record lies: @partition, @offset, @time, @key.")
    private boolean meta;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Topic topic = topic();
        if (max < 1) {
            throw new ParameterException(spec.commandLine(), "--max " + max + " is not above 0");
        }
        if (toEnd && !fromBeginning) {
            throw new ParameterException(spec.commandLine(), "--to-end goes with --from-beginning");
        }
        try (Cluster cluster = Cluster.reach(config.settings());
                TopicReader reader = fromBeginning
                        ? TopicReader.fromBeginning(cluster, List.of(topic))
                        : TopicReader.fromNow(cluster, List.of(topic))) {
            StopSignal.heed(signal -> print(reader, signal));
        }
    }

    private Topic topic() {
        String known = Arrays.stream(Topic.values()).map(Topic::id).collect(Collectors.joining(", "));
        return Topic.named(topicId)
                .or(() -> config.settings().topics().named(topicId))
                .orElseThrow(() -> new WrongCall("there is no topic '" + topicId + "': name one of " + known + "."));
    }

    private void print(TopicReader reader, StopSignal signal) {
        PrintWriter out = spec.commandLine().getOut();
        int left = max;
        boolean more = true;
        while (left > 0 && more && !signal.isAsked()) {
            List<TopicReader.Read> records = toEnd ? reader.rest() : reader.poll();
            for (TopicReader.Read read : records.subList(0, Math.min(left, records.size()))) {
                out.println(RecordLine.of(read, meta));
                left--;
            }
            // A reader that is gone (head, a closed pipe) ends it too.
            more = !out.checkError() && !toEnd;
        }
    }
}
