package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.InputFile;
import io.echeance.embedded.SharedCluster;
import io.echeance.topology.runtime.Backlog;
import io.echeance.topology.store.Calendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A person who claims a right, on a real broker,")
class PersonRequestsIT {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("asks, stands on the list of what is to be answered within a month, and is answered")
    void standsOnTheList() throws IOException {
        Files.writeString(
                folder.resolve("app.properties"),
                SharedCluster.settings("requests") + """
                    state.dir=%s
                    query.port=-1
                    topics.partitions=2
                    """.formatted(folder.resolve("state")));
        String today = LocalDate.now(Calendar.ZONE).toString();
        try (Cluster reached = reach();
                RunningInstance instance = RunningInstance.on(reached)) {
            assertThat(done("person", "requests").lines()).hasSize(1);
            String asked = "right-erasure-" + today;
            assertThat(asks("ERASURE", today).out()).startsWith(asked + " is to be answered by ");
            assertThat(asks("ACCESS", "2026-01-05").status()).isZero();
            awaitQuiet(reached);

            Call overdue = call("person", "requests");
            assertThat(overdue.status()).isEqualTo(1);
            assertThat(overdue.err()).contains("1 should have been answered by now");
            assertThat(overdue.lines()).hasSize(3);
            assertThat(overdue.lines().get(1)).startsWith("2026-02-05").contains("OVERDUE", "ACCESS", "EVA");
            assertThat(overdue.lines().get(2)).contains("open", "ERASURE", asked);

            for (String one : List.of(asked, "right-access-2026-01-05")) {
                assertThat(answers(one, "GRANTED").status()).isZero();
            }
            assertThat(answers(asked, "GRANTED").status()).as("said again").isZero();
            awaitQuiet(reached);
            Call again = answers(asked, "REFUSED");
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).contains("refused, MALFORMED: it was answered on " + today + ": GRANTED");
            assertThat(answers(asked, "EXTENDED").err()).contains("until is the new last day");
            awaitQuiet(reached);
            assertThat(done("person", "requests").lines()).hasSize(1);
            instance.requireHealth();
        }
    }

    private Call answers(String asked, String outcome) {
        return call(
                "person",
                "answered",
                "EVA",
                "--seller",
                "technolowgic",
                "--asked",
                asked,
                "--outcome",
                outcome,
                "--reason",
                "called back",
                "--by",
                "called back");
    }

    private Call asks(String right, String on) {
        return done(
                "person",
                "asks",
                "EVA",
                "--seller",
                "technolowgic",
                "--right",
                right,
                "--on",
                on,
                "--identity",
                "called back",
                "--by",
                "called back");
    }

    private static void awaitQuiet(Cluster reached) {
        Backlog backlog = new Backlog(reached.admin(), "requests", reached.topics());
        await().atMost(Duration.ofMinutes(1)).until(() -> backlog.records() == 0);
    }

    private Cluster reach() {
        return Cluster.reach(SettingsFile.read("app.properties", InputFile.text(config()), Map.of()));
    }

    private String config() {
        return folder.resolve("app.properties").toString();
    }

    private Call done(String... arguments) {
        Call call = call(arguments);
        assertThat(call.status())
                .as(List.of(arguments) + ": " + call.err() + call.out())
                .isZero();
        return call;
    }

    private Call call(String... arguments) {
        return Call.of(Stream.concat(Arrays.stream(arguments), Stream.of("--config", config()))
                .toArray(String[]::new));
    }
}
