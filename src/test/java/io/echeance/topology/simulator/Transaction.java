package io.echeance.topology.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What a producer writes together: seen whole once it is committed, never once it is aborted. */
final class Transaction {

    enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    private final SimulatedBroker broker;
    private final Set<PartitionLog> written = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private State state = State.OPEN;

    /** A row of a store, on its way to the changelog. */
    private record Change(TopicPartition changelog, Changelog.Row row) {}

    Transaction(SimulatedBroker broker) {
        this.broker = broker;
    }

    State state() {
        return state;
    }

    void wrote(PartitionLog log) {
        written.add(log);
    }

    void change(TopicPartition changelog, Changelog.Row row) {
        changes.add(new Change(changelog, row));
    }

    /** @param offsets what is read from now on, by partition */
    void commit(Map<TopicPartition, Long> offsets) {
        end(State.COMMITTED);
        log();
        offsets.forEach(broker::keepOffset);
    }

    /** @param storesStay a fault that is put in by hand */
    void abort(boolean storesStay) {
        end(State.ABORTED);
        if (storesStay) {
            log();
        }
        changes.clear();
    }

    private void log() {
        changes.forEach(change -> broker.changelog(change.changelog()).apply(change.row()));
        changes.clear();
    }

    private void end(State end) {
        if (state != State.OPEN) {
            throw new IllegalStateException("the transaction is over: " + state);
        }
        state = end;
        written.forEach(PartitionLog::mark);
    }
}
