package io.echeance.topology.node;

import io.echeance.core.ledger.EntryFault;
import io.echeance.core.ledger.PostedEntry;
import io.echeance.core.ledger.PostedEntry.PostedLine;
import io.echeance.core.ledger.Posting;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.StateStores;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
public final class Proof implements Processor<byte[], byte[], String, RunningBalance> {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private static final String NAME = "proof";

    private final RecordReader<PostedEntry> reader;
    private final RecordReader<TakenStatement> statements;
    private final String statementsTopic;
    private final RegistryRetry patience;
    private ProcessorContext<String, RunningBalance> context;
    private KeyValueStore<String, Long> posted;
    /** What this transaction adds, by seller. */
    private final SortedMap<String, RunningBalance> added = new TreeMap<>();

    private long latest;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Proof(
            RecordReader<PostedEntry> reader,
            RecordReader<TakenStatement> statements,
            String statementsTopic,
            RegistryRetry patience) {
        this.reader = reader;
        this.statements = statements;
        this.statementsTopic = statementsTopic;
        this.patience = patience;
    }

    public static ProcessorSupplier<byte[], byte[], String, RunningBalance> node(
            RegistrySerdes serdes, TopicNames topics, RegistryRetry patience) {
        RecordReader<PostedEntry> reader = serdes.reader(Bindings.POSTED_ENTRY);
        RecordReader<TakenStatement> statements = serdes.reader(Bindings.TAKEN_STATEMENT);
        String statementsTopic = topics.of(Topic.BANK_STATEMENTS);
        return Node.of(
                () -> new Proof(reader, statements, statementsTopic, patience),
                StateStores.postedEntries(StateStores.POSTED_ENTRIES),
                AtCommit.of(NAME));
    }

    @Override
    public void init(ProcessorContext<String, RunningBalance> context) {
        this.context = context;
        this.posted = context.getStateStore(StateStores.POSTED_ENTRIES);
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

    /** Its entries are in the books; what the bank says that it holds is not. */
    private void take(byte[] value, Place place) {
        switch (patience.with(() -> statements.read(place.topic(), value))) {
            case Reading.Readable<TakenStatement>(TakenStatement statement) -> {
                if (statement.seller() != null) {
                    added.merge(
                            statement.seller(),
                            RunningBalance.of(statement.seller(), statement.proof()),
                            RunningBalance::plus);
                }
            }
            case Reading.Unreadable<TakenStatement>(String sentence) ->
                add(Posting.unreadable(Objects.requireNonNull(fault(null, sentence, place))));
        }
    }

    private void sayWhatIsAdded() {
        added.forEach((seller, sum) -> context.forward(new Record<>(seller, sum, latest)));
        added.clear();
    }

    private Posting posting(PostedEntry entry, Place place) {
        long digest = digest(entry);
        Long before = posted.get(entry.entryId());
        if (before != null) {
            String otherwise =
                    before == digest ? null : "it was posted before with different content; this one is left out";
            return Posting.again(entry, fault(entry.entryId(), otherwise, place));
        }
        posted.put(entry.entryId(), digest);
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

    /** Of what an entry posts, not of its words: these may be put better by a later release. */
    private static long digest(PostedEntry entry) {
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
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
