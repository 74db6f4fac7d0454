package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.filing.YearOfBankFiles;
import io.echeance.app.filing.YearOfFiles;
import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Language;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Destroys what names people of a year whose books need be kept no longer, and says what it did and could not. */
public final class ClosedYearDesk {

    private static final List<Topic> TOPICS = List.of(Topic.FACTS, Topic.CASH_DECISIONS, Topic.STATEMENTS);

    private final Cluster cluster;

    public ClosedYearDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Where the year's files are.
     *
     * @param files folders of documents, letters and mailings
     * @param banks folders that {@code bank watch} watches
     */
    public record Folders(List<Path> files, List<Path> banks) {

        public Folders {
            files = List.copyOf(files);
            banks = List.copyOf(banks);
        }
    }

    /**
     * @param execute false: only says what would go
     * @return a certificate
     * @throws WorkFailed if the year's books have to be there today
     */
    public List<String> end(int year, Instant now, String by, Folders folders, boolean execute, Language language) {
        LocalDate until = ClosedYear.keptUntil(year);
        if (!LocalDate.ofInstant(now, Calendar.ZONE).isAfter(until)) {
            throw new WorkFailed(language.in(
                    "les livres de " + year + " sont à conserver jusqu’au " + language.day(until)
                            + " (C. com., art. L123-22) : rien de cette année n’est supprimé avant.",
                    "the books of " + year + " are kept until " + language.day(until)
                            + " (C. com., L123-22): nothing of that year goes before."));
        }
        ClosedYear closed = heard(year);
        YearOfFiles files = new YearOfFiles(year, closed.sellers(), closed.sellersAtWork());
        Map<Path, Ended> ended = new LinkedHashMap<>();
        folders.files().forEach(folder -> ended.put(folder, files.end(folder, execute)));
        if (closed.open().isEmpty()) {
            folders.banks().forEach(folder -> ended.putAll(new YearOfBankFiles(year).end(folder, execute)));
        }
        List<String> lying = lying(closed.keys());
        if (execute && !lying.isEmpty()) {
            destroy(lying);
        }
        return new YearCertificate(closed, lying.size(), keysTopic(), ended, execute, language).lines(now, by);
    }

    private ClosedYear heard(int year) {
        ClosedYear closed = new ClosedYear(year);
        try (TopicReader reader = TopicReader.fromBeginning(cluster, TOPICS)) {
            reader.rest(read -> closed.hear(read.as(Object.class).orElse(null)));
        }
        return closed;
    }

    private String keysTopic() {
        return cluster.topics().of(Topic.PERSON_KEYS);
    }

    /** Those of the keys that a reader of the topic still finds, deleted or not. */
    private List<String> lying(Set<String> keys) {
        Set<String> lying = new TreeSet<>();
        Changelog.readTopics(cluster, List.of(keysTopic()), record -> {
            String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() != null && keys.contains(key)) {
                lying.add(key);
            }
        });
        return List.copyOf(lying);
    }

    /** Each time that some lie there, again: what is written last on a topic is never cleaned. */
    private void destroy(List<String> keys) {
        try (Publisher publisher = Publisher.of(cluster)) {
            publisher.publish(keys.stream()
                    .map(key -> new Entry(Topic.PERSON_KEYS, key, null))
                    .toList());
        }
    }
}
