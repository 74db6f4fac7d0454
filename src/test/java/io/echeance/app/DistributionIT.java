package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.embedded.SharedCluster;
import io.echeance.house.Distribution;
import io.echeance.serde.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the jar is built: what {@code run} and the container image take along, and what is the demo's alone. */
@DisplayName("What production loads")
class DistributionIT {

    /** The code of a broker, of its language, of a registry server. */
    private static final Pattern SERVER = Pattern.compile("(kafka|scala|io/quarkus|io/apicurio/registry/(storage|app)"
            + "|org/apache/kafka/(controller|coordinator|image|metadata|raft|storage))/.*");

    private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: (\\S+)");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are these libraries: another one is a decision of its own")
    void areTheseLibraries() throws IOException {
        Set<String> production = Distribution.production();
        assertThat(production).allMatch(name -> Files.exists(Distribution.LIBRARIES.resolve(name)));
        Approved.text(
                Approved.FOLDER.resolve("production-libraries.txt"),
                production.stream()
                        .map(name -> name.replaceFirst("-\\d[^-]*(-\\d+|[.]Final)?[.]jar$", ""))
                        .collect(Collectors.joining("\n", "", "\n")),
                "What is distributed is loaded, has faults of its own, and is named in NOTICE.");
    }

    @Test
    @DisplayName("have no broker, no Scala and no registry server in them")
    void haveNoServer() throws IOException {
        for (String library : Distribution.production()) {
            try (JarFile jar =
                    new JarFile(Distribution.LIBRARIES.resolve(library).toFile())) {
                assertThat(jar.stream().map(Object::toString).filter(name -> name.endsWith(".class")))
                        .filteredOn(SERVER.asMatchPredicate())
                        .as(library)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("shares nothing with the folder of the demo, where the broker is")
    void sharesNothingWithTheDemo() {
        assertThat(Distribution.ofTheDemo())
                .anyMatch(name -> name.startsWith("kafka_2.13-"))
                .anyMatch(name -> name.startsWith("scala-library-"))
                .doesNotContainAnyElementsOf(Distribution.production());
    }

    @Test
    @DisplayName("comes from the jar and lib/ alone, in a processor that runs")
    void aProcessorLoadsNothingElse() throws Exception {
        Path log = folder.resolve("classes.log");
        Path config = Files.writeString(folder.resolve("app.properties"), """
            bootstrap.servers=%s
            apicurio.registry.url=%s
            application.id=distribution
            topics.prefix=distribution.
            topics.partitions=1
            state.dir=%s
            query.port=0
            """.formatted(
                SharedCluster.get().bootstrapServers(), SharedCluster.get().registryApi(), folder.resolve("state")));
        try (Program run = Program.production(
                        folder, List.of("-Xlog:class+load:file=" + log), "run", "--config", config.toString())
                .untilItSays("Ready")) {
            assertThat(run.signalled("TERM")).isZero();
        }

        Set<String> sources = new TreeSet<>();
        Set<String> servers = new TreeSet<>();
        Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(java.util.regex.Matcher::find)
                .forEach(loaded -> {
                    if (loaded.group(2).startsWith("file:")) {
                        sources.add(loaded.group(2).substring("file:".length()));
                    }
                    if (SERVER.matcher(loaded.group(1).replace('.', '/')).matches()
                            || loaded.group(1).startsWith("io.echeance.embedded.")) {
                        servers.add(loaded.group(1));
                    }
                });
        assertThat(sources)
                .contains(Distribution.JAR.toAbsolutePath().toString())
                .hasSizeGreaterThan(10)
                .allMatch(source ->
                        source.equals(Distribution.JAR.toAbsolutePath().toString())
                                || source.startsWith(Distribution.LIBRARIES.toAbsolutePath() + "/"));
        assertThat(servers).isEmpty();
    }

    @Test
    @DisplayName("is not enough for the demo, which says so")
    void isNotEnoughForTheDemo() throws Exception {
        try (Program demo = Program.production(
                folder, List.of(), "demo", "--data-dir", folder.resolve("demo").toString())) {
            assertThat(demo.status()).isEqualTo(1);
            assertThat(demo.said())
                    .contains("echeance: The broker's libraries are missing: start the demo with ./echeance demo");
        }
    }
}
