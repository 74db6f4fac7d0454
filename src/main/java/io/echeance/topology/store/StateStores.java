package io.echeance.topology.store;

import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.terms.Terms;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.AlikeNames;
import io.echeance.serde.record.Barrier;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.NumberGiven;
import io.echeance.serde.record.NumberedDocument;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores. Their names are for ever: changelogs and state directories bear them. None but the series and the trial
 * balances has a record cache: it would hide rows from range scans and from queries. What is written once and stays is
 * {@linkplain GatheredStore gathered}: a record a transaction on the changelog, not a record a row.
 */
public final class StateStores {

    public static final String INTAKE_CLOCK = "intake-clock";
    public static final String INTAKE_BARRIER = "intake-barrier";
    /** Payment or refund id → what we received of it, where it went, and what of it asks: {@link PaymentRows}. */
    public static final String PAYMENTS = "payments";
    /** (payment id, fact id) → a payment that waits for what it names, or a return that waits for its payment. */
    public static final String SUSPENSE = "suspense";
    /** (date, payment id): when what is in suspense is announced. */
    public static final String SUSPENSE_WAKE_UPS = "suspense-wake-ups";

    public static final String SUSPENSE_CLOCK = "suspense-clock";
    /** How rules were used, and which of them persons have corrected too often: {@link RuleRows}. */
    public static final String MATCHING_RULES = "matching-rules";

    public static final String PAYMENTS_BARRIER = "payments-barrier";

    /** What is found by its exact name only: document ids above all → order id. */
    public static final String REFERENCES = "references";
    /** Key → the names that are alike, order ids and numbers, and where they lead. */
    public static final String ALIKE = "references-alike";
    /** Mark of an account → whose payments came from it; erased with the payer. */
    public static final String ACCOUNT_MEMORY = "account-memory";
    /** (key, payment id, fact id): the payments that may name something of a key and have not found their order. */
    public static final String ASKERS = "askers";
    /** (day, key, payment id, fact id): those of them who are told when that day is closed that nothing is known. */
    public static final String CLOSING_ASKERS = "closing-askers";

    public static final String REFERENCES_BARRIER = "references-barrier";

    /** Order id → its account. Behind the accounts lie their indexes, which have no changelog: {@link AccountFile}. */
    public static final String ACCOUNTS = "accounts";
    /** Digest → the terms that bind orders of the partition. See {@link BoundTerms}. */
    public static final String BOUND_TERMS = "bound-terms";
    /** Document id → its number, which its account has not taken in yet. See {@link GivenNumbers}. */
    public static final String GIVEN_NUMBERS = "given-numbers";
    /** (order id, fact id) → where a fact came from that waits for its order. */
    public static final String WAITING_ORIGINS = "waiting-origins";

    /** (order id, fact id) → where a fact came from whose words are sealed, with its sealed bytes. */
    public static final String SEALED_ORIGINS = "sealed-origins";

    public static final String ACCOUNTS_CLOCK = "accounts-clock";
    public static final String ACCOUNTS_BARRIER = "accounts-barrier";
    /** (day, arrival) → a fact that belongs to a day which has not come for the accounts. */
    public static final String EARLY_FACTS = "early-facts";
    /** (day, arrival) → a payment, return or refund that belongs to a day which has not come for their register. */
    public static final String EARLY_PAYMENTS = "early-payments";

    /** Digest → the terms that drafts rest on which come here. See {@link BoundTerms}. */
    public static final String DRAFT_TERMS = "draft-terms";
    /** Party id → what the topic says of it; personal data. */
    public static final String REGISTER = "register";
    /** Document id → its draft, which is held back. */
    public static final String HELD_DRAFTS = "held-drafts";
    /** (what is waited for, arrival, document id): which drafts wait for a party, or for a document. */
    public static final String HELD_FOR = "held-for";
    /** Party id → the first draft that waits for it of which nobody was alerted. */
    public static final String HELD_UNANNOUNCED = "held-unannounced";

    public static final String NUMBERING_CLOCK = "numbering-clock";
    public static final String NUMBERING_BARRIER = "numbering-barrier";
    /** What was announced once: see {@link io.echeance.topology.node.Numbering}. */
    public static final String ABROAD_ASKED = "abroad-asked";
    /** (party id, digest) → the party as issued documents name it; personal data, kept as they are by law. */
    public static final String NAMED_PARTIES = "named-parties";

    /** Series → its last number. A system of record: see topology-docs/stores.md. */
    public static final String SERIES = "series";
    /** Document id → number, day, and which parties it names. A system of record: see topology-docs/stores.md. */
    public static final String NUMBERS = "numbers";

    /** (seller/customer, order id) → what an order shows of its customer; (seller/customer) → the customer. */
    public static final String CUSTOMERS = "customers";

    /** (day, number) → what payers are to be written when the day is closed: {@link PostRows}. */
    public static final String POST = "post";

    public static final String CUSTOMERS_BARRIER = "customers-barrier";
    /** Entry id → checksum of what it posts: each entry is added once to the running proof. */
    public static final String POSTED_ENTRIES = "posted-entries";
    /** Seller → its running balance. */
    public static final String TRIAL_BALANCES = "trial-balances";

    /** Pinned id → terms, on every instance. */
    public static final String TERMS = "terms";
    /** Semester → rates, on every instance. */
    public static final String STATUTORY_RATES = "statutory-rates";

    /** Key id → the key of an entry that names a person, wrapped, on every instance. */
    public static final String PERSON_KEYS = "person-keys";

    /** Of stores with what names a person in clear: what is deleted is cleaned within a day or two. */
    public static final Map<String, String> FORGETTING = Map.of(
            "max.compaction.lag.ms",
            "86400000",
            "segment.ms",
            "3600000",
            "delete.retention.ms",
            "86400000",
            "min.cleanable.dirty.ratio",
            "0.01");

    /** Those whose changelogs forget. */
    public static final List<String> FORGETTING_STORES = List.of(REGISTER, PAYMENTS, ACCOUNT_MEMORY);

    /** Of stores whose rows are soon deleted: small segments, compacted early; a restore reads few dead rows. */
    private static final Map<String, String> SHORT_LIVED = Map.of(
            "segment.bytes", "16777216", "min.cleanable.dirty.ratio", "0.1", "max.compaction.lag.ms", "86400000");

    private StateStores() {}

    /** One row: in memory, with a changelog. */
    public static StoreBuilder<KeyValueStore<String, Clock>> clock(String name) {
        return small(name, Serdes.String(), state(Bindings.CLOCK));
    }

    /** A few rows, written once a day: in memory, with a changelog. */
    public static StoreBuilder<KeyValueStore<String, Barrier>> barrier(String name) {
        return small(name, Serdes.String(), state(Bindings.BARRIER));
    }

    public static StoreBuilder<KeyValueStore<Bytes, LoggedFact>> loggedFacts(String name) {
        return kept(name, Serdes.Bytes(), state(Bindings.LOGGED_FACT), SHORT_LIVED);
    }

    /** A few rows, written once: in memory, with a changelog. */
    public static StoreBuilder<KeyValueStore<Bytes, Terms>> boundTerms(String name) {
        return small(name, Serdes.Bytes(), state(Bindings.TERMS));
    }

    /** Each an {@link AccountFile}; behind them the rows of their indexes. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> accounts(String name) {
        return new StoreAbove<>(derived(DerivedRowsSupplier.ofAccounts(Disks.of(name))), ChangesOfAccounts::new);
    }

    /** See {@link CustomerFiles}. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> customers(String name) {
        return derived(DerivedRowsSupplier.waking(Disks.of(name)));
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> derived(DerivedRowsSupplier rows) {
        return Stores.keyValueStoreBuilder(rows, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    public static StoreBuilder<KeyValueStore<String, PaymentRow>> payments(String name) {
        return kept(name, Serdes.String(), state(Bindings.PAYMENT_ROW), FORGETTING);
    }

    public static StoreBuilder<KeyValueStore<String, AlikeNames>> alikeNames(String name) {
        return gathered(name, Serdes.String(), state(Bindings.ALIKE_NAMES));
    }

    /** Of accounts that money came from: what is deleted is cleaned within a day or two. */
    public static StoreBuilder<KeyValueStore<String, AlikeNames>> accountMemory(String name) {
        return kept(name, Serdes.String(), state(Bindings.ALIKE_NAMES), FORGETTING);
    }

    public static StoreBuilder<KeyValueStore<Bytes, SuspenseEntry>> suspenseEntries(String name) {
        return kept(name, Serdes.Bytes(), state(Bindings.SUSPENSE_ENTRY), SHORT_LIVED);
    }

    public static StoreBuilder<KeyValueStore<String, Party>> parties(String name) {
        return kept(name, Serdes.String(), state(Bindings.PARTY), FORGETTING);
    }

    public static StoreBuilder<KeyValueStore<Bytes, Party>> namedParties(String name) {
        return kept(name, Serdes.Bytes(), state(Bindings.PARTY), Map.of());
    }

    public static StoreBuilder<KeyValueStore<String, HeldDraft>> heldDrafts(String name) {
        return kept(name, Serdes.String(), state(Bindings.HELD_DRAFT), SHORT_LIVED);
    }

    public static StoreBuilder<KeyValueStore<String, NumberedDocument>> numbers(String name) {
        return gathered(name, Serdes.String(), state(Bindings.NUMBERED));
    }

    public static StoreBuilder<KeyValueStore<String, NumberGiven>> givenNumbers(String name) {
        return gathered(name, Serdes.String(), state(Bindings.NUMBER_GIVEN));
    }

    public static StoreBuilder<KeyValueStore<Bytes, Origin>> origins(String name) {
        return kept(name, Serdes.Bytes(), state(Bindings.ORIGIN), SHORT_LIVED);
    }

    /** See {@link PostRows}. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> post(String name) {
        return kept(name, Serdes.Bytes(), Serdes.ByteArray(), SHORT_LIVED);
    }

    /** Each written once, and never again. */
    public static StoreBuilder<KeyValueStore<Bytes, Origin>> sealedOrigins(String name) {
        return kept(name, Serdes.Bytes(), state(Bindings.ORIGIN), Map.of());
    }

    /** Rows that are only keys. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> keys(String name) {
        return kept(name, Serdes.Bytes(), Serdes.ByteArray(), SHORT_LIVED);
    }

    public static StoreBuilder<KeyValueStore<String, String>> texts(String name) {
        return gathered(name, Serdes.String(), Serdes.String());
    }

    /**
     * A row a seller and year, in memory, with a changelog. Every document changes it: cached, so that it is written
     * once a commit.
     */
    public static StoreBuilder<KeyValueStore<String, Long>> series(String name) {
        return small(name, Serdes.String(), Serdes.Long()).withCachingEnabled();
    }

    public static StoreBuilder<KeyValueStore<String, Long>> counters(String name) {
        return kept(name, Serdes.String(), Serdes.Long(), Map.of());
    }

    /** A row an entry, for ever: written once a transaction. */
    public static StoreBuilder<KeyValueStore<String, Integer>> postedEntries(String name) {
        return gathered(name, Serdes.String(), Serdes.Integer());
    }

    /**
     * In memory, with a changelog: a row a seller. Cached, so that its balance is written and sent once a commit, not
     * once an entry: a busy seller has thousands of entries between two commits.
     */
    public static Materialized<String, RunningBalance, KeyValueStore<Bytes, byte[]>> balances(String name) {
        return Materialized.<String, RunningBalance>as(Stores.inMemoryKeyValueStore(name))
                .withKeySerde(Serdes.String())
                .withValueSerde(state(Bindings.RUNNING_BALANCE))
                .withLoggingEnabled(SHORT_LIVED)
                .withCachingEnabled();
    }

    /** In memory, filled from its topic at every start. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> global(String name) {
        return Stores.keyValueStoreBuilder(new FewRowsSupplier(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingDisabled();
    }

    private static <T> Serde<T> state(Binding<T> binding) {
        return StateCodec.of(binding).serde();
    }

    /** Rows that stay as they are. */
    private static <K, V> StoreBuilder<KeyValueStore<K, V>> gathered(String name, Serde<K> keys, Serde<V> values) {
        return new StoreAbove<>(
                derived(DerivedRowsSupplier.gathered(Disks.of(name))), rows -> new GatheredStore<>(rows, keys, values));
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> kept(
            String name, Serde<K> keys, Serde<V> values, Map<String, String> changelog) {
        return Stores.keyValueStoreBuilder(Disks.of(name), keys, values)
                .withCachingDisabled()
                .withLoggingEnabled(changelog);
    }

    /** A few rows: in memory, with a changelog. */
    static <K, V> StoreBuilder<KeyValueStore<K, V>> small(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(new FewRowsSupplier(name), keys, values)
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
