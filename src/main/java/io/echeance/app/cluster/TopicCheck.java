package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.topology.runtime.TopicAdministration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it, before the stream starts, that its topics are there and keep what they have to. */
public final class TopicCheck {

    private TopicCheck() {}

    /**
     * Creates what is missing, if it may, and looks at what is there.
     *
     * @return the partitions of the log, and of every topic that goes with it
     * @throws WorkFailed with all that is wrong with the topics
     */
    public static int of(Cluster cluster) {
        Settings settings = cluster.settings();
        TopicAdministration topics = new TopicAdministration(cluster.admin(), cluster.topics());
        try {
            Set<String> created = settings.isTrue(Setting.TOPICS_CREATE) ? create(topics, settings) : Set.of();
            List<String> problems = topics.problemsAfter(created);
            if (!problems.isEmpty()) {
                throw new WorkFailed(problems);
            }
            return topics.partitions();
        } catch (KafkaException e) {
            throw ClusterTrouble.of(settings, e);
        }
    }

    private static Set<String> create(TopicAdministration topics, Settings settings) {
        Set<String> created;
        try {
            created = topics.create(settings.count(Setting.TOPICS_PARTITIONS), (short)
                    settings.count(Setting.TOPICS_REPLICATION_FACTOR));
        } catch (KafkaException e) {
            throw ClusterTrouble.of(settings, e, AclOperation.CREATE, "");
        }
        if (!created.isEmpty()) {
            Logger log = LoggerFactory.getLogger(TopicCheck.class);
            log.info("Created the topics {}.", String.join(", ", created));
        }
        return created;
    }
}
