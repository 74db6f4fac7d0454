package io.echeance.topology.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.internals.ThreadCache;
import org.jspecify.annotations.Nullable;

/**
 * A thread of an instance: several tasks, one transaction. What they read, wrote and stored since the last commit is
 * committed together, or not at all.
 */
final class StreamThread {

    private final String name;
    private final Instance instance;
    private final SimulatedBroker broker;
    private final Saboteur saboteur;
    private final SortedMap<TaskId, SimulatedTask> tasks = new TreeMap<>();
    private final ThreadCache cache;
    private @Nullable Transaction open;
    private boolean dirty;

    StreamThread(String name, Instance instance, SimulatedBroker broker, Saboteur saboteur) {
        this.name = name;
        this.instance = instance;
        this.broker = broker;
        this.saboteur = saboteur;
        this.cache = instance.newCache();
    }

    SortedMap<TaskId, SimulatedTask> tasks() {
        return tasks;
    }

    ThreadCache cache() {
        return cache;
    }

    /** Begins with what is committed. */
    SimulatedTask start(TaskId id) {
        SimulatedTask task = new SimulatedTask(id, instance, this, broker, saboteur);
        tasks.put(id, task);
        return task;
    }

    /** The one that is open; begins one if none is. */
    Transaction transaction() {
        if (open == null) {
            open = new Transaction(broker);
        }
        return open;
    }

    void hasRead() {
        dirty = true;
    }

    /** Whether anything was read since the last commit. */
    boolean isDirty() {
        return dirty;
    }

    void commit() {
        if (!dirty) {
            return;
        }
        tasks.values().forEach(SimulatedTask::flush);
        transaction().commit(saboteur.strikes(Fault.OFFSETS_FORGOTTEN) ? Map.of() : positions());
        open = null;
        dirty = false;
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        tasks.values().forEach(task -> positions.putAll(task.positions()));
        return positions;
    }

    /** Ends without a commit; whoever takes over its tasks begins them anew. */
    void crash() {
        if (open != null) {
            if (saboteur.strikes(Fault.ABORTED_IS_SEEN)) {
                open.commit(Map.of());
            } else {
                open.abort(saboteur.strikes(Fault.STORES_NOT_ROLLED_BACK));
            }
            open = null;
        }
        if (dirty && saboteur.strikes(Fault.OFFSETS_COMMITTED_EARLY)) {
            positions().forEach(broker::keepOffset);
        }
        dirty = false;
        tasks.values().forEach(SimulatedTask::drop);
        tasks.clear();
    }

    /** Gives a task away, with all committed. */
    void stop(TaskId id) {
        commit();
        SimulatedTask task = tasks.remove(id);
        if (task != null) {
            task.drop();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
