package io.echeance.topology.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a store that were read or written last, as objects, so that nothing is decoded that was encoded a
 * moment ago. Made anew whenever its node is, so that it remembers nothing of a transaction that was given up.
 */
public final class LastMet<K, V> {

    /** Of a partition: as many as are likely to be met again soon. */
    private static final int USUALLY = 1_000;

    private final int most;

    private final Map<K, V> values = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    };

    public LastMet() {
        this(USUALLY);
    }

    /** @param most how many are remembered */
    public LastMet(int most) {
        this.most = most;
    }

    /** Null: not met lately; the store knows. */
    public @Nullable V get(K key) {
        return values.get(key);
    }

    public void put(K key, V value) {
        values.put(key, value);
    }
}
