package io.echeance.topology.store;

import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.PaymentReferences;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.serde.record.AlikeNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The names that a partition knows, and who has asked under their keys. */
public final class References implements PaymentReferences.ReferenceStore {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<String, String> orders;
    private final KeyValueStore<String, AlikeNames> alike;
    private final Grouped<byte[]> askers;

    public References(
            KeyValueStore<String, String> orders,
            KeyValueStore<String, AlikeNames> alike,
            KeyValueStore<Bytes, byte[]> askers) {
        this.orders = orders;
        this.alike = alike;
        this.askers = new Grouped<>(askers);
    }

    @Override
    public @Nullable String orderOf(String name) {
        return orders.get(name);
    }

    @Override
    public void learn(String name, String orderId) {
        orders.put(name, orderId);
    }

    @Override
    public List<KnownName> alike(String key) {
        AlikeNames known = alike.get(key);
        return known == null ? List.of() : known.names();
    }

    @Override
    public void learnAlike(String key, List<KnownName> names) {
        alike.put(key, new AlikeNames(names));
    }

    @Override
    public void await(String name, Asker asker) {
        askers.put(key(name, asker), NOTHING);
    }

    @Override
    public void forget(String name, Asker asker) {
        askers.remove(key(name, asker));
    }

    @Override
    public List<Asker> waiting(String name) {
        return askers.keys(name).stream().map(References::asker).toList();
    }

    private static Bytes key(String name, Asker asker) {
        byte[] factId = asker.factId().getBytes(StandardCharsets.UTF_8);
        return Grouped.key(name, Grouped.key(asker.paymentId(), factId).get());
    }

    private static Asker asker(Bytes key) {
        Bytes member = Bytes.wrap(Grouped.member(key));
        return new Asker(Grouped.group(member), new String(Grouped.member(member), StandardCharsets.UTF_8));
    }
}
