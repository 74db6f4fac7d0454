package io.echeance.topology.simulator;

import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.registry.RegistryUnavailable;
import io.echeance.topology.Topic;
import io.echeance.topology.simulator.PartitionLog.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/** Plays a history to its rest: its seed picks who reads what next, who commits, crashes, and takes over. */
final class Run {

    private static final int MOST_TROUBLES = 6;
    private static final int LONGEST_READ = 12;

    private final Play play;
    private final Cluster cluster;
    private final RegistryInMemory registry;
    private final SplittableRandom random;
    private final List<Supplier<String>> trace = new ArrayList<>();
    private int nextEvent;
    private int reads;
    private int troubles;
    private int away;

    Run(Play play, Cluster cluster, RegistryInMemory registry) {
        this.play = play;
        this.cluster = cluster;
        this.registry = registry;
        this.random = new SplittableRandom(play.schedule());
    }

    Cluster cluster() {
        return cluster;
    }

    int reads() {
        return reads;
    }

    /** What happened, step by step. */
    List<String> trace() {
        return trace.stream().map(Supplier::get).toList();
    }

    /** Plays on until nothing is left to be done; what is wrong if that never comes. */
    @Nullable
    String untilItRests() {
        try {
            while (step()) {
                if (reads > mostReads() || documents() > mostDocuments()) {
                    return "it never comes to rest: after %d records read, %d documents are issued"
                            .formatted(reads, documents());
                }
            }
            return null;
        } finally {
            registry.comeBack();
        }
    }

    /** Several times what histories that come to rest need: an event is read at every hop, a day on every partition. */
    private int mostReads() {
        return 800 + play.events().size() * (40 + 20 * play.partitions() * play.partitions());
    }

    private int mostDocuments() {
        return 40 + 6 * play.events().size();
    }

    private int documents() {
        return cluster.broker().logs(Topic.INVOICES.id()).getFirst().size();
    }

    /** @return whether there was anything to do */
    private boolean step() {
        if (away > 0 && --away == 0) {
            registry.comeBack();
        }
        if (nextEvent < play.events().size() && (!isRest() && random.nextInt(100) < play.pace() || idle())) {
            send();
            return true;
        }
        if (play.troubles() > 0 && troubles < MOST_TROUBLES && random.nextInt(1000) < play.troubles()) {
            troubles++;
            trouble();
            return true;
        }
        List<SimulatedTask> able = cluster.ableTasks();
        List<StreamThread> dirty =
                cluster.threads().stream().filter(StreamThread::isDirty).toList();
        if (able.isEmpty() && dirty.isEmpty()) {
            return nextEvent < play.events().size();
        }
        if (!dirty.isEmpty() && (able.isEmpty() || random.nextInt(6) == 0)) {
            commit(pick(dirty));
        } else {
            read(pick(able));
        }
        return true;
    }

    private boolean isRest() {
        return play.events().get(nextEvent) instanceof Event.Rest;
    }

    private boolean idle() {
        return cluster.threads().stream().noneMatch(StreamThread::isDirty)
                && cluster.ableTasks().isEmpty();
    }

    private void send() {
        int most = Math.min(play.events().size() - nextEvent, 1 + random.nextInt(1 + play.pace() / 10));
        for (int n = 0; n < most && (!isRest() || idle()); n++) {
            Event event = play.events().get(nextEvent++);
            trace.add(() -> "sent: " + event);
            try {
                cluster.send(event);
            } catch (RegistryUnavailable e) {
                senderWaitsForTheRegistry();
                cluster.send(event);
            }
        }
    }

    /** One that does not know the schema of its topic yet. */
    private void senderWaitsForTheRegistry() {
        trace.add(() -> "a sender waits for the registry, which comes back");
        away = 0;
        registry.comeBack();
    }

    private void commit(StreamThread thread) {
        trace.add(() -> thread + " commits");
        guarded(thread, thread::commit);
    }

    private void read(SimulatedTask task) {
        StreamThread thread = cluster.owner(task.id());
        guarded(thread, () -> {
            int most = 1 + random.nextInt(LONGEST_READ);
            for (int n = 0; n < most; n++) {
                Entry entry = choose(task);
                if (entry == null) {
                    return;
                }
                thread.hasRead();
                reads++;
                task.read(entry);
                trace.add(() -> thread + ", task " + task.id() + " reads " + entry.partition() + "@" + entry.offset());
            }
        });
    }

    private @Nullable Entry choose(SimulatedTask task) {
        if (play.byTimestamp() && (random.nextInt(3) == 0 || task.readable(true).isEmpty())) {
            task.fetch();
        }
        List<Entry> readable = task.readable(play.byTimestamp());
        if (readable.isEmpty()) {
            return null;
        }
        return play.byTimestamp() ? Collections.min(readable, Comparator.comparing(Entry::timestamp)) : pick(readable);
    }

    /** While the registry is away, its transaction is given up and begun again. */
    private void guarded(StreamThread thread, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!isRegistryLoss(e)) {
                throw e;
            }
            trace.add(() -> thread + " finds the registry away");
            restart(thread, false);
        }
    }

    private static boolean isRegistryLoss(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof RegistryUnavailable) {
                return true;
            }
        }
        return false;
    }

    private void trouble() {
        if (play.registryGoesAway() && away == 0 && random.nextInt(3) == 0) {
            trace.add(() -> "the registry goes away");
            registry.goDown();
            away = 20 + random.nextInt(60);
            return;
        }
        StreamThread thread = pick(cluster.threads());
        if (random.nextInt(3) == 0 && !thread.tasks().isEmpty()) {
            TaskId id = pick(List.copyOf(thread.tasks().keySet()));
            StreamThread other = pick(cluster.threads());
            trace.add(() -> "task " + id + " moves from " + thread + " to " + other);
            guarded(thread, () -> {
                thread.stop(id);
                cluster.give(id, other);
            });
        } else {
            restart(thread, random.nextBoolean());
        }
    }

    /** @param elsewhere its tasks go to other threads */
    private void restart(StreamThread thread, boolean elsewhere) {
        trace.add(() -> thread + " crashes" + (elsewhere ? ", others take over" : ""));
        List<TaskId> orphans = List.copyOf(thread.tasks().keySet());
        thread.crash();
        orphans.forEach(id -> cluster.give(id, elsewhere ? pick(cluster.threads()) : thread));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
