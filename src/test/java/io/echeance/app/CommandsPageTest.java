package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.pages.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("A command that a page names")
class CommandsPageTest {

    private static final Map<String, CommandLine> COMMANDS =
            Echeance.commandLine().getSubcommands();

    @Test
    @DisplayName("is one, with its subcommand and its options")
    void exists() throws IOException {
        List<String> named = new ArrayList<>();
        for (Page page : Page.all()) {
            Stream<String> blocks = page.blocks().stream().flatMap(block -> block.commands().stream());
            Stream.concat(page.spans().stream(), blocks)
                    .filter(code -> code.startsWith("./echeance ") || isCall(code))
                    .map(code -> code.replaceFirst("^\\./echeance ", ""))
                    .forEach(named::add);
        }

        assertThat(named).contains("terms publish", "reset MODE --config FILE", "clock", "series check");
        assertThat(named).allSatisfy(CommandsPageTest::assertExists);
    }

    /** {@code terms lint}, but not the topic {@code terms}. */
    private static boolean isCall(String code) {
        String[] words = code.split(" ");
        return words.length > 1 && COMMANDS.containsKey(words[0]) && words[1].matches("[a-z-].*|[A-Z]+");
    }

    private static void assertExists(String code) {
        CommandLine command = COMMANDS.get(code.split(" ")[0]);
        if (command == null) {
            assertThat(code).isEqualTo("--help");
            return;
        }
        for (String word : code.split(" ")) {
            if (word.startsWith("--") && command != null) {
                String option = word.replaceFirst("=.*", "");
                assertThat(command.getCommandSpec().findOption(option)).as(code).isNotNull();
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else {
                assertThat(command.getCommandName().equals(word)
                                || command.getSubcommands().isEmpty())
                        .as("%s has no %s: %s", command.getCommandName(), word, code)
                        .isTrue();
            }
        }
    }
}
