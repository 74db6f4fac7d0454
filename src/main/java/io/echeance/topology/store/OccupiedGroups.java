package io.echeance.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which groups of a store may have rows. To look for the rows of one takes an iterator over the disk, and nearly no
 * document and no name has anything that waits for it: of those it is known here, in memory. Groups are told apart by a
 * hash, so that of one with the hash of another it may say too much, never too little.
 *
 * <p>Made anew whenever its node is, of what the store holds then.
 */
final class OccupiedGroups {

    private static final int HASHES = 1 << 12;

    private final int[] rows = new int[HASHES];

    OccupiedGroups(KeyValueStore<Bytes, ?> store) {
        try (KeyValueIterator<Bytes, ?> all = store.all()) {
            while (all.hasNext()) {
                count(all.next().key, 1);
            }
        }
    }

    boolean mayHave(String group) {
        return rows[hash(group)] > 0;
    }

    /** @param more rows of that key's group; one less: negative */
    void count(Bytes key, int more) {
        rows[hash(Grouped.group(key))] += more;
    }

    private static int hash(String group) {
        return Math.floorMod(group.hashCode(), HASHES);
    }
}
