package io.echeance.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.policy.PrivacyPolicy.Need;
import io.echeance.app.policy.PrivacyPolicy.PolicyClause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on privacy")
class PolicyPageTest {

    private static final Path PAGE = Path.of("topology-docs", "privacy.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| clause | asks |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
    }

    private static List<PolicyClause> clauses() throws Exception {
        return PrivacyPolicy.parse(PolicyCommand.Lint.bundled()).clauses();
    }

    @Test
    @DisplayName("has a row for each clause of the policy, in its order and with what it asks")
    void hasEachClause() throws Exception {
        assertThat(rows().stream().map(row -> row[1] + ": " + row[2]))
                .containsExactlyElementsOf(clauses().stream()
                        .map(clause -> clause.clause() + ": " + clause.asks())
                        .toList());
    }

    @Test
    @DisplayName("names tests that are there, and one for each clause that the program itself keeps")
    void namesTests() throws Exception {
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String[]> rows = rows();
        List<PolicyClause> clauses = clauses();
        for (int n = 0; n < rows.size(); n++) {
            String cell = rows.get(n).length > 4 ? rows.get(n)[4] : "";
            List<String> named =
                    TEST.matcher(cell).results().map(MatchResult::group).toList();
            assertThat(there)
                    .as(rows.get(n)[1])
                    .containsAll(
                            named.stream().map(name -> name.replace("`", "")).toList());
            if (clauses.get(n).needs().stream().anyMatch(Need::isBuilt)) {
                assertThat(named).as(clauses.get(n).clause()).isNotEmpty();
            }
        }
    }
}
