package io.echeance.topology.store;

import io.echeance.core.matching.AccountMemory;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.PaymentReferences;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.PaymentReferences.Closing;
import io.echeance.serde.record.AlikeNames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The names that a partition knows, and who has asked under their keys. */
public final class References implements PaymentReferences.ReferenceStore {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<String, String> orders;
    private final KeyValueStore<String, AlikeNames> alike;
    private final KeyValueStore<String, AlikeNames> accounts;
    /** The value of a row is the day on which it closes, if it does. */
    private final Grouped<byte[]> askers;

    private final WakeUps closing;

    public References(
            KeyValueStore<String, String> orders,
            KeyValueStore<String, AlikeNames> alike,
            KeyValueStore<String, AlikeNames> accounts,
            KeyValueStore<Bytes, byte[]> askers,
            KeyValueStore<Bytes, byte[]> closing) {
        this.orders = orders;
        this.alike = alike;
        this.accounts = accounts;
        this.askers = Grouped.mostlyEmpty(askers);
        this.closing = new WakeUps(closing);
    }

    @Override
    public @Nullable String orderOf(String name) {
        return orders.get(name);
    }

    @Override
    public void learn(String name, String orderId) {
        orders.put(name, orderId);
    }

    /** All are looked through: an erasure is rare, and there is no other that asks by the payer. */
    @Override
    public List<String> accountsOf(String payer) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, AlikeNames> all = accounts.all()) {
            all.forEachRemaining(row -> {
                if (AccountMemory.isOf(row.key, row.value.names(), payer)) {
                    keys.add(row.key);
                }
            });
        }
        return keys;
    }

    @Override
    public void erase(String payer) {
        accounts.put(KnownName.keyOfErased(payer), new AlikeNames(List.of()));
    }

    @Override
    public boolean isErased(String payer) {
        return accounts.get(KnownName.keyOfErased(payer)) != null;
    }

    private KeyValueStore<String, AlikeNames> of(String key) {
        return KnownName.isOfAccount(key) ? accounts : alike;
    }

    @Override
    public List<KnownName> alike(String key) {
        AlikeNames known = of(key).get(key);
        return known == null ? List.of() : known.names();
    }

    @Override
    public void learnAlike(String key, List<KnownName> names) {
        of(key).put(key, names.isEmpty() ? null : new AlikeNames(names));
    }

    @Override
    public void await(String name, Asker asker, @Nullable LocalDate closesOn) {
        Bytes key = key(name, asker);
        if (closesOn == null) {
            askers.put(key, NOTHING);
        } else {
            askers.put(
                    key,
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(closesOn.toEpochDay())
                            .array());
            closing.put(closesOn, key.get());
        }
    }

    @Override
    public void forget(String name, Asker asker) {
        Bytes key = key(name, asker);
        byte[] closesOn = askers.get(key);
        if (closesOn == null) {
            return;
        }
        askers.remove(key);
        if (closesOn.length > 0) {
            LocalDate day = LocalDate.ofEpochDay(ByteBuffer.wrap(closesOn).getLong());
            closing.remove(day, key.get());
        }
    }

    @Override
    public List<Asker> waiting(String name) {
        return askers.keys(name).stream().map(References::asker).toList();
    }

    @Override
    public List<Closing> closing(LocalDate day) {
        return closing.due(null, day, Integer.MAX_VALUE).stream()
                .map(WakeUps.WakeUp::id)
                .map(key -> new Closing(Grouped.group(key), asker(key)))
                .toList();
    }

    private static Bytes key(String name, Asker asker) {
        byte[] factId = asker.factId().getBytes(StandardCharsets.UTF_8);
        return Grouped.key(name, Grouped.key(asker.paymentId(), factId).get());
    }

    /** Who asked, by the key of a row. */
    public static Asker asker(Bytes key) {
        Bytes member = Bytes.wrap(Grouped.member(key));
        return new Asker(Grouped.group(member), new String(Grouped.member(member), StandardCharsets.UTF_8));
    }
}
