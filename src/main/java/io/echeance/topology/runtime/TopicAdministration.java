package io.echeance.topology.runtime;

import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and tells what is wrong with those that are there. */
public final class TopicAdministration {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private final Admin admin;
    private final TopicNames names;

    public TopicAdministration(Admin admin) {
        this(admin, TopicNames.PLAIN);
    }

    public TopicAdministration(Admin admin, TopicNames names) {
        this.admin = admin;
        this.names = names;
    }

    /**
     * Creates what is missing.
     *
     * @param partitions of the log, and of all that goes with it; chosen once, for it can never be changed
     * @param replicas -1: as the broker does by default
     * @return what was created
     */
    public Set<String> create(int partitions, short replicas) {
        Set<String> missing = missing();
        List<NewTopic> wanted = Arrays.stream(Topic.values())
                .filter(topic -> missing.contains(names.of(topic)))
                .map(topic -> wanted(topic, partitions, replicas))
                .toList();
        try {
            admin.createTopics(wanted).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                throw new TopicAuthorizationException(missing);
            }
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(e);
            }
            // Another instance was faster.
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return missing;
    }

    private NewTopic wanted(Topic topic, int partitions, short replicas) {
        Optional<Integer> count = Optional.of(topic.role().isPartitioned() ? partitions : 1);
        Optional<Short> copies = replicas < 0 ? Optional.empty() : Optional.of(replicas);
        return new NewTopic(names.of(topic), count, copies).configs(settings(topic));
    }

    /** How a topic is kept. Less would lose what is still to be read, or evidence; more, what is to be forgotten. */
    public static Map<String, String> settings(Topic topic) {
        return Retention.of(topic).settings();
    }

    /**
     * {@link #problems}, looked for again while some broker has not heard yet of what was created a moment ago.
     *
     * @param created what {@link #create} said
     */
    public List<String> problemsAfter(Set<String> created) {
        long patience = created.isEmpty() ? 0 : PATIENCE_NANOS;
        long begun = System.nanoTime();
        while (true) {
            boolean isOver = System.nanoTime() - begun >= patience;
            try {
                Set<String> missing = missing();
                if (missing.isEmpty()) {
                    return problemsOfAll();
                }
                if (isOver) {
                    return List.of("These topics are missing: " + String.join(", ", missing) + ".");
                }
            } catch (UnknownTopicOrPartitionException e) {
                if (isOver) {
                    throw e;
                }
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private Set<String> missing() {
        Set<String> missing = new TreeSet<>(ids());
        missing.removeAll(await(admin.listTopics().names()));
        return missing;
    }

    /** What would make the stream fail or lose something; empty: all is well. */
    public List<String> problems() {
        return problemsAfter(Set.of());
    }

    private List<String> problemsOfAll() {
        Map<String, TopicDescription> found =
                new TreeMap<>(await(admin.describeTopics(ids()).allTopicNames()));
        List<String> problems = new ArrayList<>();
        int partitions = partitions(found, Topic.FACTS);
        for (Topic topic : Topic.values()) {
            int own = partitions(found, topic);
            if (topic.role().isPartitioned() && own != partitions) {
                problems.add("%s has %d partitions and facts has %d: they must have the same number, for ever."
                        .formatted(names.of(topic), own, partitions));
            }
        }
        // The intake reads it with the inputs, in its first part.
        if (partitions(found, Topic.PARTIES) != 1) {
            problems.add("parties has %d partitions: it must have one.".formatted(partitions(found, Topic.PARTIES)));
        }
        problems.addAll(losses());
        return problems;
    }

    /** How many the log has, and with it every topic that goes with it. */
    public int partitions() {
        return partitions(
                await(admin.describeTopics(Set.of(names.of(Topic.FACTS))).allTopicNames()), Topic.FACTS);
    }

    private int partitions(Map<String, TopicDescription> found, Topic topic) {
        return Objects.requireNonNull(found.get(names.of(topic))).partitions().size();
    }

    /** What is deleted too soon, or is not forgotten in time. */
    private List<String> losses() {
        List<String> losses = new ArrayList<>();
        Map<String, Map<String, String>> checked = new TreeMap<>();
        for (Topic topic : List.of(Topic.FACTS, Topic.PARTIES, Topic.PERSON_KEYS, Topic.REJECTED)) {
            checked.put(names.of(topic), settings(topic));
        }
        strays(checked)
                .forEach(stray -> losses.add(stray.topic() + " is not kept as it has to be: set "
                        + stray.wanted().toString().replaceAll("[{}]", "") + "."));
        return losses;
    }

    /**
     * A topic that is not set as it has to be.
     *
     * @param wanted what it has to be set to
     * @param found what it is set to, where that is another
     */
    public record Stray(String topic, SortedMap<String, String> wanted, SortedMap<String, String> found) {}

    /** Of these topics, with what they have to be set to, those that are set otherwise. */
    public List<Stray> strays(Map<String, Map<String, String>> settings) {
        Map<ConfigResource, Config> all = await(admin.describeConfigs(settings.keySet().stream()
                        .map(TopicAdministration::topic)
                        .toList())
                .all());
        List<Stray> strays = new ArrayList<>();
        new TreeMap<>(settings).forEach((topic, asked) -> {
            Config config = Objects.requireNonNull(all.get(topic(topic)));
            SortedMap<String, String> wanted = new TreeMap<>();
            SortedMap<String, String> found = new TreeMap<>();
            asked.forEach((key, value) -> {
                ConfigEntry entry = config.get(key);
                String there = entry == null ? "" : String.valueOf(entry.value());
                if (!isSame(value, there)) {
                    wanted.put(key, value);
                    found.put(key, there);
                }
            });
            if (!wanted.isEmpty()) {
                strays.add(new Stray(topic, wanted, found));
            }
        });
        return strays;
    }

    /** Sets what they have to be set to, and leaves all else as it is. */
    public void set(List<Stray> strays) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Stray stray : strays) {
            List<AlterConfigOp> settings = new ArrayList<>();
            stray.wanted()
                    .forEach((key, value) ->
                            settings.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
            changes.put(topic(stray.topic()), settings);
        }
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static boolean isSame(String wanted, String found) {
        return wanted.equals(found)
                || wanted.matches("0\\.\\d+")
                        && found.matches("[0-9.]+")
                        && new BigDecimal(wanted).compareTo(new BigDecimal(found)) == 0;
    }

    private Set<String> ids() {
        return Arrays.stream(Topic.values()).map(names::of).collect(Collectors.toCollection(TreeSet::new));
    }

    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RuntimeException failed(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
    }

    private static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new org.apache.kafka.common.errors.InterruptException(e);
    }
}
