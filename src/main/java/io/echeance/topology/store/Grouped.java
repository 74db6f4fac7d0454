package io.echeance.topology.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of rows that belong to a group: what waits for one order, one payment, one reference. The group's length
 * precedes it in the key, so that no group's rows are found under another whose name begins alike.
 */
public final class Grouped<V> {

    private final KeyValueStore<Bytes, V> store;
    private final @Nullable OccupiedGroups occupied;

    public Grouped(KeyValueStore<Bytes, V> store) {
        this(store, null);
    }

    private Grouped(KeyValueStore<Bytes, V> store, @Nullable OccupiedGroups occupied) {
        this.store = store;
        this.occupied = occupied;
    }

    /** Of a store in which most groups that are looked for have no rows. Nobody else may write to it. */
    public static <V> Grouped<V> mostlyEmpty(KeyValueStore<Bytes, V> store) {
        return new Grouped<>(store, new OccupiedGroups(store));
    }

    public static Bytes key(String group, byte[] member) {
        byte[] name = group.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + name.length + member.length)
                .putInt(name.length)
                .put(name)
                .put(member)
                .array());
    }

    /** The part of a key that tells the members of a group apart. */
    public static byte[] member(Bytes key) {
        ByteBuffer all = ByteBuffer.wrap(key.get());
        all.position(Integer.BYTES + all.getInt());
        byte[] member = new byte[all.remaining()];
        all.get(member);
        return member;
    }

    /** The group that a key belongs to. */
    public static String group(Bytes key) {
        ByteBuffer all = ByteBuffer.wrap(key.get());
        byte[] name = new byte[all.getInt()];
        all.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The rows of a group, in order of their keys. */
    public List<KeyValue<Bytes, V>> of(String group) {
        if (isEmpty(group)) {
            return List.of();
        }
        List<KeyValue<Bytes, V>> rows = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> found =
                store.prefixScan(key(group, new byte[0]), Serdes.Bytes().serializer())) {
            found.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** The keys of a group's rows, in order; they are fewer bytes than the rows. */
    public List<Bytes> keys(String group) {
        if (isEmpty(group)) {
            return List.of();
        }
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> found =
                store.prefixScan(key(group, new byte[0]), Serdes.Bytes().serializer())) {
            found.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private boolean isEmpty(String group) {
        return occupied != null && !occupied.mayHave(group);
    }

    /** Null: there is no such row. */
    public @Nullable V get(Bytes key) {
        return store.get(key);
    }

    public void put(Bytes key, V value) {
        if (occupied != null && store.get(key) == null) {
            occupied.count(key, 1);
        }
        store.put(key, value);
    }

    public void remove(Bytes key) {
        if (occupied != null && store.get(key) != null) {
            occupied.count(key, -1);
        }
        store.delete(key);
    }
}
