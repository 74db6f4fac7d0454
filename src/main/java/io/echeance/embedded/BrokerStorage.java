package io.echeance.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The broker's log directory: formatted once, checked at each start. */
final class BrokerStorage {
    private static final String META_PROPERTIES = "meta.properties";
    private static final String METADATA_LOG = "__cluster_metadata-0";

    private static final Pattern SET_ASIDE = Pattern.compile("-(delete|stray|future)$");

    private BrokerStorage() {}

    static void prepare(BrokerSettings settings) {
        Path directory = settings.directory();
        try {
            if (settings.isAlone() && holds(directory, name -> name.endsWith("-stray"))) {
                throw damaged(directory, "its metadata log has lost topics", null);
            }
            if (Files.exists(directory.resolve(META_PROPERTIES))) {
                check(directory, settings.nodeId());
            } else if (holdsLogs(directory)) {
                throw damaged(directory, META_PROPERTIES + " is missing", null);
            } else {
                format(settings);
            }
        } catch (IOException e) {
            throw StorageFailure.of(directory, e);
        }
    }

    private static void check(Path directory, int nodeId) throws IOException {
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(META_PROPERTIES), StandardCharsets.ISO_8859_1)) {
            meta.load(reader);
        } catch (IllegalArgumentException e) {
            throw damaged(directory, META_PROPERTIES + " cannot be read", e);
        }
        if (meta.getProperty("cluster.id") == null || !"1".equals(meta.getProperty("version"))) {
            throw damaged(directory, META_PROPERTIES + " is incomplete", null);
        }
        if (!Integer.toString(nodeId).equals(meta.getProperty("node.id"))) {
            throw damaged(directory, "it belongs to node " + meta.getProperty("node.id"), null);
        }
        if (!Files.isDirectory(directory.resolve(METADATA_LOG)) && holdsLogs(directory)) {
            throw damaged(directory, METADATA_LOG + " is missing", null);
        }
    }

    /**
     * The partitions that lie in the directory. With a metadata log that has lost its end, Kafka starts all the same,
     * sets aside the partitions that it no longer knows and deletes them a minute later: compare before and after.
     */
    static Set<String> partitions(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.exists(entry.resolve("partition.metadata")))
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !SET_ASIDE.matcher(name).find())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw StorageFailure.of(directory, e);
        }
    }

    private static boolean holdsLogs(Path directory) throws IOException {
        return holds(directory, name -> true);
    }

    /** Whether there is a directory in it with such a name. */
    private static boolean holds(Path directory, Predicate<String> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .anyMatch(entry -> wanted.test(entry.getFileName().toString()));
        }
    }

    private static void format(BrokerSettings settings) throws IOException {
        String directory = settings.directory().toString();
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(settings.nodeId())
                    .setClusterId(settings.clusterId())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory)
                    .setDirectories(List.of(directory))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static CannotStart damaged(Path directory, String how, @Nullable Throwable cause) {
        String sentence =
                "The broker's directory %s is damaged (%s): put a copy of it in its place, or name a new directory."
                        .formatted(directory, how);
        return new CannotStart(sentence, cause);
    }
}
