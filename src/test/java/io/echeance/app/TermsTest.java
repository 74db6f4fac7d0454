package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The terms command")
class TermsTest {

    @Test
    @DisplayName("lints one pack, with rule, place, severity and ground")
    void lints() {
        Call call = Call.line("terms lint technolowgic");

        assertThat(call.status()).isZero();
        assertThat(call.lines().getFirst()).startsWith("technolowgic@2024-12-02: ");
        assertThat(call.lines())
                .contains(
                        "  ERROR RATE_BELOW_FLOOR, late.interest.PROFESSIONAL (art. 5.3)",
                        "    the rate is 10.75 % in 2025-S1; the floor of 3 times the legal rate is 11.13 %");
    }

    @Test
    @DisplayName("lints all packs as JSON lines, and fails on errors only if asked to")
    void lintsAllAsJson() {
        Call call = Call.line("terms lint --json --strict");

        assertThat(call.lines())
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("{\"terms\":\"") && line.contains("\"severity\":\""));
        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("findings are errors").hasLineCount(1);
    }

    @Test
    @DisplayName("shows a pack as the YAML that it can read again")
    void shows(@TempDir Path folder) throws IOException {
        String yaml = Call.line("terms show hexagone-initial").out();
        Files.writeString(folder.resolve("hexagone-initial@2025-06-18.yaml"), yaml);

        assertThat(Call.of("terms", "show", "hexagone-initial", "--dir", folder.toString())
                        .out())
                .isEqualTo(yaml)
                .contains("maxInstalments: 10 # art. 3");
    }

    @Test
    @DisplayName("tells all that is wrong with a pack")
    void tellsAllThatIsWrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x@2026-01-01.yaml"), "name: x\ninForceOn: soon\n");

        Call call = Call.of("terms", "lint", "--dir", folder.toString());

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err().lines())
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.startsWith("echeance: " + folder.resolve("x@2026-01-01.yaml") + ":"));
    }
}
