package io.echeance.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** A store of a few rows, in memory, which may be asked while it is written. */
record FewRowsSupplier(String name) implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new FewRows(name);
    }

    @Override
    public String metricsScope() {
        return "in-memory";
    }

    private static final class FewRows extends InMemoryKeyValueStore {

        FewRows(String name) {
            super(name);
        }

        /** The store first, then its position, as a write takes them: see {@link SharedRows#query}. */
        @Override
        public synchronized <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
            return super.query(query, bound, config);
        }
    }
}
