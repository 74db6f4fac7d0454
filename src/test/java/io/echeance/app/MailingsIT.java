package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.InputFile;
import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.embedded.SharedCluster;
import io.echeance.json.RecordJson;
import io.echeance.topology.runtime.Backlog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One after the other, on one installation. */
@DisplayName("What payers are sent, on a real broker,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailingsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAYERS = 20;

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "T-%1$d", "termsId": "technolowgic", \
        "customer": {"id": "P-%2$d", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "1000.00"}], \
        "service": {"start": "2026-01-%3$02d", "end": "2026-01-%3$02d"}}
        """;

    @TempDir
    private static Path folder;

    private static Set<String> mailings;
    private static Map<String, String> files;
    private static Set<String> facts;

    @BeforeAll
    static void live() throws IOException {
        Files.writeString(
                folder.resolve("app.properties"),
                SharedCluster.settings("mailings") + """
                    state.dir=%s
                    commit.interval.ms=10
                    query.port=-1
                    topics.partitions=2
                    """.formatted(folder.resolve("state")));
        try (RunningInstance instance = run()) {
            await().atMost(PATIENCE).until(() -> call("terms", "publish").status() == 0);
            done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
            StringBuilder parties = new StringBuilder();
            StringBuilder orders = new StringBuilder();
            parties.append(RecordJson.write(SampleParties.seller("technolowgic")))
                    .append('\n');
            for (int n = 0; n < PAYERS; n++) {
                parties.append(RecordJson.write(SampleParties.of("P-" + n, PayerKind.PROFESSIONAL)))
                        .append('\n');
                // Two orders of a payer stand at different steps; some meet on one day.
                orders.append(ORDER.formatted(2 * n, n, 6)).append(ORDER.formatted(2 * n + 1, n, 6 + n % 5));
            }
            done("publish", "parties", lines(parties.toString()));
            done("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04");
            awaitQuiet();
            done("publish", "orders", lines(orders.toString()));
            awaitQuiet();
            done("clock", "--day-by-day", "--to", "2026-02-25");
            awaitQuiet();
            instance.requireHealth();
        }
        mailings = ids("mailings");
        assertThat(mailings).hasSizeGreaterThan(2 * PAYERS);
    }

    @Test
    @Order(1)
    @DisplayName("is one file and one fact a payer and day, though who writes it is killed again and again")
    void leavesOnceThoughKilled() throws Exception {
        Map<String, String> seen = new TreeMap<>();
        for (int killed = 0; killed < 6; killed++) {
            int enough = seen.size() + killed % 3;
            try (Program program = Program.start(folder, "mailings", "--to", to("sent"), "--config", config())) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(3))
                        .until(() -> paths("sent").size() > enough || !program.isAlive());
                program.killed();
            }
            Map<String, String> now = pdfs("sent");
            seen.forEach((file, content) -> assertThat(now).containsEntry(file, content));
            seen.putAll(now);
        }
        assertThat(seen.size()).as("it was killed in the middle").isLessThan(mailings.size());

        Call last = done("mailings", "--to", to("sent"));

        files = pdfs("sent");
        // A transaction that is committed is seen by others a moment later.
        await().atMost(PATIENCE).until(() -> sent().size() >= mailings.size());
        facts = sent();
        assertThat(last.out()).contains("0 have a problem");
        seen.forEach((file, content) -> assertThat(files).containsEntry(file, content));
        assertThat(files).hasSameSizeAs(mailings);
        assertThat(facts).hasSameSizeAs(mailings);
        assertThat(ids("customer-actions")).isEqualTo(mailings);
    }

    @Test
    @Order(2)
    @DisplayName("leaves no second time when it is asked again, from another folder too")
    void leavesNoSecondTime() {
        String all = "0 mailings written, 0 e-mailed, " + mailings.size() + " had left";
        assertThat(done("mailings", "--to", to("sent")).out()).startsWith(all);
        assertThat(done("mailings", "--to", to("other")).out()).startsWith(all);
        assertThat(pdfs("other")).isEmpty();
        assertThat(sent()).isEqualTo(facts);
    }

    @Test
    @Order(3)
    @DisplayName("leaves no second time when the accounts are drawn again from the log")
    void leavesNoSecondTimeAfterAReset() {
        done("reset", "accounts", "--execute");
        try (RunningInstance instance = run()) {
            awaitQuiet();
            instance.requireHealth();
        }
        assertThat(ids("mailings")).isEqualTo(mailings);
        assertThat(done("mailings", "--to", to("sent")).out())
                .startsWith("0 mailings written, 0 e-mailed, " + mailings.size() + " had left");
        assertThat(pdfs("sent")).isEqualTo(files);
        assertThat(sent()).isEqualTo(facts);
    }

    /** By seller, payer and day. */
    private static Set<String> ids(String topic) {
        String all = done("read", topic, "--from-beginning", "--to-end").out();
        return Pattern.compile("\"mailingId\":\"([^\"]+)\"")
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What was said of each: the same, however often. */
    private static Set<String> sent() {
        return done("read", "customer-actions", "--from-beginning", "--to-end").lines().stream()
                .map(line -> Pattern.compile("\"factId\".*")
                        .matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining()))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> pdfs(String name) {
        Map<String, String> found = new TreeMap<>();
        try {
            for (Path file : paths(name)) {
                found.put(
                        folder.resolve(name).relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (NoSuchFileException moved) {
            return pdfs(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<Path> paths(String name) {
        Path root = folder.resolve(name);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(one -> one.toString().endsWith(".pdf")).toList();
        } catch (NoSuchFileException | UncheckedIOException moved) {
            return paths(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningInstance run() {
        try (Cluster reached = reach()) {
            return RunningInstance.on(reached);
        }
    }

    private static void awaitQuiet() {
        try (Cluster reached = reach()) {
            Backlog backlog = new Backlog(reached.admin(), "mailings", reached.topics());
            await().atMost(PATIENCE).until(() -> backlog.records() == 0);
        }
    }

    private static Cluster reach() {
        return Cluster.reach(SettingsFile.read("app.properties", InputFile.text(config()), Map.of()));
    }

    private static String to(String name) {
        return folder.resolve(name).toString();
    }

    private static String config() {
        return folder.resolve("app.properties").toString();
    }

    private static String lines(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), text).toString();
    }

    private static Call done(String... arguments) {
        Call call = call(arguments);
        assertThat(call.status())
                .as(List.of(arguments) + ": " + call.err() + call.out())
                .isZero();
        return call;
    }

    private static Call call(String... arguments) {
        return Call.of(Stream.concat(Arrays.stream(arguments), Stream.of("--config", config()))
                .toArray(String[]::new));
    }
}
