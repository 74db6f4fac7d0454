package io.echeance.query.instance;

import io.echeance.core.invoice.Party;
import io.echeance.core.order.Account;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.terms.Terms;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.order.AccountView;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.NumberGiven;
import io.echeance.serde.record.Origin;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.GivenNumbers;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in the stores of the running stream.
 *
 * <p>What is read here may belong to a transaction that is still open. It can only be repeated, not come out otherwise:
 * the account is a function of records of the log that are committed.
 */
public final class StreamHoldings implements Holdings {

    private static final StateCodec<NumberGiven> NUMBERS = StateCodec.of(Bindings.NUMBER_GIVEN);

    private final Supplier<@Nullable KafkaStreams> streams;
    private final ReferenceData reference;
    private final Address self;
    private final Lags lags;
    private final InstantSource time;
    private final Unsealed unsealed;
    private final Map<Bytes, Terms> terms = new ConcurrentHashMap<>();

    /**
     * @param streams null while it does not run
     * @param self as the other instances know this one
     * @param time says what day it is until the first day was closed
     */
    public StreamHoldings(
            Supplier<@Nullable KafkaStreams> streams,
            ReferenceData reference,
            Address self,
            Lags lags,
            InstantSource time,
            Unsealed unsealed) {
        this.unsealed = unsealed;
        this.streams = streams;
        this.reference = reference;
        this.self = self;
        this.lags = lags;
        this.time = time;
    }

    @Override
    public KeyOwners keepersOf(String orderId) throws TemporarilyUnavailable {
        try {
            KeyQueryMetadata found =
                    running().queryMetadataForKey(StateStores.ACCOUNTS, orderId, new StringSerializer());
            if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE) || found.partition() < 0) {
                throw new TemporarilyUnavailable("the work is being shared out anew");
            }
            List<Address> copies =
                    found.standbyHosts().stream().map(StreamHoldings::address).toList();
            return new KeyOwners(found.partition(), address(found.activeHost()), copies, self);
        } catch (StreamsException | IllegalStateException e) {
            throw new TemporarilyUnavailable("this instance is starting or stopping");
        }
    }

    @Override
    public Set<String> sellers() {
        return reference.decider().sellers();
    }

    private static Address address(HostInfo host) {
        return new Address(host.host(), host.port());
    }

    @Override
    public Optional<AccountView> active(String orderId, int partition) throws TemporarilyUnavailable {
        byte[] bytes = ask(byte[].class, StateStores.ACCOUNTS, AccountFile.key(orderId), partition, true);
        return bytes == null ? Optional.empty() : Optional.of(held(AccountFile.account(bytes), partition, null));
    }

    @Override
    public AccountView copy(String orderId, int partition) throws TemporarilyUnavailable {
        long lag = lags.of(StateStores.ACCOUNTS, partition);
        byte[] bytes = ask(byte[].class, StateStores.ACCOUNTS, AccountFile.key(orderId), partition, false);
        if (bytes == null) {
            throw new TemporarilyUnavailable("the copy on this instance does not know the order");
        }
        return held(AccountFile.account(bytes), partition, lag);
    }

    /** The register stands on every partition: any that this instance numbers for will do. */
    @Override
    public Optional<Party> party(String id) throws TemporarilyUnavailable {
        try {
            ReadOnlyKeyValueStore<String, Party> register = running()
                    .store(StoreQueryParameters.fromNameAndType(
                            StateStores.REGISTER, QueryableStoreTypes.<String, Party>keyValueStore()));
            return Optional.ofNullable(register.get(id));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new TemporarilyUnavailable("this instance does not know the parties yet");
        }
    }

    private AccountView held(AccountRow row, int partition, @Nullable Long lag) throws TemporarilyUnavailable {
        Clock clock = ask(Clock.class, StateStores.ACCOUNTS_CLOCK, Calendar.ROW, partition, lag == null);
        LocalDate today = clock == null ? LocalDate.ofInstant(time.instant(), Calendar.ZONE) : clock.today();
        List<LocalDate> mornings = clock == null ? List.of() : clock.mornings();
        Account account = row.bound(terms(row, partition, lag == null));
        account = GivenNumbers.with(account, given(account, partition, lag == null));
        return new AccountView(
                account,
                today,
                mornings,
                reference.rates(),
                lag,
                factId -> words(row.orderId(), factId, partition, lag == null));
    }

    /** Empty too while nobody can tell: the fact stands there without its words. */
    private Optional<Fact> words(String orderId, String factId, int partition, boolean active) {
        try {
            Bytes key = Grouped.key(orderId, factId.getBytes(StandardCharsets.UTF_8));
            Origin origin = ask(Origin.class, StateStores.SEALED_ORIGINS, key, partition, active);
            return origin == null ? Optional.empty() : unsealed.fact(origin);
        } catch (TemporarilyUnavailable e) {
            return Optional.empty();
        }
    }

    /** Of the documents of an account of which it does not know the number itself. */
    private Function<String, @Nullable NumberGiven> given(Account account, int partition, boolean active)
            throws TemporarilyUnavailable {
        Map<String, NumberGiven> given = new HashMap<>();
        for (DocumentId document : GivenNumbers.unknown(account)) {
            Bytes key = AccountFile.key(document.text());
            byte[] bytes = ask(byte[].class, StateStores.GIVEN_NUMBERS, key, partition, active);
            if (bytes != null) {
                given.put(document.text(), NUMBERS.decode(bytes));
            }
        }
        return given::get;
    }

    /** What a digest names never changes: it is asked for once. */
    private @Nullable Terms terms(AccountRow row, int partition, boolean active) throws TemporarilyUnavailable {
        Bytes digest = row.terms();
        if (digest == null) {
            return null;
        }
        Terms known = terms.get(digest);
        if (known == null) {
            known = ask(Terms.class, StateStores.BOUND_TERMS, digest, partition, active);
            if (known == null) {
                throw new TemporarilyUnavailable("this instance does not know the order's terms yet");
            }
            terms.put(digest, known);
        }
        return known;
    }

    private <K, V> @Nullable V ask(Class<V> type, String store, K key, int partition, boolean active)
            throws TemporarilyUnavailable {
        StateQueryRequest<V> question = StateQueryRequest.inStore(store)
                .withQuery(KeyQuery.<K, V>withKey(key))
                .withPartitions(Set.of(partition));
        try {
            QueryResult<V> result = running()
                    .query(active ? question.requireActive() : question)
                    .getPartitionResults()
                    .get(partition);
            if (result == null) {
                throw new TemporarilyUnavailable("this instance does not hold the order's partition");
            }
            if (result.isSuccess()) {
                return type.cast(result.getResult());
            }
            if (result.getFailureReason() == FailureReason.NOT_ACTIVE
                    || result.getFailureReason() == FailureReason.NOT_PRESENT) {
                throw new TemporarilyUnavailable("this instance does not decide about the order, or not yet");
            }
            throw new TemporarilyUnavailable("the state of this instance is being opened or closed");
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new TemporarilyUnavailable("the state of this instance is being opened or closed");
        }
    }

    private KafkaStreams running() throws TemporarilyUnavailable {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new TemporarilyUnavailable("this instance is starting");
        }
        return running;
    }
}
