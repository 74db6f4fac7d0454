package io.echeance.app.cluster;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader.Read;
import io.echeance.app.settings.Setting;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, before the stream starts, that all instances seal under one master key: what one of them seals under
 * another, the others cannot read, and nobody would notice. The first key on {@code person-keys} decides; where there
 * is none, the first instance writes one that seals nothing.
 */
public final class OneMasterKey {

    /** The id of the key that seals nothing. */
    static final String FIRST = "master-key";

    private static final String WRITER = "echeance-master-key";
    private static final Logger LOG = LoggerFactory.getLogger(OneMasterKey.class);

    /** A key as it lies on its topic. */
    private record Kept(String id, PersonKey key) {}

    private OneMasterKey() {}

    /** @throws WorkFailed if the others seal under another master key */
    public static void check(Cluster cluster) {
        MasterKey own = cluster.masterKey();
        Optional<Kept> first = first(cluster);
        if (own == null) {
            warn(first.isPresent());
            return;
        }
        while (first.isEmpty()) {
            claim(cluster, own);
            first = first(cluster);
        }
        require(cluster, own, first.get());
    }

    /**
     * For who only reads what is sealed; nothing is written.
     *
     * @throws WorkFailed if a master key is set and others seal under another
     */
    public static void requireSame(Cluster cluster) {
        MasterKey own = cluster.masterKey();
        if (own != null) {
            first(cluster).ifPresent(first -> require(cluster, own, first));
        }
    }

    private static void require(Cluster cluster, MasterKey own, Kept first) {
        if (own.open(first.id(), first.key()).isEmpty()) {
            String keys = cluster.topics().of(Topic.PERSON_KEYS);
            throw new WorkFailed(List.of(
                    "the keys on " + keys + " lie under another master key than the one in "
                            + cluster.settings().text(Setting.PRIVACY_MASTER_KEY_FILE)
                            + ": all instances seal under one, so use a copy of that file.",
                    "If it is lost, so are the words that it sealed: stop all instances, delete the topic " + keys
                            + ", and start again; this key is then the one."));
        }
    }

    /** Of several that do so at a time, one writes; the others find what it has written. */
    private static void claim(Cluster cluster, MasterKey own) {
        try (Publisher only = Publisher.only(cluster, WRITER)) {
            if (first(cluster).isEmpty()) {
                MasterKey.Made made = own.make(FIRST, "installation");
                only.publish(List.of(new Entry(Topic.PERSON_KEYS, made.id(), made.kept())));
            }
        } catch (ClusterTrouble trouble) {
            if (!trouble.isTakenOver()) {
                throw trouble;
            }
        }
    }

    private static Optional<Kept> first(Cluster cluster) {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.PERSON_KEYS))) {
            var ends = reader.ends();
            while (reader.isBefore(ends)) {
                for (Read read : reader.poll()) {
                    Optional<PersonKey> key = read.as(PersonKey.class);
                    if (key.isPresent()) {
                        return Optional.of(
                                new Kept(new String(read.record().key(), StandardCharsets.UTF_8), key.get()));
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static void warn(boolean othersSeal) {
        String setting = Setting.PRIVACY_MASTER_KEY_FILE.key();
        LOG.warn(
                "No {} is set: what people typed and banks passed on will lie in clear in logs that are kept for ever,"
                        + " and cannot be erased. './echeance config key FILE' makes one.",
                setting);
        if (othersSeal) {
            LOG.warn(
                    "Others have sealed such words here: this instance reads none of them, and seals none. If they"
                            + " still do so, give it a copy of their {}.",
                    setting);
        }
    }
}
