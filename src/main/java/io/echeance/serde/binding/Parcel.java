package io.echeance.serde.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that go the same way as one, each with its key and its time. It is not changed once it is made. */
public final class Parcel<V> {

    private final List<Item<V>> items;
    private byte @Nullable [] encoded;

    /**
     * A value of a parcel.
     *
     * @param at its timestamp, in milliseconds of the epoch
     */
    public record Item<V>(String key, V value, long at) {}

    public Parcel(List<Item<V>> items) {
        this.items = List.copyOf(items);
    }

    public List<Item<V>> items() {
        return items;
    }

    /** Its bytes, if somebody has asked how many there are. */
    public byte @Nullable [] encoded() {
        return encoded;
    }

    public void encoded(byte[] bytes) {
        encoded = bytes;
    }
}
