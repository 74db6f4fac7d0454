package io.echeance.topology.store;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.CommitCallback;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * One RocksDB of a task, in which several of its stores lie ({@link SharedRows}): opened with the first of them, closed
 * with the last. It keeps the offsets of all their changelogs.
 */
final class SharedDisk {

    /** Those that are open, by where their files are. */
    private static final Map<File, SharedDisk> OPEN = new HashMap<>();

    private final File place;
    private final KeyValueStore<Bytes, byte[]> rows;
    private CommitCallback commit = () -> {};
    private int users;

    private SharedDisk(File place, KeyValueStore<Bytes, byte[]> rows) {
        this.place = place;
        this.rows = rows;
    }

    static SharedDisk opened(String name, StateStoreContext context) {
        File place = new File(context.stateDir(), name);
        synchronized (OPEN) {
            SharedDisk disk = OPEN.get(place);
            if (disk == null) {
                disk = new SharedDisk(
                        place, Stores.persistentKeyValueStore(name).get());
                disk.rows.init(new Unregistered(context, disk), disk.rows);
                OPEN.put(place, disk);
            }
            disk.users++;
            return disk;
        }
    }

    void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(place);
                rows.close();
            }
        }
    }

    KeyValueStore<Bytes, byte[]> rows() {
        return rows;
    }

    /** What is to be done at each checkpoint. */
    CommitCallback commit() {
        return commit;
    }

    /** It has no changelog: each of the stores in it has one. */
    private record Unregistered(StateStoreContext context, SharedDisk disk) implements OpenedAlike {

        @Override
        public void register(StateStore store, StateRestoreCallback restore) {}

        @Override
        public void register(StateStore store, StateRestoreCallback restore, CommitCallback commit) {
            disk.commit = commit;
        }
    }
}
