package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.embedded.BrokerSettings;
import io.echeance.embedded.EmbeddedBroker;
import io.echeance.embedded.SharedCluster;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * An installation with a master key on a broker of its own that cleans and deletes within seconds; nothing is
 * compressed, so that a word is found by its bytes.
 */
final class GuardedData implements AutoCloseable {

    private static final Map<String, String> HASTE = Map.of(
            "segment.ms", "100",
            "max.compaction.lag.ms", "100",
            "delete.retention.ms", "0",
            "min.cleanable.dirty.ratio", "0.01");

    final Configured here;
    private final EmbeddedBroker broker;

    GuardedData(Path folder, String name) throws IOException {
        this.broker = EmbeddedBroker.start(BrokerSettings.alone(folder.resolve("broker"), 0)
                .with("log.cleaner.backoff.ms", "200")
                .with("log.retention.check.interval.ms", "500")
                .with("log.segment.delete.delay.ms", "100")
                .with("offsets.topic.num.partitions", "1")
                .with("transaction.state.log.num.partitions", "1"));
        here = Configured.with(folder, name, """
            bootstrap.servers=%s
            apicurio.registry.url=%s
            application.id=%s
            topics.prefix=%s.
            topics.partitions=2
            state.dir=%s
            query.port=-1
            producer.compression.type=none
            privacy.master.key.file=%s
            """.formatted(
                        broker.bootstrapServers(),
                        SharedCluster.get().registryApi(),
                        name,
                        name,
                        folder.resolve("state"),
                        folder.resolve("master.key")));
        Call.of("config", "key", folder.resolve("master.key").toString());
    }

    void publish(Topic topic, String key, Object... values) {
        try (Cluster reached = here.reach();
                Publisher publisher = Publisher.of(reached)) {
            List<Entry> entries = new ArrayList<>();
            for (Object value : values) {
                entries.add(new Entry(topic, key, value));
            }
            publisher.publish(entries);
        }
        here.awaitQuiet();
    }

    /** All of each topic, in whatever order its partitions say it. */
    Map<String, Set<String>> setsOf(List<String> topics) {
        Map<String, Set<String>> sets = new TreeMap<>();
        topics.forEach(topic -> sets.put(topic, Set.copyOf(here.all(topic))));
        return sets;
    }

    /** Documents and letters, as they are written into new folders now; by their places. */
    Map<String, String> written(String name) {
        Path to = here.folder().resolve(name);
        here.done("documents", "--to", to.resolve("documents").toString());
        here.done("letters", "--to", to.resolve("letters").toString());
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(to)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    files.put(to.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new AssertionError("nothing was written");
        }
        return files;
    }

    /** From now on the brokers end their files, clean and delete as soon as they are let. */
    void hasten() {
        try (Cluster reached = here.reach()) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (String topic : reached.answer(reached.admin().listTopics().names())) {
                List<AlterConfigOp> settings = new ArrayList<>();
                HASTE.forEach((key, value) ->
                        settings.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings);
            }
            reached.answer(reached.admin().incrementalAlterConfigs(changes).all());
        }
    }

    /** Of each word the topics of whose files on the broker's disk some has it. */
    Map<String, Set<String>> onTheBroker(Collection<String> words) {
        Map<String, Set<String>> found = new TreeMap<>();
        words.forEach(word -> found.put(word, new TreeSet<>()));
        Path root = here.folder().resolve("broker");
        holding(root, words)
                .forEach((word, files) -> files.forEach(file -> found.get(word)
                        .add(root.relativize(file)
                                .getName(0)
                                .toString()
                                .replaceFirst("-\\d+$", "")
                                .replaceFirst("^" + here.name() + "[.-]", ""))));
        return found;
    }

    /** Of each word the files under a folder that have it, in letters of whatever case. */
    static Map<String, List<Path>> holding(Path root, Collection<String> words) {
        Map<String, List<Path>> found = new TreeMap<>();
        words.forEach(word -> found.put(word, new ArrayList<>()));
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(one -> Files.isRegularFile(one) && !isIndex(one))
                    .toList()) {
                String text = text(file);
                words.stream()
                        .filter(text::contains)
                        .forEach(word -> found.get(word).add(file));
            }
            return found;
        } catch (NoSuchFileException | UncheckedIOException gone) {
            // A broker deletes while one looks.
            return holding(root, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers only, and large. */
    private static boolean isIndex(Path file) {
        return file.toString().endsWith("index");
    }

    /** Nothing, of a file that is gone meanwhile. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
