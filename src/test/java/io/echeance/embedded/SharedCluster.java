package io.echeance.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One broker and one registry for all integration tests of a JVM: started by the first that asks, closed at the end of
 * the JVM. Tests keep apart by the names of their topics.
 */
public final class SharedCluster {
    private static final AtomicInteger TOPICS = new AtomicInteger();

    private SharedCluster() {}

    public static LocalCluster get() {
        return Holder.CLUSTER;
    }

    /** A name that no other test has. */
    public static String uniqueName(String prefix) {
        return prefix + "-" + TOPICS.incrementAndGet();
    }

    /** The file of settings of an installation that shares the cluster: its group and its topics bear its name. */
    public static String settings(String installation) {
        return """
            bootstrap.servers=%s
            apicurio.registry.url=%s
            application.id=%s
            topics.prefix=%s.
            """.formatted(get().bootstrapServers(), get().registryApi(), installation, installation);
    }

    /** What a client needs to reach broker and registry with the registry's own serdes. */
    public static Map<String, Object> clientSettings() {
        return clientSettings(get());
    }

    static Map<String, Object> clientSettings(LocalCluster cluster) {
        return Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "apicurio.registry.url",
                cluster.registryApi().toString(),
                "apicurio.registry.auto-register",
                "true",
                "apicurio.registry.dereference-schema",
                "true");
    }

    private static final class Holder {
        private static final LocalCluster CLUSTER = start();

        private static LocalCluster start() {
            try {
                Path directory = Files.createTempDirectory("echeance-it-");
                LocalCluster cluster = LocalCluster.start(directory, 0, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    cluster.close();
                    delete(directory);
                }));
                return cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path directory) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
