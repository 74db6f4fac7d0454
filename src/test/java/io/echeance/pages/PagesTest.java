package io.echeance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be seen of the pages without running them; {@code DemoIT} runs them. */
@DisplayName("The command lines of the pages")
class PagesTest {

    @Test
    @DisplayName("can be pasted into any shell: no remark behind them, no sign that zsh takes for a pattern")
    void canBePasted() throws IOException {
        for (Page page : Page.all()) {
            for (Page.Block block : page.blocks()) {
                for (String command : block.commands()) {
                    String bare = command.replaceAll("'[^']*'", "''").replaceAll("\"[^\"]*\"", "\"\"");
                    assertThat(bare).as("%s: %s", page.path(), command).doesNotContainPattern("[#?*\\[&;]");
                    assertThat(Page.isCommand(command.lines().findFirst().orElseThrow()))
                            .as("%s: %s", page.path(), command)
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("are run, but for those that say why not")
    void areRun() throws IOException {
        List<Page.Block> blocks = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> !block.commands().isEmpty())
                .toList();

        List<String> run = commands(blocks, true);
        List<String> notRun = commands(blocks, false);

        assertThat(run).hasSizeGreaterThan(20).noneMatch(command -> command.startsWith("./mvnw"));
        assertThat(notRun)
                .as("what nobody tries is kept short: builds, and what would end the demo that the others ask")
                .hasSizeLessThanOrEqualTo(14)
                .allMatch(command -> command.startsWith("./mvnw") || command.endsWith("--execute"));
    }

    private static List<String> commands(List<Page.Block> blocks, boolean run) {
        return blocks.stream()
                .filter(block -> block.isRun() == run)
                .flatMap(block -> block.commands().stream())
                .toList();
    }

    @Test
    @DisplayName("are found in a page")
    void areFound() {
        Page page = Page.parse(Path.of("page.md"), """
            Call `./echeance topology`, or:

                curl 'localhost/a' -d '{"a":
                  1}'
                curl 'localhost/b'

            <!-- not run: it takes a day -->

            ```
            ./mvnw verify
            ```

                technolowgic@2024-12-02.yaml:11: no command
            """.lines().toList());

        assertThat(page.spans()).containsExactly("./echeance topology");
        assertThat(page.blocks())
                .extracting(Page.Block::commands)
                .containsExactly(
                        List.of("curl 'localhost/a' -d '{\"a\":\n  1}'", "curl 'localhost/b'"),
                        List.of("./mvnw verify"),
                        List.of());
        assertThat(page.blocks()).extracting(Page.Block::notRun).containsExactly("", "it takes a day", "");
    }
}
