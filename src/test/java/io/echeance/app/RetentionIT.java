package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.RetentionRun;
import io.echeance.core.invoice.Language;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("retention run, on a real broker,")
class RetentionIT {

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName("names what was set by hand and sets it right, deletes what is old and read, and nothing that is not")
    void seesToIt() throws IOException {
        here = Configured.shared(folder, "retention", "query.port=-1");
        try (Cluster reached = here.reach()) {
            try (RunningInstance instance = RunningInstance.on(reached)) {
                assertThat(run(false)).contains("  all topics are set as the table says");
                note(1);
                here.awaitQuiet();
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
            assertThat(here.all("collection-actions")).hasSize(2);
            assertThat(inAQuarter.until(then, true))
                    .anyMatch(line -> line.startsWith("  retention.collection-actions: 2 records and marks")
                            && line.endsWith("deleted"));
            assertThat(here.all("collection-actions"))
                    .singleElement()
                    .asString()
                    .contains("n2");

            try (RunningInstance instance = RunningInstance.on(reached)) {
                here.awaitQuiet();
                instance.requireHealth();
            }
            inAQuarter.until(then, true);
            assertThat(here.all("collection-actions")).isEmpty();
        }
    }

    private void note(int n) throws IOException {
        here.done("publish", "collection-actions", here.lines("""
            {"type": "ContactNoted", "on": "2026-01-05", "factId": "n%d", "orderId": "T-%d", "channel": "PHONE"}
            """.formatted(n, n)));
    }

    private List<String> run(boolean execute) {
        return execute
                ? here.done("retention", "run", "--execute", "--language", "en").lines()
                : here.done("retention", "run", "--language", "en").lines();
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
}
