package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.terms.Terms;
import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terms publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Puts the packs on the topic terms, in one transaction: those that are not there yet. A version"
                + " that is there is binding, and is replaced only with --replace.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class TermsPublish implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID|DIR", arity = "0..*", description = "Which terms, or a folder of packs; no id: all.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private io.echeance.app.Terms.Packs packs;

    @Option(
            names = "--replace",
            description = "Replace a version that is there with other values. Orders that it binds keep the old ones.")
    private boolean replace;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        List<Terms> wanted = packs.named(ids).stream().map(pack -> pack.terms()).toList();
        try (Cluster cluster = Cluster.reach(config.settings())) {
            Map<String, Terms> there = there(cluster);
            List<Terms> missing = wanted.stream()
                    .filter(terms -> !terms.equals(there.get(terms.id())))
                    .toList();
            List<String> changed =
                    missing.stream().map(Terms::id).filter(there::containsKey).toList();
            if (!changed.isEmpty() && !replace) {
                throw new WorkFailed(String.join(", ", changed)
                        + (changed.size() == 1 ? " is" : " are")
                        + " on the topic with other values: make a version with a new day, or say --replace.");
            }
            if (!missing.isEmpty()) {
                try (Publisher publisher = Publisher.of(cluster)) {
                    publisher.publish(missing.stream()
                            .map(terms -> new Entry(Topic.TERMS, terms.id(), terms))
                            .toList());
                }
            }
            wanted.forEach(terms -> spec.commandLine()
                    .getOut()
                    .println(terms.id() + (missing.contains(terms) ? " published" : " was there already")));
        }
    }

    private static Map<String, Terms> there(Cluster cluster) {
        Map<String, Terms> there = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.TERMS))) {
            reader.rest().forEach(read -> read.as(Terms.class).ifPresent(terms -> there.put(terms.id(), terms)));
        }
        return there;
    }
}
