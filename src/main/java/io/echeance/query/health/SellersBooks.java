package io.echeance.query.health;

import io.echeance.core.ledger.RunningBalance;
import io.echeance.topology.store.StateStores;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The running proof of the books, of the sellers whose entries are added up in this instance. */
public record SellersBooks(KafkaStreams streams) {

    /** Nothing while tasks move: another instance tells, or this one, a moment later. */
    public List<RunningBalance> here() {
        List<RunningBalance> balances = new ArrayList<>();
        try {
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<RunningBalance>> store =
                    streams.store(StoreQueryParameters.fromNameAndType(
                            StateStores.TRIAL_BALANCES, QueryableStoreTypes.timestampedKeyValueStore()));
            try (KeyValueIterator<String, ValueAndTimestamp<RunningBalance>> all = store.all()) {
                all.forEachRemaining(row -> balances.add(row.value.value()));
            }
        } catch (InvalidStateStoreException moving) {
            balances.clear();
        }
        return balances;
    }
}
