package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final int PAYERS = Integer.getInteger("mailedPayers", 10);
    private static final int KILLS = Math.min(6, Integer.getInteger("kills", 3));

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "orderId": "T-%1$d", "termsId": "technolowgic", \
        "customer": {"id": "P-%2$d", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "1000.00"}], \
        "service": {"start": "2026-01-%3$02d", "end": "2026-01-%3$02d"}}
        """;

    @TempDir
    private static Path folder;

    private static Configured here;
    private static Set<String> mailings;
    private static Map<String, String> files;
    private static Set<String> facts;

    @BeforeAll
    static void live() throws IOException {
        here = Configured.shared(folder, "mailings", "query.port=-1");
        try (RunningInstance instance = here.run()) {
            await().atMost(PATIENCE).until(() -> here.call("terms", "publish").status() == 0);
            here.done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
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
            here.done("publish", "parties", here.lines(parties.toString()));
            here.done("clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04");
            here.awaitQuiet();
            here.done("publish", "orders", here.lines(orders.toString()));
            here.awaitQuiet();
            here.done("clock", "--day-by-day", "--to", "2026-02-25");
            here.awaitQuiet();
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
        for (int killed = 0; killed < KILLS; killed++) {
            int enough = seen.size() + killed % 3;
            try (Program program = here.start("mailings", "--to", to("sent"))) {
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

        Call last = here.done("mailings", "--to", to("sent"));

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
        assertThat(here.done("mailings", "--to", to("sent")).out()).startsWith(all);
        assertThat(here.done("mailings", "--to", to("other")).out()).startsWith(all);
        assertThat(pdfs("other")).isEmpty();
        assertThat(sent()).isEqualTo(facts);
    }

    @Test
    @Order(3)
    @DisplayName("leaves no second time when the accounts are drawn again from the log")
    void leavesNoSecondTimeAfterAReset() {
        here.done("reset", "accounts", "--execute");
        try (RunningInstance instance = here.run()) {
            here.awaitQuiet();
            instance.requireHealth();
        }
        assertThat(ids("mailings")).isEqualTo(mailings);
        assertThat(here.done("mailings", "--to", to("sent")).out())
                .startsWith("0 mailings written, 0 e-mailed, " + mailings.size() + " had left");
        assertThat(pdfs("sent")).isEqualTo(files);
        assertThat(sent()).isEqualTo(facts);
    }

    /** By seller, payer and day. */
    private static Set<String> ids(String topic) {
        return Pattern.compile("\"mailingId\":\"([^\"]+)\"")
                .matcher(String.join("\n", here.all(topic)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What was said of each: the same, however often. */
    private static Set<String> sent() {
        return here.all("customer-actions").stream()
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

    private static String to(String name) {
        return folder.resolve(name).toString();
    }
}
