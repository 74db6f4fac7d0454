package io.echeance.topology.store;

import io.echeance.core.matching.RuleRecord;
import io.echeance.core.matching.RuleWatch;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** How rules were used: a row a payment that one has placed and nobody has decided about, and one a rule and seller. */
public record RuleRows(KeyValueStore<String, RuleRecord> store) implements RuleWatch.RuleStore {

    public static StoreBuilder<KeyValueStore<String, RuleRecord>> builder() {
        return Stores.keyValueStoreBuilder(
                        Disks.of(StateStores.MATCHING_RULES),
                        Serdes.String(),
                        StateCodec.of(Bindings.RULE_RECORD).serde())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    @Override
    public @Nullable RuleRecord get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, @Nullable RuleRecord record) {
        if (record == null) {
            store.delete(key);
        } else {
            store.put(key, record);
        }
    }
}
