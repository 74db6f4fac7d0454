package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.embedded.SharedCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bank import, on a real broker")
class BankImportIT {

    private static final String SAMPLES = "src/test/resources/bank/";

    @TempDir
    private Path folder;

    private Call call(String... words) {
        return Call.of(Stream.concat(
                        Stream.of(words),
                        Stream.of("--config", folder.resolve("app.properties").toString()))
                .toArray(String[]::new));
    }

    @Test
    @DisplayName(
            "takes a statement once, says what follows it, takes nothing if one file is refused, and keeps no name")
    void takesAStatementOnce() throws IOException {
        Files.writeString(
                folder.resolve("app.properties"),
                SharedCluster.settings("bank-import") + """
                    state.dir=%s
                    query.port=0
                    topics.partitions=2
                    """.formatted(folder.resolve("state")));
        try (Program run = Program.start(
                        folder,
                        "run",
                        "--config",
                        folder.resolve("app.properties").toString())
                .untilItSays("Ready")) {
            Call broken = call("bank", "import", SAMPLES + "cfonb120.txt", "pom.xml");
            assertThat(broken.status()).isEqualTo(1);
            assertThat(broken.err()).contains("UNKNOWN_FORMAT", "nothing was taken");
            assertThat(payments()).isEmpty();

            Call first = call("bank", "import", SAMPLES + "cfonb120.txt");
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(first.out()).contains("4 payments", "the first of its account");
            assertThat(payments().lines().count()).isGreaterThanOrEqualTo(4);
            String taken = payments();

            Call again = call("bank", "import", SAMPLES + "cfonb120.txt");
            assertThat(again.out()).contains("was taken before");
            assertThat(payments()).isEqualTo(taken);
            assertThat(taken).doesNotContain("BEAUMONT SARL", "OKAFOR", "FR76");

            String later = Files.readString(Path.of(SAMPLES + "cfonb120.txt"), StandardCharsets.ISO_8859_1);
            assertThat(later).isNotEmpty();
            assertThat(run.said()).contains("Ready");
        }
    }

    private String payments() {
        return call("read", "payments", "--from-beginning", "--to-end").out();
    }
}
