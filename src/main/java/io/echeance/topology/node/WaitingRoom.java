package io.echeance.topology.node;

import io.echeance.serde.record.Addressed;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The drafts of one stage that wait for a party, by party, in the order in which they came. */
final class WaitingRoom {

    private final String stage;
    private final KeyValueStore<Bytes, Addressed> rows;
    private final Grouped<Addressed> byParty;
    private final KeyValueStore<String, Long> told;

    private WaitingRoom(
            Addressing.Stage stage, KeyValueStore<Bytes, Addressed> rows, KeyValueStore<String, Long> told) {
        this.stage = stage.name() + "/";
        this.rows = rows;
        this.byParty = new Grouped<>(rows);
        this.told = told;
    }

    static WaitingRoom in(ProcessorContext<?, ?> context, Addressing.Stage stage) {
        return new WaitingRoom(
                stage,
                context.getStateStore(StateStores.HELD_DRAFTS),
                context.getStateStore(StateStores.HELD_DRAFTS_TOLD));
    }

    /** @param arrival where it stands on its topic: what comes later stands behind */
    void add(String partyId, long arrival, Addressed draft) {
        byte[] behind = ByteBuffer.allocate(Long.BYTES).putLong(arrival).array();
        rows.put(Grouped.key(stage + partyId, behind), draft);
    }

    /** The keys of what waits for a party. */
    List<Bytes> of(String partyId) {
        return byParty.keys(stage + partyId);
    }

    Addressed get(Bytes key) {
        return Objects.requireNonNull(rows.get(key), "its key was found");
    }

    void remove(Bytes key) {
        rows.delete(key);
    }

    /** By party, the first draft that waits and was not told of; from now on all that wait count as told of. */
    Map<String, Addressed> news() {
        Map<String, Addressed> firsts = new LinkedHashMap<>();
        Map<String, Long> last = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, Addressed> all = rows.all()) {
            all.forEachRemaining(row -> {
                String group = Grouped.group(row.key);
                long arrival = ByteBuffer.wrap(Grouped.member(row.key)).getLong();
                Long until = told.get(group);
                if (group.startsWith(stage) && (until == null || arrival > until)) {
                    firsts.putIfAbsent(group.substring(stage.length()), row.value);
                    last.put(group, arrival);
                }
            });
        }
        last.forEach(told::put);
        return firsts;
    }
}
