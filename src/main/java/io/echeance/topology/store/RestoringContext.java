package io.echeance.topology.store;

import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.CommitCallback;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/** What a store is opened with, but for one thing: what comes from its changelog goes where we say. */
record RestoringContext(StateStoreContext context, BatchingStateRestoreCallback restore) implements OpenedAlike {

    @Override
    public void register(StateStore store, StateRestoreCallback own) {
        context.register(store, restore);
    }

    @Override
    public void register(StateStore store, StateRestoreCallback own, CommitCallback commit) {
        context.register(store, restore, commit);
    }
}
