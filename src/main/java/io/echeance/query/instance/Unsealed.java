package io.echeance.query.instance;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.serde.Bindings;
import io.echeance.serde.DetailBytes;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.registry.RegistryUnavailable;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import io.echeance.topology.store.StateStores;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What was received under seal, with its words, as long as its key is there. */
public final class Unsealed {

    /** Who has no master key opens nothing. */
    public static final Unsealed NOTHING = new Unsealed(id -> Optional.empty(), null, null, TopicNames.PLAIN);

    private final Function<String, Optional<byte[]>> keys;
    private final @Nullable MasterKey master;
    private final @Nullable RegistrySerdes serdes;
    private final TopicNames topics;

    /** @param keys from a key's id to its record, as it lies on {@code person-keys} */
    public Unsealed(
            Function<String, Optional<byte[]>> keys,
            @Nullable MasterKey master,
            @Nullable RegistrySerdes serdes,
            TopicNames topics) {
        this.keys = keys;
        this.master = master;
        this.serdes = serdes;
        this.topics = topics;
    }

    /** With the keys that this instance has. */
    public static Unsealed of(
            Supplier<@Nullable KafkaStreams> streams,
            @Nullable MasterKey master,
            RegistrySerdes serdes,
            TopicNames topics) {
        return new Unsealed(id -> key(streams.get(), id), master, serdes, topics);
    }

    private static Optional<byte[]> key(@Nullable KafkaStreams running, String id) {
        if (running == null) {
            return Optional.empty();
        }
        try {
            ReadOnlyKeyValueStore<String, byte[]> store = running.store(StoreQueryParameters.fromNameAndType(
                    StateStores.PERSON_KEYS, QueryableStoreTypes.<String, byte[]>keyValueStore()));
            return Optional.ofNullable(store.get(id));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** A fact with its words; empty: it has none, they are erased, or nobody can open them just now. */
    public Optional<Fact> fact(Origin origin) {
        return topics.named(origin.topic()).flatMap(topic -> switch (topic) {
            case PAYMENTS -> opened(topic, origin).map(Fact.class::cast);
            case COLLECTION_ACTIONS -> opened(topic, origin).map(Fact.class::cast);
            default -> Optional.empty();
        });
    }

    /** A decision about a customer, with its words if they can be had. */
    public CustomerFact fact(KnownDecision decision) {
        Origin origin = decision.origin();
        return origin == null
                ? decision.fact()
                : opened(Topic.CUSTOMER_ACTIONS, origin)
                        .map(CustomerFact.class::cast)
                        .orElse(decision.fact());
    }

    /**
     * A decision about a payment, with who took it if that can be had. Empty: nobody signed it.
     *
     * @return by nobody, where somebody signed it and the words cannot be opened
     */
    public Optional<PaymentDecided> signed(CashDecision decision) {
        PaymentDecided decided = decision.decided();
        Origin origin = decision.origin();
        if (decided.by() == null && origin.sealedBy() == null) {
            return Optional.empty();
        }
        PaymentDecided signed = decided.by() == null ? decided.decidedBy(by(origin)) : decided;
        FirstDecision first = signed.first();
        return Optional.of(
                first == null || first.by() != null ? signed : signed.firstDecidedBy(by(decision.firstOrigin())));
    }

    private @Nullable String by(@Nullable Origin origin) {
        Fact said = origin == null ? null : fact(origin).orElse(null);
        return said instanceof PaymentApplied decision ? decision.by() : null;
    }

    /** What waits or is set aside, with the bank's text: a person looks for its order by it. */
    public SuspenseEntry entry(SuspenseEntry entry) {
        Origin origin = entry.origin();
        return origin == null || origin.sealedBy() == null
                ? entry
                : fact(origin).map(entry::saying).orElseGet(entry::unmarked);
    }

    private Optional<?> opened(Topic topic, Origin origin) {
        if (serdes == null) {
            return Optional.empty();
        }
        RecordReader<?> reader = serdes.reader(topic.binding().orElseThrow());
        try {
            return bytes(origin).flatMap(bytes -> {
                if (DetailBytes.are(bytes)) {
                    return Optional.of(DetailBytes.read(bytes));
                }
                return reader.read(topics.of(topic), bytes) instanceof Reading.Readable<?>(Object value)
                        ? Optional.of(value)
                        : Optional.empty();
            });
        } catch (RegistryUnavailable e) {
            return Optional.empty();
        }
    }

    /** The original bytes; empty: their key is gone, or lies under another master key. */
    public Optional<byte[]> bytes(Origin origin) {
        String keyId = origin.sealedBy();
        if (keyId == null) {
            return Optional.of(origin.value().get());
        }
        MasterKey own = master;
        RegistrySerdes known = serdes;
        if (own == null || known == null) {
            return Optional.empty();
        }
        return keys.apply(keyId)
                .flatMap(record -> known.reader(Bindings.PERSON_KEY).read(topics.of(Topic.PERSON_KEYS), record)
                                instanceof Reading.Readable<PersonKey>(PersonKey key)
                        ? own.open(keyId, key)
                        : Optional.empty())
                .flatMap(key -> key.open(origin.value().get(), origin.place()));
    }
}
