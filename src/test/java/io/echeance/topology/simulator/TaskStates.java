package io.echeance.topology.simulator;

import io.echeance.topology.store.DerivedRows;
import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.CommitCallback;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.internals.StateManager;
import org.apache.kafka.streams.processor.internals.StateRestoreCallbackAdapter;
import org.apache.kafka.streams.processor.internals.Task.TaskType;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.RecordConverters;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/** The stores of a task: registered as Kafka Streams does it, filled from their changelogs. */
final class TaskStates implements StateManager {

    private static final int TIMESTAMP_BYTES = Long.BYTES;
    /** Behind indexes and numbers too. */
    private static final Bytes BEHIND_ALL = Bytes.wrap(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1});

    private final TaskType type;
    private final Map<String, String> changelogs;
    private final Map<String, StateStore> global;
    private final SortedMap<String, StateStore> stores = new TreeMap<>();
    private final SortedMap<String, StateRestoreCallback> restores = new TreeMap<>();

    /**
     * @param changelogs topics by store
     * @param global the stores that every task may read
     */
    TaskStates(TaskType type, Map<String, String> changelogs, Map<String, StateStore> global) {
        this.type = type;
        this.changelogs = changelogs;
        this.global = global;
    }

    @Override
    public void registerStore(StateStore store, StateRestoreCallback restore, CommitCallback checkpoint) {
        stores.put(store.name(), store);
        restores.put(store.name(), restore);
    }

    /** Fills each store with what its changelog has. */
    void restore(int partition, SimulatedBroker broker) {
        stores.forEach((name, store) -> {
            String topic = changelogs.get(name);
            if (topic != null) {
                restore(store, new TopicPartition(topic, partition), broker);
            }
        });
    }

    private void restore(StateStore store, TopicPartition changelog, SimulatedBroker broker) {
        Collection<Changelog.Row> rows = broker.changelog(changelog).rows().values();
        boolean timestamped = WrappedStateStore.isTimestamped(store);
        List<ConsumerRecord<byte[], byte[]>> records = rows.stream()
                .map(row -> record(changelog, row))
                .map(record -> timestamped
                        ? RecordConverters.rawValueToTimestampedValue().convert(record)
                        : record)
                .toList();
        StateRestoreCallbackAdapter.adapt(Objects.requireNonNull(restores.get(store.name())))
                .restoreBatch(records);
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition changelog, Changelog.Row row) {
        return new ConsumerRecord<>(
                changelog.topic(),
                changelog.partition(),
                0,
                row.timestamp(),
                TimestampType.CREATE_TIME,
                row.key().get().length,
                row.value() == null ? 0 : row.value().length,
                row.key().get(),
                row.value(),
                new RecordHeaders(),
                Optional.empty());
    }

    /** A store that is not what its committed changelog would make of it; null: there is none. */
    @Nullable
    String firstDifference(int partition, SimulatedBroker broker) {
        for (Map.Entry<String, StateStore> entry : stores.entrySet()) {
            String topic = changelogs.get(entry.getKey());
            if (topic != null && entry.getValue() instanceof WrappedStateStore<?, ?, ?> wrapped) {
                SequencedMap<Bytes, Changelog.Row> rows =
                        broker.changelog(new TopicPartition(topic, partition)).rows();
                boolean same = innermost(wrapped) instanceof DerivedRows derived
                        ? isDerivedOf(rows, derived)
                        : same(innermost(wrapped), rows, WrappedStateStore.isTimestamped(wrapped));
                if (!same) {
                    return entry.getKey() + " of partition " + partition;
                }
            }
        }
        return null;
    }

    private static boolean same(
            KeyValueStore<Bytes, byte[]> store, SequencedMap<Bytes, Changelog.Row> rows, boolean timestamped) {
        int seen = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                var row = all.next();
                Changelog.Row logged = rows.get(row.key);
                byte[] value =
                        timestamped ? Arrays.copyOfRange(row.value, TIMESTAMP_BYTES, row.value.length) : row.value;
                if (logged == null || !Arrays.equals(logged.value(), value)) {
                    return false;
                }
                seen++;
            }
        }
        return seen == rows.size();
    }

    /** Whether the rows, indexes included, are what the changelog alone would make of them. */
    private static boolean isDerivedOf(SequencedMap<Bytes, Changelog.Row> rows, DerivedRows derived) {
        KeyValueStore<Bytes, byte[]> anew =
                derived.over(Stores.inMemoryKeyValueStore(derived.name()).get());
        rows.forEach((key, row) -> anew.put(key, row.value()));
        return content(derived).equals(content(anew));
    }

    private static SortedMap<Bytes, Bytes> content(KeyValueStore<Bytes, byte[]> store) {
        SortedMap<Bytes, Bytes> content = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(null, BEHIND_ALL)) {
            all.forEachRemaining(row -> content.put(row.key, Bytes.wrap(row.value)));
        }
        return content;
    }

    @SuppressWarnings("unchecked") // Below all wrappers there are bytes.
    static KeyValueStore<Bytes, byte[]> innermost(WrappedStateStore<?, ?, ?> store) {
        StateStore inner = store.wrapped();
        return inner instanceof WrappedStateStore<?, ?, ?> deeper
                ? innermost(deeper)
                : (KeyValueStore<Bytes, byte[]>) inner;
    }

    SortedMap<String, StateStore> stores() {
        return stores;
    }

    @Override
    public @Nullable StateStore store(String name) {
        return stores.get(name);
    }

    @Override
    public @Nullable StateStore globalStore(String name) {
        return global.get(name);
    }

    @Override
    public @Nullable String changelogFor(String storeName) {
        return changelogs.get(storeName);
    }

    @Override
    public TaskType taskType() {
        return type;
    }

    @Override
    public File baseDir() {
        throw new UnsupportedOperationException("nothing is kept on disk");
    }

    @Override
    public void commit() {}

    @Override
    public void updateChangelogOffsets(Map<TopicPartition, Long> writtenOffsets) {}

    @Override
    public Map<TopicPartition, Long> changelogOffsets() {
        return Map.of();
    }

    @Override
    public void close() {
        stores.values().forEach(StateStore::close);
    }
}
