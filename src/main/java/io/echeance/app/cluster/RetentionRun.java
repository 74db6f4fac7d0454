package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.core.invoice.Language;
import io.echeance.topology.runtime.Retention;
import io.echeance.topology.runtime.Retention.Means;
import io.echeance.topology.runtime.TopicAdministration;
import io.echeance.topology.runtime.TopicAdministration.Stray;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.StateStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;

/** Deletes what is older than the table of retention says, and has been read. */
public final class RetentionRun {

    private final Cluster cluster;
    private final Language language;

    /** @param language of the certificate */
    public RetentionRun(Cluster cluster, Language language) {
        this.cluster = cluster;
        this.language = language;
    }

    /**
     * What was deleted, topic by topic, as a certificate.
     *
     * @param execute false: only says what would be
     */
    public List<String> until(Instant now, boolean execute) {
        String group = cluster.settings().text(Setting.APPLICATION_ID);
        Map<TopicPartition, OffsetAndMetadata> read =
                cluster.answer(cluster.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<String> lines = new ArrayList<>();
        lines.add(language.in("Conservation, le ", "Retention on ")
                + moment(now)
                + (execute
                        ? ""
                        : language.in(
                                " (rien n’est modifié ni supprimé sans --execute)",
                                " (nothing is changed or deleted without --execute)")));
        lines.addAll(settings(execute));
        for (Retention one : Retention.all()) {
            Integer days = one.days();
            String topic = cluster.topics().of(one.topic());
            if (one.means() != Means.RUN || days == null) {
                lines.add("  " + topic + colon() + one.howLong(language) + " ("
                        + one.ground().in(language) + ")");
                continue;
            }
            Instant before = now.minus(Duration.ofDays(days));
            Map<TopicPartition, RecordsToDelete> old = old(one, before, read);
            long count = count(old);
            if (execute && count > 0) {
                cluster.answer(cluster.admin().deleteRecords(old).all());
            }
            lines.add("  " + topic + colon() + deleted(count, before, execute));
        }
        return lines;
    }

    private String moment(Instant at) {
        return language.moment(LocalDateTime.ofInstant(at, Calendar.ZONE));
    }

    private String colon() {
        return language.in(" : ", ": ");
    }

    private String deleted(long count, Instant before, boolean execute) {
        return language.in(
                language.count(count, "enregistrement ou marque", "enregistrements et marques")
                        + " de transactions d’avant le " + moment(before)
                        + (execute ? ", supprimés" : ", à supprimer"),
                count + " records and marks of transactions of before " + moment(before)
                        + (execute ? " deleted" : " would be deleted"));
    }

    /** What was set by hand otherwise than the table says is said, and set right. */
    private List<String> settings(boolean execute) {
        Map<String, Map<String, String>> wanted = new HashMap<>();
        for (Retention one : Retention.all()) {
            wanted.put(cluster.topics().of(one.topic()), one.settings());
        }
        Set<String> there = cluster.answer(cluster.admin().listTopics().names());
        for (String store : StateStores.FORGETTING_STORES) {
            wanted.put(Changelog.of(cluster, store), StateStores.FORGETTING);
        }
        wanted.keySet().retainAll(there);
        TopicAdministration topics = new TopicAdministration(cluster.admin(), cluster.topics());
        try {
            List<Stray> strays = topics.strays(wanted);
            if (execute && !strays.isEmpty()) {
                topics.set(strays);
            }
            return strays.isEmpty()
                    ? List.of(language.in(
                            "  tous les topics sont réglés comme le dit la table",
                            "  all topics are set as the table says"))
                    : strays.stream().map(stray -> line(stray, execute)).toList();
        } catch (KafkaException e) {
            throw ClusterTrouble.of(cluster.settings(), e, AclOperation.ALTER_CONFIGS, "");
        }
    }

    private String line(Stray stray, boolean execute) {
        StringJoiner settings = new StringJoiner(", ");
        stray.wanted()
                .forEach((key, value) -> settings.add(key + "=" + stray.found().get(key)
                        + (execute
                                ? language.in(", remis à ", ", set to ")
                                : language.in(", à remettre à ", ", has to be "))
                        + value));
        return "  " + stray.topic() + language.in(" : réglé à la main : ", ": was set by hand: ") + settings;
    }

    /** Never beyond what the stream has read, nor what is younger. */
    private Map<TopicPartition, RecordsToDelete> old(
            Retention one, Instant before, Map<TopicPartition, OffsetAndMetadata> read) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        cluster.partitions(one.topic())
                .forEach(partition -> asked.put(partition, OffsetSpec.forTimestamp(before.toEpochMilli())));
        Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
        cluster.answer(cluster.admin().listOffsets(asked).all()).forEach((partition, young) -> {
            OffsetAndMetadata position = read.get(partition);
            if (position != null) {
                // -1: nothing is younger.
                long until = young.offset() < 0 ? position.offset() : Math.min(young.offset(), position.offset());
                old.put(partition, RecordsToDelete.beforeOffset(until));
            }
        });
        return old;
    }

    private long count(Map<TopicPartition, RecordsToDelete> old) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        old.keySet().forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
        long[] count = {0};
        cluster.answer(cluster.admin().listOffsets(asked).all()).forEach((partition, first) -> {
            RecordsToDelete until = old.get(partition);
            count[0] += until == null ? 0 : Math.max(0, until.beforeOffset() - first.offset());
        });
        return count[0];
    }
}
