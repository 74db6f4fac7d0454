package io.echeance.topology.node;

import io.echeance.core.ledger.EntryFault;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.PostedEntry;
import io.echeance.core.ledger.PostedEntry.PostedLine;
import io.echeance.core.ledger.Posting;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.BookedAccounts;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.MonthRows;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the books as they lie on their topic, whoever wrote them, and says at the end of each transaction what its
 * records add to the balance of each seller. Each entry is added once, however often it stands there: a replay of the
 * log says all of them again.
 */
public final class Proof implements Processor<byte[], byte[], String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private static final String NAME = "proof";

    /** Before the key of a statement among the entries: no id has such a letter. */
    private static final String STATEMENT = "\u0000";

    private final RecordReader<PostedEntry> reader;
    private final RecordReader<TakenStatement> statements;
    private final String statementsTopic;
    private final RecordReader<SuspenseChange> changes;
    private final String changesTopic;
    private final RecordReader<MonthClosed> closings;
    private final String closingsTopic;
    private final RegistryRetry patience;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Integer> posted;
    private MonthBooks months;
    private BookedAccounts accounts;
    /** What this transaction adds, by seller. */
    private final SortedMap<String, RunningBalance> added = new TreeMap<>();

    private long latest;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Proof(RegistrySerdes serdes, TopicNames topics, RegistryRetry patience) {
        this.reader = serdes.reader(Bindings.POSTED_ENTRY);
        this.statements = serdes.reader(Bindings.TAKEN_STATEMENT);
        this.statementsTopic = topics.of(Topic.BANK_STATEMENTS);
        this.changes = serdes.reader(Bindings.SUSPENSE_CHANGE);
        this.changesTopic = topics.of(Topic.SUSPENSE_CHANGES);
        this.closings = serdes.reader(Bindings.MONTH_CLOSED);
        this.closingsTopic = topics.of(Topic.MONTH_CLOSINGS);
        this.patience = patience;
    }

    /** The topics that it reads. */
    public static List<String> books(TopicNames topics) {
        return Stream.of(Topic.LEDGER_ENTRIES, Topic.BANK_STATEMENTS, Topic.SUSPENSE_CHANGES, Topic.MONTH_CLOSINGS)
                .map(topics::of)
                .toList();
    }

    public static ProcessorSupplier<byte[], byte[], String, Object> node(
            RegistrySerdes serdes, TopicNames topics, RegistryRetry patience) {
        return Node.of(
                () -> new Proof(serdes, topics, patience),
                StateStores.postedEntries(StateStores.POSTED_ENTRIES),
                BookedAccounts.builder(),
                MonthRows.sums(),
                MonthRows.closed(),
                AtCommit.of(NAME));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.posted = context.getStateStore(StateStores.POSTED_ENTRIES);
        this.months = new MonthBooks(context.getStateStore(MonthRows.SUMS), context.getStateStore(MonthRows.CLOSED));
        this.accounts = new BookedAccounts(context.getStateStore(BookedAccounts.NAME));
        this.added.clear();
        AtCommit.does(NAME, context, this::sayWhatIsAdded);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Place place =
                Place.of(context.recordMetadata().orElseThrow(), record.timestamp(), record.key(), record.value());
        latest = Math.max(latest, record.timestamp());
        if (place.topic().equals(statementsTopic)) {
            take(record.value(), place);
            return;
        }
        if (place.topic().equals(changesTopic)) {
            suspend(record.value(), place);
            return;
        }
        if (place.topic().equals(closingsTopic)) {
            close(record.value(), place);
            return;
        }
        Posting posting = switch (patience.with(() -> reader.read(place.topic(), record.value()))) {
            case Reading.Readable<PostedEntry>(PostedEntry entry) -> posting(entry, place);
            case Reading.Unreadable<PostedEntry>(String sentence) ->
                Posting.unreadable(Objects.requireNonNull(fault(null, sentence, place)));
        };
        add(posting);
    }

    private void add(Posting posting) {
        RunningBalance before = added.getOrDefault(posting.seller(), RunningBalance.NOTHING);
        added.put(posting.seller(), before.plus(posting));
    }

    private void add(RunningBalance more) {
        added.merge(more.seller(), more, RunningBalance::plus);
    }

    /** Its entries are in the books; what the bank says that it holds is not. */
    private void take(byte[] value, Place place) {
        switch (patience.with(() -> statements.read(place.topic(), value))) {
            case Reading.Readable<TakenStatement>(TakenStatement statement) -> {
                String seller = statement.seller();
                if (seller != null) {
                    accounts.isOf(seller, statement.account()).ifPresent(this::add);
                    add(RunningBalance.of(seller, statement.proof()));
                    addOnce(RunningBalance.of(seller, statement.wentOut()), statement);
                }
            }
            case Reading.Unreadable<TakenStatement>(String sentence) ->
                add(Posting.unreadable(Objects.requireNonNull(fault(null, sentence, place))));
        }
    }

    /** What it tells of its days counts once by itself; what went out is a sum. */
    private void addOnce(RunningBalance wentOut, TakenStatement statement) {
        String id = STATEMENT + statement.account() + "/" + statement.digest();
        if (!wentOut.suspense().isNothing() && posted.get(id) == null) {
            posted.put(id, 0);
            add(wentOut);
        }
    }

    /** Money waits, or waits no longer. */
    private void suspend(byte[] value, Place place) {
        switch (patience.with(() -> changes.read(place.topic(), value))) {
            case Reading.Readable<SuspenseChange>(SuspenseChange change) ->
                accounts.added(change).ifPresent(this::add);
            case Reading.Unreadable<SuspenseChange>(String sentence) ->
                add(Posting.unreadable(Objects.requireNonNull(fault(null, sentence, place))));
        }
    }

    private void close(byte[] value, Place place) {
        switch (patience.with(() -> closings.read(place.topic(), value))) {
            case Reading.Readable<MonthClosed>(MonthClosed closing) -> months.close(closing);
            case Reading.Unreadable<MonthClosed>(String sentence) ->
                context.forward(new Record<>(null, place.unreadable(Calendar.dayOf(place.at()), sentence), latest));
        }
    }

    private void sayWhatIsAdded() {
        months.write();
        added.forEach((seller, sum) -> context.forward(new Record<>(seller, sum, latest)));
        added.clear();
    }

    private Posting posting(PostedEntry entry, Place place) {
        int checksum = checksum(entry);
        Integer before = posted.get(entry.entryId());
        if (before != null) {
            String otherwise =
                    before == checksum ? null : "it was posted before with different content; this one is left out";
            return Posting.again(entry, fault(entry.entryId(), otherwise, place));
        }
        posted.put(entry.entryId(), checksum);
        months.add(entry);
        return Posting.of(entry, fault(entry.entryId(), entry.fault(), place));
    }

    private static @Nullable EntryFault fault(@Nullable String entryId, @Nullable String sentence, Place place) {
        if (sentence == null) {
            return null;
        }
        LOG.error(
                "The books do not prove themselves: entry {} at {}-{}@{}: {}",
                entryId,
                place.topic(),
                place.partition(),
                place.offset(),
                sentence);
        return new EntryFault(entryId, place.topic(), place.partition(), place.offset(), sentence);
    }

    /**
     * Of what an entry posts (CRC32C), not of its words: these may be put better by a later release. Of four thousand
     * million entries that are posted otherwise one is not noticed.
     */
    private static int checksum(PostedEntry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.seller())
                .append('\n')
                .append(entry.journal())
                .append('\n')
                .append(entry.on());
        for (PostedLine line : entry.lines()) {
            text.append('\n').append(line.account()).append('\t').append(line.party());
            text.append('\t').append(line.debit()).append('\t').append(line.credit());
        }
        CRC32C checksum = new CRC32C();
        checksum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
