package io.echeance.topology.simulator;

import io.echeance.topology.simulator.Simulator.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks for the shortest history that still goes wrong in the same way. */
final class Shrinking {

    private static final int MOST_RUNS = 600;
    private static final int SCHEDULES = 5;

    private final Function<Play, Ending> simulator;
    private final String kind;
    private Play shortest;
    private Ending ending;
    private int runs;

    private Shrinking(Function<Play, Ending> simulator, Play play, Ending ending) {
        this.simulator = simulator;
        this.kind = kind(ending);
        this.shortest = play;
        this.ending = ending;
    }

    /** What failed, for a person: the shortest history, what is wrong with it, and what happened step by step. */
    static String shortest(Function<Play, Ending> simulator, Play play, Ending ending) {
        Shrinking shrinking = new Shrinking(simulator, play, ending);
        shrinking.shrink();
        return shrinking.report();
    }

    private static String kind(Ending ending) {
        String wrong = String.valueOf(ending.wrong());
        int end = wrong.indexOf(':');
        return end < 0 ? wrong : wrong.substring(0, end);
    }

    private void shrink() {
        simplify();
        for (int size = Math.max(1, shortest.events().size() / 2); size >= 1 && runs < MOST_RUNS; ) {
            boolean smaller = drop(size);
            if (!smaller) {
                if (size == 1) {
                    break;
                }
                size = size / 2;
            }
        }
        simplify();
    }

    private void simplify() {
        accept(shortest.calm());
        accept(shortest.withThreads(1));
        for (int partitions = 1; partitions < shortest.partitions(); partitions++) {
            accept(shortest.onPartitions(partitions));
        }
    }

    /** Leaves out runs of events of this size, wherever it goes wrong without them. */
    private boolean drop(int size) {
        boolean smaller = false;
        for (int from = shortest.events().size() - size; from >= 0 && runs < MOST_RUNS; from -= size) {
            List<Event> fewer = new ArrayList<>(shortest.events());
            fewer.subList(from, from + size).clear();
            smaller |= accept(shortest.withEvents(fewer));
            from = Math.min(from, shortest.events().size());
        }
        return smaller;
    }

    /** Under its own schedule or one of a few others. */
    private boolean accept(Play candidate) {
        if (candidate.equals(shortest)) {
            return false;
        }
        for (int n = 0; n < SCHEDULES; n++) {
            Play play = candidate.withSchedule(candidate.schedule() + n);
            Ending tried = simulator.apply(play);
            runs++;
            if (tried.wrong() != null && kind(tried).equals(kind)) {
                shortest = play;
                ending = tried;
                return true;
            }
        }
        return false;
    }

    private String report() {
        StringBuilder text = new StringBuilder();
        text.append(ending.wrong())
                .append("\nshortest history: ")
                .append(shortest)
                .append("\nwhat happened:");
        List<String> trace = ending.trace();
        int shown = Math.min(trace.size(), 60);
        trace.subList(0, shown).forEach(line -> text.append("\n  ").append(line));
        return shown < trace.size() ? text.append("\n  … and so on").toString() : text.toString();
    }
}
