package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.person.ClosedYearDesk;
import io.echeance.app.person.ClosedYearDesk.Folders;
import io.echeance.core.invoice.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A year that is closed, on a real broker,")
class ClosedYearIT {

    private static final Instant IN_TEN_YEARS = Instant.parse("2037-01-02T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is refused while its books are to be kept; then its words and files go, with proof, and numbers stay")
    void ends() throws Exception {
        try (GuardedData data = new GuardedData(folder, "closed-year")) {
            new NonsensePerson(data).live();
            Path documents = folder.resolve("documents");
            data.here.done("documents", "--to", documents.toString());
            Path letters = folder.resolve("letters");
            data.here.done("letters", "--to", letters.toString());
            assertThat(files(documents)).isNotEmpty();
            assertThat(files(letters)).isNotEmpty();
            List<String> invoices = data.here.all("invoices");
            assertThat(exported(data, "before.zip")).contains("\"words\" : \"as they came\"");

            Call tooEarly = data.here.call("retention", "year", "2026", "--by", "dpo", "--execute", "--language", "fr");
            assertThat(tooEarly.status()).isEqualTo(1);
            assertThat(tooEarly.err()).contains("les livres de 2026 sont à conserver jusqu’au 31 décembre 2036");

            assertThat(ended(data, documents, false)).anyMatch(line -> line.endsWith("files would be deleted"));
            assertThat(files(documents)).isNotEmpty();
            assertThat(exported(data, "still.zip")).contains("\"words\" : \"as they came\"");

            assertThat(ended(data, documents, true).getFirst()).endsWith(": PENDING");
            assertThat(files(documents)).isEmpty();
            assertThat(data.here.done("letters", "--to", letters.toString()).out())
                    .contains("letters of years that have ended ('retention year') are not written again");
            assertThat(data.here
                            .done("documents", "--from-beginning", "--to", documents.toString())
                            .out())
                    .contains("documents of years that have ended");
            assertThat(files(documents)).isEmpty();
            assertThat(files(letters)).isEmpty();
            data.hasten();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> ended(data, documents, true).getFirst().endsWith(": ENDED"));

            assertThat(data.here.all("invoices")).isEqualTo(invoices);
            assertThat(data.here.done("series", "check").status()).isZero();
            data.here.done("retention", "run", "--execute"); // what was hastened is set right
            data.here.done("reset", "accounts", "--execute");
            try (RunningInstance instance = data.here.run()) {
                data.here.awaitQuiet();
                assertThat(data.here.all("invoices")).isEqualTo(invoices);
                instance.requireHealth();
            }
        }
    }

    private static List<String> ended(GuardedData data, Path documents, boolean execute) {
        try (Cluster reached = data.here.reach()) {
            return new ClosedYearDesk(reached)
                    .end(
                            2026,
                            IN_TEN_YEARS,
                            "dpo",
                            new Folders(List.of(documents, documents.resolveSibling("letters")), List.of()),
                            execute,
                            Language.EN);
        }
    }

    /** Facts of the person's orders, as data. */
    private static String exported(GuardedData data, String name) throws IOException {
        Path file = data.here.folder().resolve(name);
        data.here.done("person", "export", "EVA", "--to", file.toString());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("data.json")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }
}
