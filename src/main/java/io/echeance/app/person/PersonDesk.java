package io.echeance.app.person;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.order.Fact;
import io.echeance.query.access.PersonsDesk.Erasure;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what there is of a person, and erases it. */
public final class PersonDesk {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;

    public PersonDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws WorkFailed if nothing was ever known of the person */
    PersonFile file(String id) {
        PersonFile file = new PersonFile(id, Instant.now());
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.FACTS))) {
            reader.rest(read -> file.hearOrder(read.as(Object.class).orElse(null)));
        }
        for (Topic topic : PersonFile.TOPICS) {
            try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(topic))) {
                reader.rest(read -> {
                    byte[] key = read.record().key();
                    file.hear(
                            topic,
                            key == null ? null : new String(key, StandardCharsets.UTF_8),
                            read.as(Object.class).orElse(null));
                });
            }
        }
        if (!file.isKnown()) {
            throw new NobodyKnown(id);
        }
        return file;
    }

    /**
     * Erases what may go, or, if that was done before, looks whether it is gone.
     *
     * @throws WorkFailed if business is open, saying which
     */
    public List<String> erase(String id, String by) {
        return certified(id, by).lines();
    }

    Certificate certified(String id, String by) {
        PersonFile file = file(id);
        List<String> open = file.openBusiness();
        if (!open.isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add(
                    "nothing was erased, for business is open; end it first (cancel, settle, pay back or write off):");
            open.forEach(one -> lines.add("  " + one));
            lines.add("to perform the contract, and claim or pay back what is owed, is a ground to keep the data (GDPR,"
                    + " art. 17(3)(e)).");
            throw new WorkFailed(lines);
        }
        Map<String, PersonKey> keys = file.keys();
        boolean known = file.party() != null;
        List<Entry> deletions = new ArrayList<>();
        if (known) {
            deletions.add(new Entry(Topic.PARTIES, id, null));
        }
        keys.keySet().forEach(key -> deletions.add(new Entry(Topic.PERSON_KEYS, key, null)));
        if (!deletions.isEmpty()) {
            try (Publisher publisher = Publisher.of(cluster)) {
                publisher.publish(deletions);
            }
        }
        List<String> left = left(id, file);
        return new Certificate(id, Instant.now(), by, known, keys.size(), left.isEmpty(), left, Certificate.kept(file));
    }

    /** How far the erasure of a person is; nothing is changed. */
    Erasure erasure(String id) {
        PersonFile file = file(id);
        if (file.party() != null || !file.keys().isEmpty()) {
            List<String> open = file.openBusiness();
            return new Erasure(open.isEmpty() ? ErasureState.KEPT : ErasureState.BUSINESS_OPEN, open);
        }
        List<String> left = left(id, file);
        return new Erasure(left.isEmpty() ? ErasureState.ERASED : ErasureState.PENDING, left);
    }

    /** Writes all that is kept of a person, as a zip. */
    public void export(String id, OutputStream out) throws IOException {
        PersonFile file = file(id);
        MasterKey master = cluster.masterKey();
        Map<String, PersonKey> keys = file.keys();
        new PersonExport(file, origin -> {
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

    private Optional<Fact> fact(String name, byte[] bytes) {
        return cluster.topics().named(name).flatMap(topic -> {
            RecordReader<?> reader = cluster.serdes().reader(topic.binding().orElseThrow());
            return reader.read(name, bytes) instanceof Reading.Readable<?>(Fact fact)
                    ? Optional.of(fact)
                    : Optional.empty();
        });
    }

    /** The topics in which a record of what was erased still lies, deleted or not. */
    private List<String> left(String id, PersonFile file) {
        Set<String> left = new TreeSet<>();
        String parties = cluster.topics().of(Topic.PARTIES);
        String keys = cluster.topics().of(Topic.PERSON_KEYS);
        Set<String> topics = new TreeSet<>(Set.of(parties, keys));
        cluster.answer(cluster.admin().listTopics().names()).stream()
                .filter(name -> name.endsWith("-register-changelog"))
                .forEach(topics::add);
        Set<String> sealing = file.sealing();
        try (Consumer<byte[], byte[]> consumer = cluster.reader()) {
            for (String topic : topics) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    consumer.poll(POLL).forEach(record -> {
                        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                        boolean isIts = topic.equals(keys) ? sealing.contains(key) : key.equals(id);
                        if (isIts && record.value() != null) {
                            left.add(topic);
                        }
                    });
                }
            }
        }
        return List.copyOf(left);
    }
}
