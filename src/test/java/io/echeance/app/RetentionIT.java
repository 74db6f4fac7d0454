package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.RetentionRun;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.InputFile;
import io.echeance.core.invoice.Language;
import io.echeance.embedded.SharedCluster;
import io.echeance.topology.Topic;
import io.echeance.topology.runtime.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("retention run, on a real broker,")
class RetentionIT {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("names what was set by hand and sets it right, deletes what is old and read, and nothing that is not")
    void seesToIt() throws IOException {
        Files.writeString(
                folder.resolve("app.properties"),
                SharedCluster.settings("retention") + """
                    state.dir=%s
                    query.port=-1
                    topics.partitions=2
                    """.formatted(folder.resolve("state")));
        try (Cluster reached = reach()) {
            try (RunningInstance instance = RunningInstance.on(reached)) {
                assertThat(run(false)).contains("  all topics are set as the table says");
                note(1);
                awaitQuiet(reached);
                instance.requireHealth();
            }
            note(2);

            set(reached, Topic.FACTS, "retention.ms", "86400000");
            set(reached, Topic.REJECTED, "retention.ms", "-1");
            assertThat(run(false))
                    .contains("  retention.facts: was set by hand: retention.ms=86400000, has to be -1")
                    .contains("  retention.rejected: was set by hand: retention.ms=-1, has to be 7776000000");
            assertThat(run(true))
                    .contains("  retention.facts: was set by hand: retention.ms=86400000, set to -1")
                    .anyMatch(line -> line.startsWith("  retention.collection-actions: 0 records and marks"));
            assertThat(run(false)).contains("  all topics are set as the table says");

            RetentionRun inAQuarter = new RetentionRun(reached, Language.EN);
            Instant then = Instant.now().plus(Duration.ofDays(91));
            assertThat(inAQuarter.until(then, false))
                    .anyMatch(line -> line.startsWith("  retention.collection-actions: 2 records and marks")
                            && line.endsWith("would be deleted"));
            assertThat(notes()).hasSize(2);
            assertThat(inAQuarter.until(then, true))
                    .anyMatch(line -> line.startsWith("  retention.collection-actions: 2 records and marks")
                            && line.endsWith("deleted"));
            assertThat(notes()).singleElement().asString().contains("n2");

            try (RunningInstance instance = RunningInstance.on(reached)) {
                awaitQuiet(reached);
                instance.requireHealth();
            }
            inAQuarter.until(then, true);
            assertThat(notes()).isEmpty();
        }
    }

    private static void awaitQuiet(Cluster reached) {
        Backlog backlog = new Backlog(reached.admin(), "retention", reached.topics());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> backlog.records() == 0);
    }

    private void note(int n) throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.jsonl"), """
            {"type": "ContactNoted", "on": "2026-01-05", "factId": "n%d", "orderId": "T-%d", "channel": "PHONE"}
            """.formatted(n, n));
        Call call = call("publish", "collection-actions", lines.toString());
        assertThat(call.status()).as(call.err()).isZero();
    }

    private List<String> notes() {
        return call("read", "collection-actions", "--from-beginning", "--to-end")
                .lines();
    }

    private List<String> run(boolean execute) {
        Call call = execute
                ? call("retention", "run", "--execute", "--language", "en")
                : call("retention", "run", "--language", "en");
        assertThat(call.status()).as(call.err()).isZero();
        return call.lines();
    }

    private static void set(Cluster reached, Topic topic, String key, String value) {
        ConfigResource resource =
                new ConfigResource(ConfigResource.Type.TOPIC, reached.topics().of(topic));
        Collection<AlterConfigOp> change =
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
        reached.answer(reached.admin()
                .incrementalAlterConfigs(Map.of(resource, change))
                .all());
    }

    private Cluster reach() {
        return Cluster.reach(SettingsFile.read("app.properties", InputFile.text(config()), Map.of()));
    }

    private String config() {
        return folder.resolve("app.properties").toString();
    }

    private Call call(String... arguments) {
        return Call.of(Stream.concat(Arrays.stream(arguments), Stream.of("--config", config()))
                .toArray(String[]::new));
    }
}
