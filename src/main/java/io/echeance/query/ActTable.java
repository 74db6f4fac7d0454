package io.echeance.query;

import io.echeance.serde.record.Cover;
import io.echeance.serde.record.Cover.Act;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.ActRow;
import io.echeance.topology.store.ActRow.About;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What people did about the orders of one partition.
 *
 * @param accounts the store {@code accounts} of the partition, with its indexes
 */
public record ActTable(ReadOnlyKeyValueStore<Bytes, byte[]> accounts) {

    /**
     * The latest ones behind a place.
     *
     * @param place need not be one that a row has
     */
    public List<ActRow> behind(byte[] place, int most) {
        List<ActRow> rows = new ArrayList<>();
        byte[] next = Arrays.copyOf(place, place.length + 1);
        try (KeyValueIterator<Bytes, byte[]> found = accounts.range(ActRow.from(next), ActRow.end())) {
            while (rows.size() < most && found.hasNext()) {
                rows.add(ActRow.of(found.next().key));
            }
        }
        return rows;
    }

    /** All about one order. */
    public List<ActRow> of(String orderId) {
        byte[] account = accounts.get(AccountFile.key(orderId));
        Cover cover = account == null ? Cover.BLANK : AccountFile.cover(account);
        List<ActRow> rows = new ArrayList<>();
        for (Act act : cover.acts()) {
            rows.add(new ActRow(act.knownOn(), act.at(), About.ORDER, orderId, act.factId()));
        }
        return rows;
    }
}
