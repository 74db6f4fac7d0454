package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.topology.Topic;
import io.echeance.topology.Topic.Role;
import io.echeance.topology.runtime.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Has the stream begin anew, in part: what it draws from a topic is forgotten, and drawn again from there at the next
 * start. All of it can be done twice; one that was cut short is done again.
 *
 * @param rewound topics that are read from their beginning again
 * @param skipped topics that are read on from their end
 * @param deleted topics of the stream's, made anew at its next start
 * @param emptied topics that stay, without their records
 * @param folder of this machine's state
 */
public record Reset(
        String group, Set<String> rewound, Set<String> skipped, Set<String> deleted, Set<String> emptied, Path folder) {

    /** How much is forgotten. */
    public enum Mode {
        /** This machine's copy of the stores. */
        STATE,
        /** What the accounts are drawn to, and the lists and the ageing: from the log {@code facts}. */
        ACCOUNTS,
        /** The running proof of the books: from what lies in them. */
        PROOF,
        /** All that the stream has received and said, invoice numbers included. Terms, rates and parties stay. */
        EVERYTHING
    }

    /** Says which numbers are given: without them, a number could be given twice. */
    public static final List<String> OF_RECORD = List.of("series", "numbers");

    /** What the running proof reads. */
    private static final Set<Topic> BOOKS =
            Set.of(Topic.LEDGER_ENTRIES, Topic.BANK_STATEMENTS, Topic.SUSPENSE_CHANGES, Topic.MONTH_CLOSINGS);

    /** @param fromNow of the proof: without what is in the books already */
    public static Reset of(Mode mode, boolean fromNow, Cluster cluster) {
        String group = cluster.settings().text(Setting.APPLICATION_ID);
        Path folder = Path.of(cluster.settings().text(Setting.STATE_DIR))
                .resolve(group)
                .toAbsolutePath();
        Set<String> none = Set.of();
        Function<Topic, Set<String>> only = topic -> Set.of(cluster.topics().of(topic));
        return switch (mode) {
            case STATE -> new Reset(group, none, none, none, none, folder);
            case ACCOUNTS -> {
                Set<String> changelogs = changelogs(group, Part.reading(Topic.FACTS));
                yield new Reset(group, only.apply(Topic.FACTS), none, changelogs, none, folder);
            }
            case PROOF -> {
                // A month stays closed, also where its entries are not added up again.
                Set<String> rewound =
                        names(cluster, topic -> fromNow ? topic == Topic.MONTH_CLOSINGS : BOOKS.contains(topic));
                Set<String> skipped = names(cluster, topic -> fromNow && BOOKS.contains(topic));
                skipped.removeAll(rewound);
                yield new Reset(group, rewound, skipped, proofTopics(group), none, folder);
            }
            case EVERYTHING ->
                new Reset(
                        group,
                        only.apply(Topic.PARTIES),
                        none,
                        written(cluster, group),
                        names(cluster, topic -> topic.role() == Role.INPUT),
                        folder);
        };
    }

    private static Set<String> changelogs(String group, Part part) {
        return part.stores().stream()
                .map(store -> group + "-" + store + "-changelog")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The proof's, and those of the part that it hands its postings on to. */
    private static Set<String> proofTopics(String group) {
        Part proof = Part.reading(Topic.LEDGER_ENTRIES);
        Set<String> topics = changelogs(group, proof);
        for (String handed : proof.handsOn()) {
            topics.add(group + "-" + handed);
            Part.all().stream()
                    .filter(part -> part.reads().contains(handed))
                    .forEach(part -> topics.addAll(changelogs(group, part)));
        }
        return topics;
    }

    /** All that the stream writes, for others and for itself. */
    private static Set<String> written(Cluster cluster, String group) {
        Set<String> topics = names(cluster, Reset::isWrittenByTheStream);
        cluster.answer(cluster.admin().listTopics().names()).stream()
                .filter(topic -> isInternal(group, topic))
                .forEach(topics::add);
        return topics;
    }

    private static boolean isWrittenByTheStream(Topic topic) {
        return switch (topic.role()) {
            case INPUT, WITNESS -> false;
            case REFERENCE -> topic == Topic.PERSON_KEYS;
            case LOG, OUTPUT, STANDING -> true;
        };
    }

    private static boolean isInternal(String group, String topic) {
        return topic.startsWith(group + "-") && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
    }

    private static Set<String> names(Cluster cluster, Predicate<Topic> which) {
        return Arrays.stream(Topic.values())
                .filter(which)
                .map(cluster.topics()::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The changelogs of what must not be lost, as far as they are left alone. */
    public List<String> keptOfRecord() {
        return OF_RECORD.stream()
                .map(store -> group + "-" + store + "-changelog")
                .filter(Predicate.not(deleted::contains))
                .toList();
    }

    /** @throws WorkFailed if an instance runs: it would write on into what is taken away */
    public void requireNobodyRuns(Cluster cluster) {
        List<String> members = members(cluster);
        if (!members.isEmpty()) {
            throw new WorkFailed("instances of " + group + " run (" + String.join(", ", members)
                    + "): stop them all first. One that was killed counts until its session is over.");
        }
    }

    /** The instances that run, by the ids of their clients. */
    public List<String> members(Cluster cluster) {
        boolean isKnown = cluster.answer(cluster.admin().listGroups().all()).stream()
                .anyMatch(known -> known.groupId().equals(group));
        if (!isKnown) {
            return List.of();
        }
        KafkaFuture<ConsumerGroupDescription> described = Objects.requireNonNull(cluster.admin()
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group));
        return cluster.answer(described).members().stream()
                .map(MemberDescription::clientId)
                .sorted()
                .toList();
    }

    /** Positions first: read twice, a fact does no harm; not read again, it would be missing. */
    public void execute(Cluster cluster) {
        requireNobodyRuns(cluster);
        move(cluster, rewound, OffsetSpec.earliest());
        move(cluster, skipped, OffsetSpec.latest());
        empty(cluster);
        Set<String> there = cluster.answer(cluster.admin().listTopics().names());
        cluster.answer(cluster.admin()
                .deleteTopics(deleted.stream().filter(there::contains).toList())
                .all());
        delete(folder);
    }

    private void move(Cluster cluster, Set<String> topics, OffsetSpec to) {
        if (topics.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        offsets(cluster, topics, to)
                .forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset.offset())));
        cluster.answer(
                cluster.admin().alterConsumerGroupOffsets(group, positions).all());
    }

    private void empty(Cluster cluster) {
        Map<TopicPartition, RecordsToDelete> records = new HashMap<>();
        offsets(cluster, emptied, OffsetSpec.latest())
                .forEach((partition, end) -> records.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        cluster.answer(cluster.admin().deleteRecords(records).all());
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Cluster cluster, Set<String> topics, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : topics) {
            cluster.partitions(cluster.topics().named(topic).orElseThrow())
                    .forEach(partition -> asked.put(partition, spec));
        }
        return cluster.answer(cluster.admin().listOffsets(asked).all());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    folder + " cannot be deleted (" + e.getMessage() + "): delete it, before an instance starts.", e);
        }
    }
}
