package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a page may cost: more is approved with {@code -Dapprove}, and seen in the difference. */
@DisplayName("Each page")
class PageBudgetTest {

    /** Questions, kilobytes and the page. */
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "console-pages.txt");

    @Test
    @DisplayName("asks exactly so often, and weighs no more than was approved")
    void asksExactly() throws IOException {
        List<String> found = new ArrayList<>();
        try (ConsoleAtWork work = Morning.open()) {
            for (String path : EveryPageTest.PAGES) {
                Read read = work.get(path, "Accept-Language", "en");
                int bytes = Assets.zipped(read.response().body().getBytes(StandardCharsets.UTF_8)).length;
                found.add(read.header("Echeance-Questions") + " | " + kilobytes(bytes) + " | " + path);
            }
        }
        if (System.getProperty("approve") != null) {
            Files.write(APPROVED, found);
        }
        List<String> approved = Files.readAllLines(APPROVED);

        assertThat(found.stream().map(PageBudgetTest::withoutWeight))
                .containsExactlyElementsOf(
                        approved.stream().map(PageBudgetTest::withoutWeight).toList());
        for (int n = 0; n < found.size(); n++) {
            assertThat(weight(found.get(n))).as(found.get(n)).isLessThanOrEqualTo(weight(approved.get(n)) + 1);
        }
    }

    /** Compressed, rounded up. Tokens differ from page to page, so a byte or two are chance. */
    private static int kilobytes(int bytes) {
        return (bytes + 1023) / 1024;
    }

    private static int weight(String line) {
        return Integer.parseInt(line.split(" [|] ")[1]);
    }

    private static String withoutWeight(String line) {
        return line.replaceFirst(" [|] \\d+", "");
    }
}
