package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.OneMasterKey;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Language;
import io.echeance.core.matching.AccountMemory;
import io.echeance.core.matching.KnownName;
import io.echeance.query.access.PersonsDesk.Erasure;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.query.access.PersonsDesk.Extent;
import io.echeance.serde.Bindings;
import io.echeance.serde.DetailBytes;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.AlikeNames;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what there is of a person, and erases it. */
public final class PersonDesk {

    private final Cluster cluster;

    public PersonDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws WorkFailed if nothing was ever known of the person */
    PersonFile file(String id, Set<String> claimed) {
        PersonFile file = new PersonFile(id, Instant.now(), claimed);
        List<Topic> first = new ArrayList<>(PersonFile.NAMING);
        first.add(Topic.FACTS);
        read(first, read -> {
            if (read.topic() == Topic.FACTS) {
                file.hearOrder(read.as(Object.class).orElse(null));
            } else {
                hear(file, read);
            }
        });
        readStores(file);
        read(PersonFile.WHETHER_PLACED, read -> hear(file, read));
        read(PersonFile.ABOUT_ORDERS, read -> hear(file, read));
        read(PersonFile.ABOUT_PAYMENTS, read -> hear(file, read));
        if (!file.isKnown()) {
            throw new NobodyKnown(id);
        }
        return file;
    }

    private void read(List<Topic> topics, Consumer<TopicReader.Read> heard) {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, topics)) {
            reader.rest(heard);
        }
    }

    private static void hear(PersonFile file, TopicReader.Read read) {
        byte[] key = read.record().key();
        file.hear(
                read.topic(),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                read.as(Object.class).orElse(null));
    }

    /** What waits for its order, and what people decided about customers. */
    private void readStores(PersonFile file) {
        Deserializer<SuspenseEntry> waiting =
                StateCodec.of(Bindings.SUSPENSE_ENTRY).serde().deserializer();
        String suspense = Changelog.of(cluster, StateStores.SUSPENSE);
        Changelog.readTopics(cluster, List.of(suspense, Changelog.of(cluster, StateStores.CUSTOMERS)), row -> {
            if (row.topic().equals(suspense)) {
                String key = new String(row.key(), StandardCharsets.ISO_8859_1);
                file.hearWaiting(key, waiting.deserialize("", row.value()));
            } else {
                CustomerFiles.ofChangelog(row.key(), row.value(), file::hear);
            }
        });
    }

    /**
     * Erases what may go, or, if that was done before, looks whether it is gone.
     *
     * @param claimed payments that are the person's though nobody named a payer
     * @param wanted the language of the certificate; null: the person's
     * @throws WorkFailed if business is open, or a claimed payment is not known to be the person's, saying which
     */
    public List<String> certified(String id, String by, Set<String> claimed, @Nullable Language wanted) {
        return erase(id, by, claimed, wanted).lines();
    }

    Certificate erase(String id, String by, Set<String> claimed, @Nullable Language wanted) {
        PersonFile file = file(id, claimed);
        Language language = wanted == null ? file.language() : wanted;
        file.requireClaims(language);
        List<OpenBusiness> open = file.openBusiness();
        if (!open.isEmpty() && !Remains.wasErased(file)) {
            throw ErasureRefused.open(open, language);
        }
        Going going = Going.of(file, open);
        if (!left(id, going.keys()).isEmpty()) {
            delete(id, going.keys());
        }
        return Certificate.of(file, Instant.now(), by, going, left(id, going.keys()), language);
    }

    /**
     * Each time that something is left, again: a topic on which nothing is written any more is never cleaned where it
     * was written last.
     */
    private void delete(String id, Set<String> keys) {
        List<Entry> deletions = new ArrayList<>();
        deletions.add(new Entry(Topic.PARTIES, id, null));
        keys.forEach(key -> deletions.add(new Entry(Topic.PERSON_KEYS, key, null)));
        try (Publisher publisher = Publisher.of(cluster)) {
            publisher.publish(deletions);
        }
    }

    /** How far the erasure of a person is; nothing is changed. */
    Erasure erasure(String id, @Nullable Language wanted) {
        PersonFile file = file(id, Set.of());
        Language language = wanted == null ? file.language() : wanted;
        List<OpenBusiness> open = file.openBusiness();
        Set<String> keys = Going.of(file, open).keys();
        Extent extent = new Extent(
                file.isErased(), keys.size(), Remains.of(file, language).all());
        if (!open.isEmpty() && !Remains.wasErased(file)) {
            return ErasureRefused.open(open, language).erasure(extent);
        }
        if (file.party() != null || open.isEmpty() && !file.keys().isEmpty()) {
            return new Erasure(ErasureState.KEPT, List.of(), extent, language);
        }
        List<String> left = left(id, keys);
        ErasureState state = left.isEmpty() ? ErasureState.ERASED : ErasureState.PENDING;
        return new Erasure(state, left, extent, language);
    }

    /**
     * Writes all that is kept of a person, as a zip.
     *
     * @param wanted the language of its summary; null: the person's
     * @throws WorkFailed if it would not be all, for words lie sealed that the master key at hand does not open
     */
    public void export(String id, OutputStream out, @Nullable Language wanted) throws IOException {
        OneMasterKey.requireSame(cluster);
        PersonFile file = file(id, Set.of());
        MasterKey master = cluster.masterKey();
        if (master == null && !file.keys().isEmpty()) {
            throw WordsSealed.of(id, wanted == null ? file.language() : wanted);
        }
        Map<String, PersonKey> keys = file.keys();
        new PersonExport(file, wanted == null ? file.language() : wanted, origin -> {
                    String keyId = String.valueOf(origin.sealedBy());
                    PersonKey key = keys.get(keyId);
                    return master == null || key == null
                            ? Optional.empty()
                            : master.open(keyId, key)
                                    .flatMap(one -> one.open(origin.value().get(), origin.place()))
                                    .flatMap(bytes -> fact(origin.topic(), bytes));
                })
                .write(out);
    }

    private Optional<Object> fact(String name, byte[] bytes) {
        if (DetailBytes.are(bytes)) {
            return Optional.of(DetailBytes.read(bytes));
        }
        return cluster.topics().named(name).flatMap(topic -> {
            RecordReader<?> reader = cluster.serdes().reader(topic.binding().orElseThrow());
            return reader.read(name, bytes) instanceof Reading.Readable<?>(Object fact)
                    ? Optional.of(fact)
                    : Optional.empty();
        });
    }

    /** The topics in which a record of what was erased still lies, deleted or not. */
    private List<String> left(String id, Set<String> sealing) {
        Set<String> left = new TreeSet<>();
        String parties = cluster.topics().of(Topic.PARTIES);
        String keys = cluster.topics().of(Topic.PERSON_KEYS);
        String accounts = Changelog.of(cluster, StateStores.ACCOUNT_MEMORY);
        List<String> topics = List.of(parties, keys, Changelog.of(cluster, StateStores.REGISTER), accounts);
        Deserializer<AlikeNames> known =
                StateCodec.of(Bindings.ALIKE_NAMES).serde().deserializer();
        Changelog.readTopics(cluster, topics, record -> {
            String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            boolean isIts = record.topic().equals(keys) ? sealing.contains(key) : key.equals(id);
            if (record.topic().equals(accounts) && record.value() != null) {
                List<KnownName> names =
                        known.deserialize(accounts, record.value()).names();
                isIts = AccountMemory.isOf(key, names, id);
            }
            if (isIts && record.value() != null) {
                left.add(record.topic());
            }
        });
        return List.copyOf(left);
    }
}
