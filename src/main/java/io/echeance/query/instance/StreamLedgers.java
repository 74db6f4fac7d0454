package io.echeance.query.instance;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.query.Issuing;
import io.echeance.query.MonthShelf;
import io.echeance.serde.record.HeldDraft;
import io.echeance.topology.store.MonthRows;
import io.echeance.topology.store.StateStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The books in the stores of the running stream; what moves just now is left out. */
public record StreamLedgers(KafkaStreams streams, int partitions) implements Ledgers {

    @Override
    public List<MonthShelf> months() {
        List<MonthShelf> shelves = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            try {
                ReadOnlyKeyValueStore<String, MonthSums> sums = store(MonthRows.SUMS, partition);
                ReadOnlyKeyValueStore<String, MonthClosed> closed = store(MonthRows.CLOSED, partition);
                // A store of which another partition is here is given out too, and only fails when it is asked.
                sums.get("");
                closed.get("");
                shelves.add(new MonthShelf(
                        partition, seller -> MonthRows.of(sums, seller), seller -> MonthRows.of(closed, seller)));
            } catch (InvalidStateStoreException | IllegalStateException e) {
                // Another one's, or moving just now.
            }
        }
        return shelves;
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition));
    }

    @Override
    public Optional<RunningBalance> balance(String seller) {
        try {
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<RunningBalance>> store =
                    streams.store(StoreQueryParameters.fromNameAndType(
                            StateStores.TRIAL_BALANCES, QueryableStoreTypes.timestampedKeyValueStore()));
            return Optional.ofNullable(store.get(seller)).map(ValueAndTimestamp::value);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Issuing> issuing(String seller) {
        try {
            SortedMap<String, Long> last = new TreeMap<>();
            String from = seller + "/";
            try (KeyValueIterator<String, Long> series =
                    this.<Long>store(StateStores.SERIES).range(from, from + "9999")) {
                series.forEachRemaining(row -> last.put(row.key.substring(from.length()), row.value));
            }
            long held = 0;
            try (KeyValueIterator<String, HeldDraft> drafts =
                    this.<HeldDraft>store(StateStores.HELD_DRAFTS).all()) {
                while (drafts.hasNext()) {
                    HeldDraft draft = drafts.next().value;
                    boolean isIts = draft.draft().document().seller().equals(seller);
                    held += isIts && draft.isHeldBack() ? 1 : 0;
                }
            }
            return last.isEmpty() && held == 0 ? Optional.empty() : Optional.of(new Issuing(held, last));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore()));
    }
}
