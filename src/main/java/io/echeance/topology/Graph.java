package io.echeance.topology;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.Alert;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerNews;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.DraftNews;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.ReferenceAnswer;
import io.echeance.serde.record.ReferenceNews;
import io.echeance.serde.record.ReferenceNews.PayerForgotten;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.node.Accounts;
import io.echeance.topology.node.AnyTimestamp;
import io.echeance.topology.node.CustomerStandings;
import io.echeance.topology.node.ForPayments;
import io.echeance.topology.node.InputMarker;
import io.echeance.topology.node.InputReader;
import io.echeance.topology.node.Intake;
import io.echeance.topology.node.KeyRing;
import io.echeance.topology.node.LogPartitioner;
import io.echeance.topology.node.NameLookup;
import io.echeance.topology.node.Numbering;
import io.echeance.topology.node.PatientSerializer;
import io.echeance.topology.node.PaymentAnswers;
import io.echeance.topology.node.Payments;
import io.echeance.topology.node.Proof;
import io.echeance.topology.node.Publications;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import io.echeance.topology.node.SealingDoor;
import io.echeance.topology.store.StateStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stream on one screen; names are for ever: state and topics bear them. Parts joined by topics: the intake reads;
 * payments find their orders; accounts decide; documents get numbers; customers are judged; the books are added up.
 */
public final class Graph {

    private static final Serde<String> KEY = Serdes.String();
    private static final Consumed<byte[], byte[]> RAW =
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withTimestampExtractor(new AnyTimestamp());

    private final Parts parts;
    private final StreamsBuilder builder = new StreamsBuilder(Kinds.NAMED);

    private Graph(Parts parts) {
        this.parts = parts;
    }

    public static Topology of(Parts parts) {
        return new Graph(parts).build();
    }

    /** Its parts, with their topics and stores; what {@code topology-docs/topology.txt} holds. */
    public static TopologyDescription description() {
        try (RegistrySerdes serdes = RegistrySerdes.configured(Map.of("apicurio.registry.url", "http://localhost"))) {
            RegistryRetry none = RegistryRetry.of(Duration.ZERO, pause -> false);
            return of(new Parts(serdes, new ReferenceData(), none, none, 1, 1, new ClosableDays(false)))
                    .describe();
        }
    }

    private Topology build() {
        publications();
        InputReader inbox = new InputReader(parts.serdes(), parts.patience(), parts.topics());
        Kinds taken = intake(inbox);
        String[] register = shared(Payments.stores());
        Kinds paid = payments(taken, register);
        Kinds said = accounts(inbox);
        matching(taken, paid, said, register);
        issuing(taken, said);
        customers(taken, said);
        proof();
        return builder.build();
    }

    /** Added here, not by the nodes: a store that two nodes bring along does not join them into one part. */
    private String[] shared(List<StoreBuilder<?>> stores) {
        stores.forEach(builder::addStateStore);
        return stores.stream().map(StoreBuilder::name).toArray(String[]::new);
    }

    private Kinds intake(InputReader inbox) {
        List<String> inputs = Intake.TOPICS.stream().map(this::name).toList();
        KStream<String, Object> words = builder.stream(inputs, RAW.withName("inputs"))
                .process(
                        Intake.node(inbox, parts.reference(), parts.ids(), parts.closable(), parts.partitions()),
                        Named.as("intake"))
                .process(SealingDoor.node(parts.sealing()), Named.as("intake-sealed"));
        Kinds taken = Kinds.of(words, "intake");
        keepKeys(taken, "intake");
        refuse(taken, "intake");
        mark(taken);
        say(taken.only("intake-closings", MonthClosed.class), Topic.MONTH_CLOSINGS, "intake");
        log(taken.only("intake-facts", LoggedFact.class), "intake");
        return taken;
    }

    private Kinds payments(Kinds taken, String[] register) {
        KStream<String, LoggedFact> money = taken.only("intake-payments", ForPayments.class, ForPayments::entry);
        KStream<String, Object> words = Handing.onToPayments(
                        money, "payments-by-id", Bindings.LOGGED_FACT, parts.partitions())
                .process(Payments.node(parts.partitions(), parts.sealing()), Named.as("payments"), register);
        return paid(words, "payments");
    }

    /** What is said of payments, wherever it is. */
    private Kinds paid(KStream<String, Object> words, String part) {
        Kinds paid = Kinds.of(words.process(SealingDoor.node(parts.sealing()), Named.as(part + "-sealed")), part);
        keepKeys(paid, part);
        refuse(paid, part);
        say(paid.only(part + "-decisions", CashDecision.class), Topic.CASH_DECISIONS, part);
        say(paid.only(part + "-suspense", SuspenseChange.class), Topic.SUSPENSE_CHANGES, part);
        log(paid.only(part + "-facts", LoggedFact.class), part);
        return paid;
    }

    private Kinds accounts(InputReader inbox) {
        KStream<String, Object> words = builder.stream(name(Topic.FACTS), RAW.withName("facts"))
                .process(
                        Accounts.node(inbox, parts.reference(), parts.partitions(), parts.slice()),
                        Named.as("accounts"));
        Kinds said = Kinds.of(words, "accounts");
        refuse(said, "accounts");
        log(said.only("accounts-days", LoggedFact.class), "accounts");
        say(said.only("accounts-alerts", Alert.class), Topic.DUNNING_ALERTS, "accounts");
        say(said.only("accounts-refunds", RefundDue.class), Topic.REFUNDS, "accounts");
        say(said.only("accounts-holds", ServiceHold.class), Topic.SERVICE_HOLDS, "accounts");
        say(said.only("accounts-statements", Statement.class), Topic.STATEMENTS, "accounts");
        say(said.only("accounts-entries", LedgerEntry.class), Topic.LEDGER_ENTRIES, "accounts");
        return said;
    }

    /**
     * What payments name is looked up where that name is known; the answer comes back to where the payment is. Names
     * know nothing of payments, but belong to the same part: a task and a RocksDB fewer for each partition.
     */
    private void matching(Kinds taken, Kinds paid, Kinds said, String[] register) {
        KStream<String, ReferenceNews> asked = paid.only("payments-names", ReferenceNews.class);
        KStream<String, ReferenceNews> known = said.marked("accounts-references", ReferenceNews.class, Stage.NAMES);
        KStream<String, ReferenceAnswer> answers = handedOn(asked, "names", Bindings.REFERENCE_NEWS)
                .merge(handedOn(known, "references", Bindings.REFERENCE_NEWS), Named.as("names-and-references"))
                .process(NameLookup.node(parts.partitions()), Named.as("references"), register);
        KStream<String, Object> words = Handing.onToPayments(
                        answers, "answers", Bindings.REFERENCE_ANSWER, parts.partitions())
                .process(PaymentAnswers.node(parts.partitions(), parts.sealing()), Named.as("answers"), register);
        Kinds matched = paid(words, "answers");
        say(matched.only("answers-alerts", Alert.class), Topic.DUNNING_ALERTS, "answers");
        Handing.toNames(matched.only("answers-names", ReferenceNews.class), "asked-again", parts.partitions());
        Handing.toNames(taken.only("intake-erased", PayerForgotten.class, one -> one), "erased", parts.partitions());
    }

    private <V> KStream<String, V> handedOn(KStream<String, V> said, String name, Binding<V> values) {
        return Handing.on(said, name, values, parts.partitions());
    }

    /** Where its seller's numbers are, a draft looks up its parties and gets its number. */
    private void issuing(Kinds taken, Kinds said) {
        Serde<PartyNews> news = StateCodec.of(Bindings.PARTY_NEWS).serde();
        KStream<String, Object> parties = taken.only("intake-parties", PartyNews.class)
                .repartition(Repartitioned.with(KEY, news)
                        .withStreamPartitioner(Numbering.toAllPartitions())
                        .withName("parties-to-all"))
                .mapValues(one -> one, Named.as("parties-read"));
        KStream<String, DraftNews> drafts = said.marked("accounts-drafts", DraftNews.class, Stage.ACCOUNTS);
        KStream<String, Object> words = handedOn(drafts, "drafts-by-seller", Bindings.DRAFT_NEWS)
                .mapValues(draft -> (Object) draft, Named.as("drafts-read"))
                .merge(parties, Named.as("drafts-and-parties"))
                .process(Numbering.node(parts.partitions()), Named.as("numbering"));
        Kinds numbered = Kinds.of(words, "numbering");
        say(numbered.only("numbering-alerts", Alert.class), Topic.DUNNING_ALERTS, "numbering");
        say(numbered.only("numbering-invoices", Invoice.class), Topic.INVOICES, "numbering");
        log(numbered.only("numbering-facts", LoggedFact.class), "numbering");
    }

    /** What the orders of a customer show of it, and what people decide, comes together where the customer is. */
    private void customers(Kinds taken, Kinds said) {
        KStream<String, CustomerNews> acted = taken.only("intake-customers", CustomerNews.class);
        KStream<String, CustomerNews> shown = said.marked("accounts-customers", CustomerNews.class, Stage.CLOSED);
        KStream<String, Object> words = handedOn(shown, "customers-by-seller", Bindings.CUSTOMER_NEWS)
                .merge(handedOn(acted, "customer-decisions", Bindings.CUSTOMER_NEWS), Named.as("customers-heard"))
                .process(CustomerStandings.node(parts.partitions()), Named.as("customers"));
        Kinds judged = Kinds.of(words, "customers");
        refuse(judged, "customers");
        say(judged.only("customers-alerts", Alert.class), Topic.DUNNING_ALERTS, "customers");
        say(judged.only("customers-mailings", Mailing.class), Topic.MAILINGS, "customers");
        say(judged.only("customers-standing", CustomerStanding.class), Topic.CUSTOMER_STANDING, "customers");
    }

    /** Adds up what really lies in the books; a balance is written once a commit, see {@link StateStores#balances}. */
    private void proof() {
        Serde<RunningBalance> sums = StateCodec.of(Bindings.RUNNING_BALANCE).serde();
        KStream<String, Object> words = builder.stream(Proof.books(parts.topics()), RAW.withName("ledger-entries"))
                .process(Proof.node(parts.serdes(), parts.topics(), parts.patience()), Named.as("proof"));
        Kinds found = Kinds.of(words, "proof");
        refuse(found, "proof");
        KStream<String, RunningBalance> balances = found.only("proof-sums", RunningBalance.class)
                .repartition(Repartitioned.with(KEY, sums).withName("postings-by-seller"))
                .groupByKey(Grouped.with("postings", KEY, sums))
                .aggregate(
                        () -> RunningBalance.NOTHING,
                        (seller, sum, balance) -> balance.plus(sum),
                        Named.as("trial-balances"),
                        StateStores.balances(StateStores.TRIAL_BALANCES))
                .toStream(Named.as("proof-balances"));
        say(balances, Topic.TRIAL_BALANCES, "proof");
    }

    private void publications() {
        Consumed<String, byte[]> raw =
                Consumed.with(KEY, Serdes.ByteArray()).withTimestampExtractor(new AnyTimestamp());
        builder.addGlobalStore(
                StateStores.global(StateStores.TERMS),
                name(Topic.TERMS),
                raw.withName("terms"),
                Publications.terms(parts.serdes(), parts.reference(), parts.endlessPatience()));
        builder.addGlobalStore(
                StateStores.global(StateStores.STATUTORY_RATES),
                name(Topic.STATUTORY_RATES),
                raw.withName("statutory-rates"),
                Publications.rates(parts.serdes(), parts.reference(), parts.endlessPatience()));
        builder.addGlobalStore(
                StateStores.global(StateStores.PERSON_KEYS),
                name(Topic.PERSON_KEYS),
                raw.withName("person-keys"),
                KeyRing.node(StateStores.PERSON_KEYS));
    }

    private String name(Topic topic) {
        return parts.topics().of(topic);
    }

    private void log(KStream<String, LoggedFact> entries, String writer) {
        Produced<String, LoggedFact> log = produced(KEY, Topic.FACTS, writer);
        entries.to(name(Topic.FACTS), log.withStreamPartitioner(new LogPartitioner()));
    }

    private <V> void say(KStream<String, V> said, Topic topic, String writer) {
        said.to(name(topic), produced(KEY, topic, writer));
    }

    /** Our own records on the input topics, where days end. */
    private void mark(Kinds taken) {
        taken.only("intake-markers", InputMarker.class)
                .to(InputMarker.topics(parts.topics()), InputMarker.produced().withName("intake-to-inputs"));
    }

    /** In the transaction of what they seal. */
    private void keepKeys(Kinds said, String writer) {
        say(said.only(writer + "-keys", PersonKey.class), Topic.PERSON_KEYS, writer);
    }

    private void refuse(Kinds said, String writer) {
        said.only(writer + "-rejected", Rejected.class)
                .map((key, rejected) -> KeyValue.pair(rejected.key(), rejected), Named.as(writer + "-original-key"))
                .to(name(Topic.REJECTED), produced(Serdes.Bytes(), Topic.REJECTED, writer));
    }

    private <K, V> Produced<K, V> produced(Serde<K> keys, Topic topic, String writer) {
        @SuppressWarnings("unchecked") // The table of topics says what its records are.
        Serde<V> values = parts.serdes().serde((Binding<V>) topic.binding().orElseThrow());
        Serde<V> patient =
                Serdes.serdeFrom(new PatientSerializer<>(values.serializer(), parts.patience()), values.deserializer());
        return Produced.with(keys, patient).withName(writer + "-to-" + topic.id());
    }
}
