package io.echeance.topology.runtime;

import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How much the stream has still to do, on its inputs and between its parts. Zero: all that was received is processed
 * and committed, and can be read.
 */
public final class Backlog {

    private final Admin admin;
    private final String applicationId;
    private final TopicNames names;
    private Set<TopicPartition> partitions = Set.of();

    public Backlog(Admin admin, String applicationId) {
        this(admin, applicationId, TopicNames.PLAIN);
    }

    public Backlog(Admin admin, String applicationId, TopicNames names) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.names = names;
    }

    /**
     * Records that were written and not yet worked off; those of open transactions count. Whoever asks again and again
     * asks about the partitions that were there the last time, and about all before it hears of none.
     */
    public long records() {
        long known = partitions.isEmpty() ? 0 : recordsOf(partitions);
        if (known > 0) {
            return known;
        }
        partitions = TopicAdministration.await(admin.describeTopics(topics()).allTopicNames()).values().stream()
                .flatMap(topic -> partitions(topic).stream())
                .collect(Collectors.toSet());
        return recordsOf(partitions);
    }

    private long recordsOf(Set<TopicPartition> partitions) {
        // First where we are, then where the topics end: what is written in between counts as still to be done.
        Map<TopicPartition, OffsetAndMetadata> done = TopicAdministration.await(
                admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                TopicAdministration.await(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all());
        long records = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata committed = done.get(end.getKey());
            records += end.getValue().offset() - (committed == null ? 0 : committed.offset());
        }
        return records;
    }

    /** What the stream reads: its inputs, its log, the books, and what it passes to itself. */
    private Set<String> topics() {
        Set<String> topics = Topic.of(Topic.Role.INPUT).stream().map(names::of).collect(Collectors.toSet());
        topics.add(names.of(Topic.FACTS));
        topics.add(names.of(Topic.LEDGER_ENTRIES));
        topics.add(names.of(Topic.BANK_STATEMENTS));
        topics.add(names.of(Topic.SUSPENSE_CHANGES));
        topics.add(names.of(Topic.MONTH_CLOSINGS));
        Set<String> all =
                new HashSet<>(TopicAdministration.await(admin.listTopics().names()));
        all.removeIf(topic -> !topic.startsWith(applicationId + "-") || !topic.endsWith("-repartition"));
        topics.addAll(all);
        return topics;
    }

    private static Set<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(Collectors.toSet());
    }
}
