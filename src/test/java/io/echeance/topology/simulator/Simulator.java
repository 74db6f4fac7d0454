package io.echeance.topology.simulator;

import io.echeance.serde.RegistryInMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays histories, one after the other, on instances that outlive them. */
final class Simulator {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SortedMap<List<Integer>, List<Instance>> instances =
            new TreeMap<>(Comparator.comparing(List::toString));
    private final Instance sender = new Instance(registry, 1, 1);

    /** How a run ended: what is wrong, if anything is, and what happened. */
    record Ending(@Nullable String wrong, List<String> trace, int reads) {}

    Ending play(Play play) {
        return play(play, Saboteur.NOBODY);
    }

    Ending play(Play play, Saboteur saboteur) {
        return play(play, saboteur, Verdict::of);
    }

    /** @param verdict what is wrong once it rests; null: nothing */
    Ending play(Play play, Saboteur saboteur, Function<Cluster, @Nullable String> verdict) {
        Cluster cluster = new Cluster(play.partitions(), instances(play), sender, saboteur);
        Run run = new Run(play, cluster, registry);
        String wrong;
        try {
            wrong = run.untilItRests();
            if (wrong == null) {
                wrong = verdict.apply(cluster);
            }
        } catch (RuntimeException e) {
            wrong = "the stream stopped: " + stack(e);
        }
        return new Ending(wrong, run.trace(), run.reads());
    }

    private static String stack(Throwable thrown) {
        StringBuilder text = new StringBuilder(String.valueOf(thrown));
        for (int n = 0; n < Math.min(8, thrown.getStackTrace().length); n++) {
            text.append("\n    at ").append(thrown.getStackTrace()[n]);
        }
        return thrown.getCause() == null ? text.toString() : text + "\n  because of " + stack(thrown.getCause());
    }

    /** Those that know nothing of the registry yet where it is to go away. */
    private List<Instance> instances(Play play) {
        List<Instance> used = new ArrayList<>();
        List<Instance> kept = play.registryGoesAway()
                ? new ArrayList<>()
                : instances.computeIfAbsent(List.of(play.partitions(), play.slice()), first -> new ArrayList<>());
        while (used.size() < play.threads()) {
            if (used.size() == kept.size()) {
                kept.add(new Instance(registry, play.partitions(), play.slice()));
            }
            used.add(kept.get(used.size()));
        }
        return used;
    }
}
