package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.filing.YearOfFiles;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
     * @param folders of documents, letters and mailings
     * @param execute false: only says what would go
     * @return a certificate
     * @throws WorkFailed if the year's books have to be there today
     */
    public List<String> end(int year, Instant now, String by, List<Path> folders, boolean execute) {
        LocalDate until = ClosedYear.keptUntil(year);
        if (!LocalDate.ofInstant(now, Calendar.ZONE).isAfter(until)) {
            throw new WorkFailed("the books of " + year + " are kept until " + until
                    + " (Code de commerce, L123-22): nothing of that year goes before.");
        }
        ClosedYear closed = heard(year);
        List<String> lying = lying(closed.keys());
        if (execute && !lying.isEmpty()) {
            destroy(lying);
        }
        YearOfFiles files = new YearOfFiles(year, closed.sellersAtWork());
        List<String> lines = new ArrayList<>();
        boolean isDone = execute && lying.isEmpty();
        lines.add("End of " + year + " and of the years before it: "
                + (isDone ? "ENDED" : execute ? "PENDING" : "nothing is deleted without --execute"));
        lines.add("at " + now + ", by " + by);
        lines.add("");
        lines.add(execute ? "What went" : "What would go");
        lines.add("  keys of what was typed and what banks passed on, about orders that have ended: "
                + closed.keys().size() + ", of which " + lying.size() + " lie in " + keysTopic());
        folders.forEach(folder -> lines.add("  " + files.end(folder, execute)));
        lines.addAll(kept(closed));
        if (execute && !isDone) {
            lines.add("");
            lines.add("Not proved yet: what was deleted lies in " + keysTopic()
                    + " until the brokers have cleaned it, a" + " day or two. Ask again with the same command.");
        }
        return lines;
    }

    private static List<String> kept(ClosedYear closed) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("What stays");
        closed.open().forEach((order, why) -> lines.add("  " + order + ", its words and its seller's files: " + why));
        lines.add("  facts, ledger-entries and all else that is kept for ever: numbers under ids, without words");
        lines.add("  invoices and named-parties, with name and address as of issue: a topic of all years, of which"
                + " 'series check' proves that no number is missing; a part of it cannot go alone");
        lines.add("  'documents --from-beginning' would write the files again, from invoices");
        lines.add("  parties, and decisions about customers: until the person is erased");
        lines.add("  blocks of disks that are free, and backups that are not ours: as the operator says");
        return lines;
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
