package io.echeance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the metrics which they name exist, {@code DemoIT} sees on a live instance. */
@DisplayName("Prometheus")
class MonitoringTest {

    @Test
    @DisplayName("takes every alert rule and every curve of the dashboard")
    void takesEveryExpression() throws IOException {
        SortedMap<String, String> rules = Monitoring.rules();
        assertThat(rules).hasSizeGreaterThan(8);
        rules.forEach((alert, expression) ->
                assertThat(PromQl.typeOf(expression)).as(alert).isEqualTo(PromQl.Type.INSTANT));

        SortedMap<String, String> panels = Monitoring.panels();
        assertThat(panels).hasSizeGreaterThan(14);
        panels.forEach((panel, expression) ->
                assertThat(PromQl.typeOf(expression)).as(panel).isNotEqualTo(PromQl.Type.RANGE));
    }

    @ParameterizedTest
    @DisplayName("would refuse")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        floor(time() / 86400) - min(a) > 2 | floor takes INSTANT, not SCALAR
        rate(a)                            | rate takes RANGE, not INSTANT
        sum(a[5m]) > 0                     | sum takes INSTANT, not RANGE
        1 > 2                              | > of two scalars
        a > 1 and 2                        | and joins vectors
        sum by (a (b)                      | a label name or ) is expected
        a > 0)                             | is left over
        median(a)                          | is known here
        a >                                | it ends too soon
        a{b="c"                            | it ends too soon
        a ; b                              | cannot be read from its character
        """)
    void wouldRefuse(String expression, String why) {
        assertThatThrownBy(() -> PromQl.typeOf(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("raises each alert when it should and not before (if promtool is installed)")
    void raisesEachAlert(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Shell.has("promtool"), "promtool is not on the PATH: apt-get install prometheus");
        Shell.run("promtool", "check", "rules", Monitoring.RULES.toString()).assertDone();

        Path tests = Path.of("src", "test", "prometheus", "alerts-test.yaml");
        Shell.run("promtool", "test", "rules", tests.toString()).assertDone();
        assertThat(Files.readString(tests))
                .contains(Monitoring.rules().keySet().stream()
                        .map(alert -> "alertname: " + alert + "\n")
                        .toList());

        Path panels = Files.writeString(folder.resolve("panels.yaml"), asRules(Monitoring.panels()));
        Shell.run("promtool", "check", "rules", panels.toString()).assertDone();
    }

    /** A curve is no alert; as a recording rule, promtool reads it. */
    private static String asRules(SortedMap<String, String> expressions) {
        StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
        int n = 0;
        for (String expression : expressions.values()) {
            rules.append("      - record: panel:")
                    .append(++n)
                    .append("\n        expr: ")
                    .append(expression)
                    .append('\n');
        }
        return rules.toString();
    }
}
